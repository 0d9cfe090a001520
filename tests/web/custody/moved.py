"""What the tests of movements and release start from: two prisons, officers, and somebody held."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from tests.staff import see_all_rows
from tests.web.people.made import Somebody, place
from throughcare.access.terms import Role
from throughcare.casework.custody import actions
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.terms import MovementKind, OrderKind
from throughcare.casework.people.models import Person

FORM = "%Y-%m-%dT%H:%M"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ORDER = {"order": "new", "authority": "Court of the North", "number": "R 9",
         "issued_on": "2026-03-01"}  # fmt: skip


class House:
    """The north with a reception of two and a director, the south with a reception."""

    def __init__(self, zone: str = "UTC") -> None:
        see_all_rows("SEN")  # the test looks at raw rows; the pages see only through their viewer
        place(zone=zone)
        place("south", "South Prison")
        self.officer = Somebody()
        self.colleague = Somebody(name="bilal")
        self.director = Somebody(Role.PRISON_DIRECTOR, name="dina")
        self.south = Somebody(at="south", name="salim")
        self.now = timezone.now()

    def received(self, *parts: str, since: timedelta = 10 * DAY) -> Person:
        """Somebody received so long ago by the officer."""
        file = self.officer.open(*parts)
        at = self.now - since
        actions.register_order(
            by=self.officer.viewer, at=self.now, person_id=file.id, kind=OrderKind.REMAND,
            authority="Court of the North", number="17", issued_on=at.date(), valid_from=at,
        )  # fmt: skip
        actions.receive(
            by=self.officer.viewer, at=self.now, person_id=file.id, establishment="north",
            admitted_at=at,
        )  # fmt: skip
        return file

    def at_court(self, file: Person, *, back: bool = True, at: datetime | None = None) -> Any:
        """Out to court two hours ago, and back an hour ago."""
        return actions.leave(
            by=self.officer.viewer, at=at or self.now, person_id=file.id, kind=MovementKind.COURT,
            to_place="Court of the North", left_at=self.now - 2 * HOUR,
            arrived_at=self.now - HOUR if back else None,
        )  # fmt: skip

    def sent(self, file: Person) -> Any:
        """On the way to the south since an hour."""
        return actions.depart(
            by=self.officer.viewer, at=self.now, person_id=file.id, to_place="south",
            order=PrintedOrder(authority="Service", number="T 4", issued_on=self.now.date()),
            left_at=self.now - HOUR, reason="nearer to the family",
        )  # fmt: skip


def wall(ago: timedelta = timedelta()) -> str:
    """So long ago by the clock on the wall of the prison, which shows UTC."""
    return (timezone.now() - ago).strftime(FORM)


def way(file: Person | UUID, rest: str) -> str:
    """An address in the file."""
    return f"/people/{file.id if isinstance(file, Person) else file}{rest}"
