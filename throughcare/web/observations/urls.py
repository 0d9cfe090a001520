"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

import throughcare.web.custody.places.urls  # noqa: F401  # registers how a place stands in a way
from throughcare.web.custody.deeds import addresses
from throughcare.web.observations import doing, observing, section, sent, unit

urlpatterns: list[URLPattern] = [
    path("observe", unit.houses, name="observe_houses"),
    path("observations/entries", sent.entries, name="observe_entries"),
    path("observe/<place:place>", unit.page, name="observe_unit"),
    path("people/<uuid:person_id>/observe", observing.page, name="observe"),
    path("people/<uuid:person_id>/custody/observations", section.page, name="observations"),
    *addresses("observations", "observations", doing.OF_A_FILE, doing.OF_AN_OBSERVATION),
    *addresses("observations", "officer", {}, doing.OF_AN_OFFICER),
]
