"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.deeds import addresses
from throughcare.web.programmes import (
    certificate,
    conflicts,
    doing,
    house,
    register,
    section,
    sent,
)

_SECTION = "people/<uuid:person_id>/custody/programmes"

urlpatterns: list[URLPattern] = [
    path(_SECTION, section.programmes, name="programmes"),
    path(
        f"{_SECTION}/<uuid:certificate_id>/certificate.pdf",
        certificate.certificate,
        name="programme_certificate",
    ),
    *addresses("programmes", "programme", doing.OF_A_FILE, doing.OF_A_REFERRAL),
    *addresses("programmes", "refusal", {}, doing.OF_A_REVIEW),
    path("programmes", house.catalogue, name="programme_catalogue"),
    path("programmes/new", house.new, name="programme_new"),
    path("programmes/worker", house.worker, name="programme_worker"),
    path("programmes/waiting", house.waiting, name="programme_waiting"),
    path("programmes/conflicts", conflicts.conflicts, name="programme_conflicts"),
    path("programmes/register/entries", sent.entries, name="programme_entries"),
    path("programmes/<uuid:programme_id>/group", house.group, name="programme_group"),
    path("programmes/groups/<uuid:group_id>/register", register.page, name="programme_register"),
]
