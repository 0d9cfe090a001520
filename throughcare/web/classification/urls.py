"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.classification import doing, section
from throughcare.web.custody.deeds import addresses

_SECTION = "people/<uuid:person_id>/custody/classification"

urlpatterns: list[URLPattern] = [
    path(_SECTION, section.classification, name="classification"),
    *addresses("classification", "board", doing.OF_A_FILE, doing.OF_A_BOARD),
    *addresses("classification", "level", {}, doing.OF_A_LEVEL),
]
