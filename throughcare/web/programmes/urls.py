"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
