"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.safety.register import page

urlpatterns: list[URLPattern] = [
    path("separation", page.register, name="separation_register"),
]
