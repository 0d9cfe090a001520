"""The file of somebody at work, held for a change; what the database refuses, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.errors import NotInCustody
from throughcare.casework.people.files import Holding, hold
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.work.errors import BadWork, NoWork, SameHand
from throughcare.casework.work.models import Injury, Placement

R = TypeVar("R", Placement, Injury)


def hold_work(person_id: UUID, *, by: Viewer, at: datetime, why: str = "") -> Holding:
    """The file, held by whoever keeps programmes and work. Raises NotThere or Refused."""
    return hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.PRG, by=by, at=at, why=why
    )


def hold_first(
    model: type[R], first: UUID, *, by: Viewer, at: datetime, why: str = ""
) -> tuple[Holding, R]:  # fmt: skip
    """The file of a row, held, and the version of the row that stands. Raises NotThere, Refused."""
    rows = model._default_manager
    named = rows.filter(first=first).first()
    if named is None:
        raise NotThere
    holding = hold_work(named.person_id, by=by, at=at, why=why)
    standing = rows.filter(first=first, stood_until=None).first()
    if standing is None:
        raise NotThere
    return holding, standing


def same_hand() -> SameHand:
    """Whoever writes hours and approves the wage for them."""
    return SameHand(
        _("you wrote hours of these days yourself, or it was your other account"),
        remedy=_("let a colleague sign in and approve the wage; what is written waits"),
    )


@contextmanager
def told() -> Iterator[None]:
    """What the database refuses, in the words of the room."""
    with refusing(
        {
            "work_in_custody": NotInCustody(
                _("this person was not in custody then"),
                remedy=_("look at the person, the day and the hour"),
            ),
            "work_hours_are_of_a_work": NoWork(
                _("the person had no such work at that time"),
                remedy=_("look at since when the work runs, and write that first"),
            ),
            "work_hours_once_at_a_time": BadWork(
                _("hours or a day of rest are written for that time already"),
                remedy=_("look at the list of hours; what was wrong is struck out first"),
            ),
            "work_wage_is_of_a_work": NoWork(
                _("no hours are written for these days: there is nothing to pay"),
                remedy=_("look at the days, or let the hours be written first"),
            ),
            "work_wage_is_paid_once": BadWork(
                _("some of these days are paid already"), remedy=_("look at the wages before")
            ),
            "work_two_hands_pay": same_hand(),
        }
    ):
        yield
