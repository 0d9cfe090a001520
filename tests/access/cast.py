"""Who plays in the scenarios: posts, cases, emergencies and prisoners, in minutes from now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from throughcare.access.question import (
    Assigned,
    Grant,
    HeldPost,
    Period,
    Subject,
    Viewer,
)
from throughcare.access.terms import Compartment, Role

NOW: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)
AMINA, BORIS = UUID(int=1), UUID(int=2)
LONG_AGO: Final = -60 * 24 * 30


def lasting(begins: int = LONG_AGO, ends: int | None = None) -> Period:
    """A period in minutes from now."""
    last = None if ends is None else NOW + timedelta(minutes=ends)
    return Period(NOW + timedelta(minutes=begins), last)


def post(role: str, place: str = "north/central", **when: int) -> HeldPost:
    return HeldPost(Role(role), place, lasting(**when))


def case(role: str, person: UUID = AMINA, **when: int) -> Assigned:
    return Assigned(Role(role), person, lasting(**when))


def who(
    *given: HeldPost | Assigned | Grant, kin: tuple[UUID, ...] = (), person: UUID | None = None,
    suspended: bool = False,
) -> Viewer:  # fmt: skip
    return Viewer(
        account=1, suspended=suspended, person=person, kin=frozenset(kin),
        posts=tuple(one for one in given if isinstance(one, HeldPost)),
        assigned=tuple(one for one in given if isinstance(one, Assigned)),
        grants=tuple(one for one in given if isinstance(one, Grant)),
    )  # fmt: skip


def urgent(
    code: str = "HLT", role: str = "security_officer", person: UUID = AMINA, *,
    begins: int = -10, ends: int = 230, confirm: int | None = 50, confirmed: bool = False,
) -> Grant:  # fmt: skip
    by = None if confirm is None else NOW + timedelta(minutes=confirm)
    period = lasting(begins, ends)
    return Grant(Role(role), person, Compartment(code), period, by, confirmed)


HERE: Final = Subject(AMINA, "north/central")
WING: Final = Subject(AMINA, "north/central/wing-b")
AWAY: Final = Subject(AMINA, "south/harbour")
FREE: Final = Subject(AMINA, None)
OTHER: Final = Subject(BORIS, "north/central")
FIGURES: Final = Subject(None, "north/central")
FIGURES_AWAY: Final = Subject(None, "south/harbour")

NURSE: Final = post("physician_nurse")
GUARD: Final = post("security_officer")
DIRECTOR: Final = post("prison_director")
MANAGER: Final = post("case_manager")
INSPECTOR: Final = who(post("npm_inspector", "service"))
PRISONER: Final = who(post("prisoner"), person=AMINA)
TEACHING: Final = who(
    post("prisoner"), post("teacher_instructor"), case("teacher_instructor"), person=AMINA
)
JUDGE: Final = who(post("judge_prosecutor", "service"), case("judge_prosecutor"))
PARTNER: Final = who(post("civil_society_partner"), case("civil_society_partner"))
LAWYER: Final = post("defence_lawyer", "service")
FAMILY: Final = post("family", "service")
INTELLIGENCE: Final = who(post("intelligence_officer"))
