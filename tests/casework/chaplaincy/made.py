"""What the tests of the chaplaincy start from: a chaplain whose case the person is."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.casework.assessment.made import assigned
from tests.casework.assessment.made_status import the_prisoner
from tests.casework.safety.made import ADMISSIONS, AT, DAY, HOUR, grown
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.chaplaincy import actions
from throughcare.casework.chaplaincy.models import Request, Visit, Wish

__all__ = [
    "ADMISSIONS", "AT", "DAY", "HOUR", "asked", "chaplain", "grown", "the_prisoner", "visited",
    "wished",
]  # fmt: skip


def chaplain(person: UUID) -> Viewer:
    """The chaplain of the person."""
    return assigned(Role.CHAPLAIN, 971, person)


def asked(person: UUID, at: datetime = AT, *, by: Viewer | None = None) -> Request:
    """The person asked for a representative."""
    return actions.ask_for(
        by=by or chaplain(person), at=at, person_id=person, faith="Baha'i", asked_at=at
    )


def wished(
    person: UUID, at: datetime = AT, *, by: Viewer | None = None, kind: str = "no_visits",
    since: datetime | None = None, faith: str = "",
) -> Wish:  # fmt: skip
    """A standing wish."""
    return actions.wish(
        by=by or chaplain(person), at=at, person_id=person, kind=kind, since=since or at,
        faith=faith,
    )  # fmt: skip


def visited(person: UUID, at: datetime, **more: Any) -> Visit:
    """A private visit that took place."""
    said: dict[str, Any] = {
        "by": chaplain(person), "kind": "visit", "outcome": "held", "offered_at": at, **more,
    }  # fmt: skip
    return actions.offer_visit(at=at, person_id=person, **said)
