"""Which address leads to which page of duties: each part has its own list."""

from __future__ import annotations

from django.urls import include, path

_PARTS: tuple[str, ...] = (
    *("morning", "file", "why", "reviews"),
    *("timeline", "rules", "coverage", "what_if"),
)

urlpatterns = [path("", include(f"throughcare.web.duties.{part}.urls")) for part in _PARTS]
