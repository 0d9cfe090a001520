"""What is read from the register. Who may ask, and to record the asking, is the caller's part."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from throughcare.register.events import READ
from throughcare.register.models import Entry

MOST: Final = 100  # on one page

_READING = Q(event=READ) | Q(event__startswith=f"{READ}.")


@dataclass(frozen=True, slots=True)
class Opening:
    """That a person's file was opened: the role and the place, no name, no compartment."""

    role: str
    place: str
    opened_at: datetime


def opened_by(
    person: UUID, *, before: datetime | None = None, most: int = MOST,
    hide_roles: Collection[str] = (),
) -> list[Opening]:  # fmt: skip
    """Who has opened a person's file, by role, newest first, at most `most`.

    `before` leaves out what was recorded at that moment or later, `hide_roles` what was read in
    these roles: the caller knows from whom an inspector's readings are kept.
    """
    rows = Entry.objects.filter(_READING, about=person).exclude(role__in=list(hide_roles))
    if before is not None:
        rows = rows.filter(recorded_at__lt=before)
    found = _newest(rows)[: min(most, MOST)]
    return [Opening(one.role, one.place, one.happened_at) for one in found]


def latest_about(table: str, row: str) -> Entry | None:
    """The last change of a row; readings do not count."""
    return Entry.objects.filter(table=table, row=row).exclude(_READING).order_by("-id").first()


def reasons_of(table: str, rows: Collection[str]) -> dict[str, str]:
    """Why each of these rows was written, as its first entry says; empty where none was asked."""
    found = Entry.objects.filter(table=table, row__in=list(rows)).exclude(_READING)
    return dict(found.order_by("-id").values_list("row", "why"))


def first_entry() -> Entry | None:
    """The first entry of all: what the register begins with; None in an empty one."""
    return Entry.objects.order_by("id").first()


def last_recorded_at() -> datetime | None:
    """When the last entry was recorded, by the clock of that time; None in an empty register."""
    return Entry.objects.order_by("-id").values_list("recorded_at", flat=True).first()


def _newest(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    return rows.order_by("-recorded_at", "-id")
