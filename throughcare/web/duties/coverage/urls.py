"""Which address leads to coverage."""

from __future__ import annotations

from django.urls import path

from throughcare.web.duties.coverage import page

urlpatterns = [path("coverage", page.coverage, name="coverage")]
