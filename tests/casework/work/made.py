"""What the tests of work start from: an instructor and a colleague, whose case the person is."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.casework.assessment.made import assigned
from tests.casework.safety.made import AT, DAY, HOUR, grown
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.work import actions
from throughcare.casework.work.models import Fitness, Offer, Placement, Wage, WorkDay

__all__ = [
    "AT", "DAY", "HOUR", "colleague", "day_of", "fit", "grown", "instructor", "offered", "paid",
    "placed", "rested", "worked",
]  # fmt: skip


def instructor(person: UUID) -> Viewer:
    """Who writes the hours."""
    return assigned(Role.TEACHER_INSTRUCTOR, 961, person)


def colleague(person: UUID) -> Viewer:
    """Who approves the wage."""
    return assigned(Role.CASE_MANAGER, 962, person)


def day_of(moment: datetime) -> date:
    """The day by the clock of the prison."""
    return moment.astimezone(ZoneInfo("Africa/Tunis")).date()


def fit(person: UUID, at: datetime = AT, **more: Any) -> Fitness:
    """A note came: fit, and willing."""
    said: dict[str, Any] = {"noted_at": at, "fit": True, "willing": "yes", **more}
    return actions.note_fitness(by=instructor(person), at=at, person_id=person, **said)


def offered(person: UUID, at: datetime = AT, **more: Any) -> Offer:
    """Work was offered and accepted."""
    said: dict[str, Any] = {
        "offered_at": at, "kind": "work", "what": "the bakery", "answer": "accepted", **more,
    }  # fmt: skip
    return actions.offer_work(by=instructor(person), at=at, person_id=person, **said)


def placed(person: UUID, at: datetime = AT, **more: Any) -> Placement:
    """At work in the bakery since that moment."""
    said: dict[str, Any] = {
        "workshop": "the bakery", "since": at, "beneficiary": "prison", "voluntary": True,
        "paid": True, "wage_class": "B", **more,
    }  # fmt: skip
    return actions.place_at_work(by=instructor(person), at=at, person_id=person, **said)


def worked(row: Placement, since: datetime, hours: float = 6, **more: Any) -> WorkDay:
    """So many hours from that moment."""
    until = since + hours * HOUR
    said: dict[str, Any] = {"by": instructor(row.person_id), "at": until, **more}
    return actions.write_hours(placement_id=row.first, since=since, until=until, **said)


def rested(row: Placement, day: date, at: datetime) -> WorkDay:
    """A day of rest."""
    return actions.write_rest_day(
        by=instructor(row.person_id), at=at, placement_id=row.first, day=day
    )


def paid(row: Placement, at: datetime, first: date, last: date, **more: Any) -> Wage:
    """A wage, approved by the colleague."""
    said: dict[str, Any] = {
        "by": colleague(row.person_id), "amount": Decimal("40"), "currency": "TND", **more,
    }  # fmt: skip
    return actions.approve_wage(
        at=at, placement_id=row.first, paid_at=at, first_day=first, last_day=last, **said
    )
