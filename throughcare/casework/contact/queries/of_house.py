"""Of a whole prison: for whom the day is written, and who has had no contact for long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.terms import Compartment
from throughcare.casework.contact.limits import too_long_ago
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.people.files import entering
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """Somebody without contact. `last`: when the last one took place; None for never here."""

    person: UUID
    last: datetime | None


@entering
def without_contact(viewer: Viewer, establishment: str, *, at: datetime) -> Sequence[Silent]:
    """Who has had no contact for as long as `contact.yaml` says, the longest first.

    Of whom the viewer reads the contacts in full, and of nobody else. Who came a shorter time ago
    is not there yet. Raises NotThere without a post.
    """
    since = too_long_ago(at, str(zone_of(establishment)))
    rows = _rows("contact_last_held", establishment, "full", at)
    found = [
        Silent(person=person, last=last)
        for person, came, last in rows
        if came <= since and (last is None or last < since)
    ]
    _enter(viewer, "read.without_contact", establishment, [one.person for one in found], at=at)
    return sorted(found, key=lambda one: (one.last is not None, one.last or at, str(one.person)))


@entering
def house_list(viewer: Viewer, node: str, *, at: datetime) -> Sequence[tuple[UUID, bool]]:
    """Who lies in a place and whose contacts the viewer writes; whether it is a woman.

    Raises NotThere without a post.
    """
    rows = _rows("contact_lying_in", node, "add", at)
    _enter(viewer, "read.contact_list", node, [person for person, _woman in rows], at=at)
    return [(person, bool(woman)) for person, woman in rows]


def _rows(door: str, place: str, how: str, at: datetime) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {door}(%s, %s, %s)", [place, how, at])
        return list(cursor.fetchall())


def _enter(
    viewer: Viewer, event: str, place: str, named: Sequence[UUID], *, at: datetime
) -> None:  # fmt: skip
    leave = standing(viewer, at=at)
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, happened_at=at,
        at=at, compartment=Compartment.CON,
        content={"place": place, "named": sorted(str(one) for one in named)},
    )  # fmt: skip
