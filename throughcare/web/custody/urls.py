"""Which address leads to which page of the room: each part has its own list."""

from __future__ import annotations

from django.urls import include, path

_PARTS = (
    "orders", "reception", "places", "movements", "dates", "release", "morning", "printed",
)  # fmt: skip

urlpatterns = [path("", include(f"throughcare.web.custody.{part}.urls")) for part in _PARTS]
