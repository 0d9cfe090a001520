"""Which address leads to which page of these registers: each part has its own list."""

from __future__ import annotations

from django.urls import include, path

_PARTS: tuple[str, ...] = (
    "separation", "register", "restrictions", "restraint", "discipline",
)  # fmt: skip

urlpatterns = [path("", include(f"throughcare.web.safety.{part}.urls")) for part in _PARTS]
