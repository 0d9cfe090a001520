"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.deeds import addresses
from throughcare.web.work import doing, section

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/custody/work", section.work, name="work"),
    *addresses("work", "work", doing.OF_A_FILE, doing.OF_A_WORK),
    *addresses("work/injury", "injury", {}, doing.OF_AN_INJURY),
    *addresses("work/day", "work_day", {}, doing.OF_A_DAY),
]
