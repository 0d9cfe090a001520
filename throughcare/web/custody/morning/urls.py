"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.morning import page

urlpatterns: list[URLPattern] = [
    path("morning/lists", page.lists, name="morning_lists"),
    path("morning/<slug:key>", page.later, name="morning_later"),
]
