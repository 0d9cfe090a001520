"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.deeds import addresses
from throughcare.web.safety.restraint import doing, section

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/custody/restraint", section.restraint, name="restraint"),
    *addresses("restraint", "restraint", doing.OF_A_FILE, doing.OF_A_ROW),
]
