"""People with real rows: accounts, posts and the viewers that follow from them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from tests.access.cast import AMINA, NOW
from throughcare.access.actions import assign, break_glass
from throughcare.access.models import Account, BreakGlass, CaseAssignment, Post
from throughcare.access.queries import viewer_of
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Compartment, Role

MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
LONG_AGO: Final = NOW - timedelta(days=60)
HERE: Final = Subject(AMINA, "north")
AWAY: Final = Subject(AMINA, "south")
WHY: Final = "the roster of March"
PASSWORD: Final = "nine quiet lanterns"
LIFE: Final = "imminent danger to life"
REASON: Final = "he does not breathe, no nurse"
_HOME: Final = {
    Role.SYSTEM_ADMINISTRATOR: "service", Role.NPM_INSPECTOR: "service", Role.FAMILY: "service",
    Role.DEFENCE_LAWYER: "service", Role.JUDGE_PROSECUTOR: "service", Role.HQ_ANALYST: "service",
}  # fmt: skip


def account(name: str, **fields: Any) -> Account:
    """An account without a post."""
    return Account.objects.create(name=name, **fields)


def post(
    of: Account, role: Role, place: str = "", *, begins: datetime = LONG_AGO,
    ends: datetime | None = None,
) -> Post:  # fmt: skip
    """A post, at the usual place of its role."""
    where = place or _HOME.get(role, "north")
    return Post.objects.create(account=of, role=role, establishment=where, begins=begins, ends=ends)


def member(role: Role, place: str = "", name: str = "", **fields: Any) -> Account:
    """An account with one post, long held."""
    one = account(name or f"{role.value} {Account.objects.count()}", **fields)
    post(one, role, place)
    return one


def seen(one: Account, at: datetime = NOW) -> Viewer:
    """The viewer that an account is."""
    return viewer_of(one.pk, at=at)


def asked(role: Role, place: str = "", **fields: Any) -> Viewer:
    """The viewer of a new member."""
    return seen(member(role, place, **fields))


def case(
    of: Account, role: Role = Role.CASE_MANAGER, person: UUID = AMINA, *,
    begins: datetime = LONG_AGO, ends: datetime | None = None,
) -> CaseAssignment:  # fmt: skip
    """A case, long held."""
    return CaseAssignment.objects.create(
        account=of, person=person, role=role, begins=begins, ends=ends
    )


def gives(by: Viewer, to: Account, role: Role = Role.CASE_MANAGER, **other: Any) -> CaseAssignment:
    """Somebody gives Amina's case."""
    usual = {"at": NOW, "subject": HERE, "begins": NOW, "ends": None, "why": WHY}
    return assign(by=by, account=to, role=role, **{**usual, **other})


def takes(by: Viewer, role: Role = Role.SECURITY_OFFICER, **other: Any) -> BreakGlass:
    """Somebody takes emergency access to what saves Amina's life."""
    usual = {
        "at": NOW, "subject": HERE, "compartment": Compartment.HLT, "ground": LIFE,
        "reason": REASON, "others_on_duty": True,
    }  # fmt: skip
    return break_glass(by=by, role=role, **{**usual, **other})
