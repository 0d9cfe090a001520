"""Emergency access: who takes it, for what, how long; who confirms, reviews and is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.access.actions.staff import (
    AWAY,
    HERE,
    HOUR,
    LIFE,
    MINUTE,
    REASON,
    account,
    asked,
    member,
    post,
    seen,
    takes,
)
from tests.access.cast import AMINA, NOW
from throughcare.access.actions import declare_kin
from throughcare.access.errors import Already, NoReason, NotThere, Refused, WrongGround
from throughcare.access.matrix import matrix
from throughcare.access.models import BreakGlass, Notice
from throughcare.access.policy import decide
from throughcare.access.question import Reason, Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role

pytestmark = pytest.mark.django_db
_GUARD, _DIRECTOR = Role.SECURITY_OFFICER, Role.PRISON_DIRECTOR
_ALLOWED = sorted(matrix().break_glass.allowed.items())


def _refusal(by: Viewer, role: Role = _GUARD, **other: Any) -> Reason:
    with pytest.raises(Refused) as no:
        takes(by, role, **other)
    assert not BreakGlass.objects.exists() and not Notice.objects.exists()
    return no.value.answer.reason


def test_a_guard_opens_what_saves_a_life_for_four_hours_and_no_more() -> None:
    guard = member(_GUARD)
    takes(seen(guard), others_on_duty=False)

    def fields(minutes: int) -> tuple[Reason, bool]:
        at = NOW + timedelta(minutes=minutes)
        viewer = seen(guard, at)
        answer = decide(viewer, Act.READ_REDACTED, Compartment.HLT, HERE, at=at)
        return answer.reason, "allergies" in answer.fields

    assert fields(-1) == (Reason.GRANTED, False)
    assert fields(0) == (Reason.EMERGENCY, True)
    assert fields(239) == (Reason.EMERGENCY, True)
    assert fields(240) == (Reason.GRANTED, False)


@pytest.mark.parametrize(("code", "row"), _ALLOWED)
def test_hours_and_ground_are_those_of_the_matrix(code: Compartment, row: Any) -> None:
    director = asked(_DIRECTOR)
    given = takes(director, _DIRECTOR, compartment=code, ground=row.ground)
    assert given.ends - given.begins == row.hours * HOUR
    assert given.review_by - given.begins == 72 * HOUR
    other = next(one.ground for _, one in _ALLOWED if one.ground != row.ground)
    with pytest.raises(WrongGround, match=row.ground):
        takes(asked(_DIRECTOR), _DIRECTOR, compartment=code, ground=other)


@pytest.mark.parametrize(("others", "confirm_by"), [(True, NOW + HOUR), (False, None)])
def test_a_second_person_confirms_within_the_hour_where_one_is_on_duty(
    others: bool, confirm_by: object
) -> None:
    assert takes(asked(_GUARD), others_on_duty=others).confirm_by == confirm_by


def test_unconfirmed_it_lapses_after_the_hour_and_may_then_be_taken_anew() -> None:
    guard = member(_GUARD)
    takes(seen(guard))
    for minutes in (0, 59):
        with pytest.raises(Already):
            takes(seen(guard), at=NOW + minutes * MINUTE)
    assert takes(seen(guard), at=NOW + HOUR).begins == NOW + HOUR


@pytest.mark.parametrize("code", sorted(set(Compartment) - {code for code, _ in _ALLOWED}))
def test_no_emergency_opens_any_other_part_of_the_file(code: Compartment) -> None:
    assert _refusal(asked(_DIRECTOR), _DIRECTOR, compartment=code) is Reason.COMPARTMENT_CLOSED


@pytest.mark.parametrize(
    "role", sorted(set(Role) - matrix().break_glass.allowed[Compartment.HLT].roles)
)
def test_a_role_that_the_matrix_does_not_list_takes_none(role: Role) -> None:
    assert _refusal(asked(role), role) is Reason.COMPARTMENT_CLOSED
    assert takes(asked(_GUARD)).pk


def test_a_guard_opens_no_crisis_plan() -> None:
    row = matrix().break_glass.allowed[Compartment.PSY]
    plan = {"compartment": Compartment.PSY, "ground": row.ground}
    assert _refusal(asked(_GUARD), _GUARD, **plan) is Reason.COMPARTMENT_CLOSED
    assert takes(asked(_DIRECTOR), _DIRECTOR, **plan).pk


def test_nobody_takes_it_in_a_role_that_they_do_not_hold() -> None:
    nurse = asked(Role.PHYSICIAN_NURSE)
    assert _refusal(nurse, _GUARD) is Reason.NOT_IN_OFFICE


@pytest.mark.parametrize(("minutes", "right"), [(1, True), (0, False)])
def test_it_is_taken_while_the_post_is_held(minutes: int, right: bool) -> None:
    guard = account("guard")
    post(guard, _GUARD, ends=NOW + minutes * MINUTE)
    if right:
        assert takes(seen(guard)).pk
    else:
        assert _refusal(seen(guard)) is Reason.POST_ENDED


@pytest.mark.parametrize(
    ("reason", "right"), [("R" * 20, True), ("R" * 19, False), ("R" * 19 + "  ", False)]
)
def test_the_reason_is_written_and_not_hinted_at(reason: str, right: bool) -> None:
    guard = asked(_GUARD)
    if right:
        assert takes(guard, reason=reason).pk
    else:
        with pytest.raises(NoReason, match="at least 20"):
            takes(guard, reason=reason)


def test_about_a_relative_or_oneself_a_colleague_takes_it() -> None:
    relative, prisoner = member(_GUARD), asked(_GUARD, person=AMINA)
    declare_kin(by=seen(relative), at=NOW, person=AMINA)
    assert _refusal(seen(relative)) is Reason.OWN_RELATIVE
    assert _refusal(prisoner) is Reason.OWN_FILE
    assert takes(asked(_GUARD)).pk


@pytest.mark.parametrize("subject", [AWAY, Subject(AMINA, None), Subject(None, "north")])
def test_somebody_held_elsewhere_or_nowhere_is_not_there(subject: Subject) -> None:
    with pytest.raises(NotThere):
        takes(asked(_GUARD), subject=subject)
    assert not BreakGlass.objects.exists()
    assert takes(asked(_GUARD)).pk


def test_those_who_answer_are_told_at_once() -> None:
    emergency = takes(asked(_GUARD))
    told = {
        (one.office, one.role, one.establishment, one.made_at)
        for one in Notice.objects.filter(emergency=emergency)
    }
    assert told == {
        ("owner", "physician_nurse", "north", NOW),
        ("data_protection", "npm_inspector", "service", NOW),
    }


def test_the_row_says_all_that_was_declared() -> None:
    given = takes(asked(_GUARD))
    assert (given.role, given.place, given.person) == (_GUARD, "north", AMINA)
    assert (given.ground, given.reason, given.compartment) == (LIFE, REASON, "HLT")
    assert given.confirmed_by is None and given.reviewed_by is None
