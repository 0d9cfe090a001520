"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.chaplaincy import doing, groups, section
from throughcare.web.custody.deeds import addresses

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/custody/religion", section.religion, name="religion"),
    path("chaplaincy", groups.groups, name="chaplaincy"),
    *addresses("religion", "religion", doing.OF_A_FILE, doing.OF_A_REQUEST),
    *addresses("religion/wish", "wish", {}, doing.OF_A_WISH),
]
