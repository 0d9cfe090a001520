"""Which address leads to what if."""

from __future__ import annotations

from django.urls import path

from throughcare.web.duties.what_if import page

urlpatterns = [path("what-if", page.what_if, name="what_if")]
