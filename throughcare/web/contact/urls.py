"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.contact import day, doing, house, section
from throughcare.web.custody.deeds import addresses

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/custody/contact", section.contact, name="contact"),
    path("contact", house.house, name="contact_house"),
    path("contact/<path:place>/day", day.day, name="contact_day"),
    *addresses("contact", "contact", doing.OF_A_FILE, doing.OF_A_CONTACT),
]
