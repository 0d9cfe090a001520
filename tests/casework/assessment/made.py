"""What the tests of judgement start from: who acts, and somebody in custody to look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from tests.casework.people.made import SINCE_NEW_YEAR
from tests.casework.safety.made import AT, DAY, DIRECTOR, HOUR, INSPECTOR, NURSE, WING, grown
from tests.staff import written
from throughcare.access.models import Account
from throughcare.access.question import Assigned, HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.models import Referral, Screening

__all__ = [
    "AT", "DAY", "DIRECTOR", "HOUR", "INSPECTOR", "NURSE", "WING", "another_account", "assigned",
    "grown", "manager", "referred", "refused_by", "screened", "screener", "second", "team",
]  # fmt: skip

MANAGER, SCREENER, SECOND = 931, 932, 933


def assigned(role: Role, account: int, person: UUID, place: str = "north") -> Viewer:
    """Somebody whose case it is."""
    return written(
        Viewer(
            account,
            posts=(HeldPost(role, place, SINCE_NEW_YEAR),),
            assigned=(Assigned(role, person, SINCE_NEW_YEAR),),
        )
    )


def manager(person: UUID) -> Viewer:
    """The case manager who refers."""
    return assigned(Role.CASE_MANAGER, MANAGER, person)


def screener(person: UUID) -> Viewer:
    """The case manager who screens."""
    return assigned(Role.CASE_MANAGER, SCREENER, person)


def second(person: UUID) -> Viewer:
    """The one who looks at it as a second person."""
    return assigned(Role.CASE_MANAGER, SECOND, person)


def another_account(of: Viewer, number: int, person: UUID) -> Viewer:
    """A second account of the same human being, with the same post and case."""
    holder = Account.objects.get(pk=of.account).holder
    Account.objects.create(pk=number, name=f"account {number}", holder=holder)
    return assigned(of.posts[0].role, number, person)


def referred(person: UUID, *, by: Viewer = WING, at: Any = AT + DAY, **more: Any) -> Referral:
    """A sound referral."""
    said: dict[str, Any] = {
        "kind": "pressure", "happened_at": at - HOUR, "seen_how": "self",
        "act": "He told two men on the landing to stop working, or else.",
        "otherwise": "They may owe him money.",
    }  # fmt: skip
    return actions.refer(by=by, at=at, person_id=person, **{**said, **more})


def screened(person: UUID, *, at: Any = AT + 2 * DAY, **more: Any) -> Screening:
    """A sound screening that waits for a second person."""
    said: dict[str, Any] = {
        "by": screener(person), "trigger": "incident", "act": "Two men say he threatened them.",
        "otherwise": "A quarrel about money.", "outcome": "full_assessment",
        "reasons": "Two accounts agree, and it was the second time.",
        "next_step": "B. Psychologist begins this week.", "screened_at": at,
    }  # fmt: skip
    return actions.screen(at=at, person_id=person, **{**said, **more})


def team(person: UUID) -> tuple[Viewer, Viewer, Viewer]:
    """The three of the case staff."""
    return manager(person), screener(person), second(person)


@contextmanager
def refused_by(*constraints: str) -> Iterator[None]:
    """The database refuses what is done here by one of these constraints of the room."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        yield
    name = caught.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert name in {f"assessment_{one}" for one in constraints} | set(constraints), name
