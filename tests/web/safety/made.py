"""What the tests of these pages start from: who works in a prison, and people held there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from tests.casework.custody.made import places
from tests.casework.safety.made import words
from tests.staff import see_all_rows
from tests.web.people.made import SINCE, Somebody
from throughcare.access.models import Post
from throughcare.access.terms import Role
from throughcare.casework.custody import actions as of_custody
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.casework.safety import actions

FORM = "%Y-%m-%dT%H:%M"
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Wing:
    """The north: reception, director, deputy, two officers of the wing, nurse, inspector."""

    def __init__(self) -> None:
        see_all_rows("DIS", "HLT", "SEN", "INC")
        places()
        self.reception = Somebody(name="rana")
        self.director = Somebody(Role.PRISON_DIRECTOR, name="dina")
        self.deputy = Somebody(Role.PRISON_DIRECTOR, name="dmitri")
        self.officer = Somebody(Role.SECURITY_OFFICER, name="omar")
        self.nurse = Somebody(Role.PHYSICIAN_NURSE, name="nadia")
        self.inspector = Somebody(Role.NPM_INSPECTOR, name="ines")
        self.now = timezone.now()

    def both(self) -> Somebody:
        """Who orders and gives cells: a post of the wing and one of the reception."""
        somebody = Somebody(Role.SECURITY_OFFICER, name="bashir")
        Post.objects.create(
            account=somebody.account, role=Role.ADMISSIONS_OFFICER, establishment="north",
            begins=SINCE,
        )  # fmt: skip
        return somebody

    def held(self, *parts: str, born: str = "1985-05-05", cell: str = "north/a/1/01") -> Person:
        """Somebody received thirty days ago, in a cell since."""
        file = self.reception.open(*(parts or ("Aigerim",)))
        if born:
            self.reception.state(file, Kind.BIRTH_DATE, {"date": born})
        at, by = self.now - 30 * DAY, self.reception.viewer
        of_custody.register_order(
            by=by, at=self.now, person_id=file.id, kind=OrderKind.REMAND, authority="Court",
            number=f"N {str(file.id)[-6:]}", issued_on=at.date(), valid_from=at,
        )  # fmt: skip
        of_custody.receive(
            by=by, at=self.now, person_id=file.id, establishment="north", admitted_at=at
        )
        of_custody.place_in(by=by, at=self.now, person_id=file.id, place=cell, since=at)
        return file

    def separated(self, file: Person, ago: timedelta, until: timedelta | None = None,
                  days: float = 3, **more: Any) -> UUID:  # fmt: skip
        """Separated from so long ago, and let out so long ago where that is said."""
        at = self.now - ago
        order = actions.order_separation(
            by=self.director.viewer, at=self.now, person_id=file.id, kind="segregation_cell",
            since=at, order=words(at, days, **more),
        )  # fmt: skip
        if until is not None:
            actions.end_separation(
                by=self.director.viewer, at=self.now, person_id=file.id,
                separation_id=order.separation_id, until=self.now - until,
            )  # fmt: skip
        spell: UUID = order.separation_id
        return spell


def wall(moment: datetime) -> str:
    """By the clock on the wall of the prison, which shows UTC."""
    return moment.strftime(FORM)


def typed(wing: Wing, **more: Any) -> dict[str, Any]:
    """A sound order as somebody types it."""
    said = {
        "since": wall(wing.now - MINUTE), "kind": "segregation_cell", "ground": "security",
        "reasons": "a fight in the yard", "alternatives_tried": "talks, another wing",
        "legal_ground": "article 12", "authority": "A. Director", "authority_role": "director",
        "end_at": wall(wing.now + 2 * DAY), "review_at": wall(wing.now + DAY),
    }  # fmt: skip
    return {**said, **more}


def way(file: Person, rest: str = "") -> str:
    """An address of the section."""
    return f"/people/{file.id}/custody/separation{rest}"


def stands(model: Any) -> Any:
    """The rows of a table as they are; a page leaves the wall shut behind it."""
    see_all_rows("DIS", "HLT", "SEN", "INC")
    return model.objects
