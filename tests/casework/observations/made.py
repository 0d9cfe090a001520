"""What the tests of observations start from: who writes, and somebody on a wing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tests.casework.assessment.made import another_account, assigned
from tests.casework.people.made import SINCE_NEW_YEAR
from tests.casework.safety.made import (
    AT,
    CAST,
    DAY,
    DIRECTOR,
    ELSEWHERE,
    HOUR,
    INSPECTOR,
    MINUTE,
    SECOND_OFFICER,
    WING,
    grown,
)
from tests.staff import see_all_rows, written
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.observations import actions
from throughcare.casework.observations.models import Observation

__all__ = [
    "AT", "CAST", "DAY", "DIRECTOR", "ELSEWHERE", "HOUR", "INSPECTOR", "MINUTE", "NOON",
    "SECOND_OFFICER", "WING", "another_account", "assigned", "grown", "holder", "manager",
    "observed", "prisoner", "rows",
]  # fmt: skip

NOON = AT + 3 * HOUR
MANAGER, PRISONER = 951, 952


def manager(person: UUID) -> Viewer:
    """The case manager of the person."""
    return assigned(Role.CASE_MANAGER, MANAGER, person)


def prisoner(person: UUID) -> Viewer:
    """The person."""
    posts = (HeldPost(Role.PRISONER, "north", SINCE_NEW_YEAR),)
    return written(Viewer(PRISONER, posts=posts, person=person))


def holder(role: Role, account: int, place: str = "north") -> Viewer:
    """Somebody with a post."""
    return written(Viewer(account, posts=(HeldPost(role, place, SINCE_NEW_YEAR),)))


def observed(person: UUID, **more: Any) -> Observation:
    """A sound observation."""
    said: dict[str, Any] = {"by": WING, "at": NOON, "tone": "positive", "spot": "landing", **more}
    return actions.observe(person_id=person, **said)


def rows(model: type[Any] = Observation) -> list[Any]:
    """All rows of a table, whoever may read them."""
    see_all_rows("PRG")
    return list(model.objects.order_by("id"))
