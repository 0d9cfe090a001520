"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.duties.morning import page

urlpatterns: list[URLPattern] = [path("morning", page.morning, name="morning")]
