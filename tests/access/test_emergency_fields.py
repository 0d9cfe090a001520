"""What emergency access adds to a post that already gives a redacted read: its fields, no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from throughcare.access.matrix import matrix
from throughcare.access.policy import decide
from throughcare.access.question import Answer, Grant, HeldPost, Period, Reason, Subject, Viewer
from throughcare.access.terms import Act, Compartment, Level, Role

_NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
_HOURS = Period(_NOW - timedelta(hours=1), _NOW + timedelta(hours=3))
_AMINA, _BORIS = UUID(int=1), UUID(int=2)
_GRANT = Grant(Role.PRISON_DIRECTOR, _AMINA, Compartment.HLT, _HOURS, None, confirmed=False)
_POST = HeldPost(Role.PRISON_DIRECTOR, "north", Period(_NOW - timedelta(days=9), None))
_DIRECTOR = Viewer(account=1, posts=(_POST,), grants=(_GRANT,))
_SHORT = matrix().redacted[Compartment.HLT]
_URGENT = matrix().break_glass.allowed[Compartment.HLT].fields


def _asks(viewer: Viewer, act: Act = Act.READ_REDACTED, person: UUID = _AMINA) -> Answer:
    return decide(viewer, act, Compartment.HLT, Subject(person, "north/central"), at=_NOW)


def test_a_director_in_an_emergency_sees_the_short_form_and_the_fields_that_save_a_life() -> None:
    answer = _asks(_DIRECTOR)
    assert set(answer.fields) == set(_SHORT) | set(_URGENT)
    assert len(answer.fields) == len(set(answer.fields))
    assert (answer.allowed, answer.level) == (True, Level.REDACTED)
    assert answer.reason is Reason.EMERGENCY


@pytest.mark.parametrize(
    "grants",
    [
        (),
        (replace(_GRANT, period=Period(_HOURS.begins, _NOW)),),
        (replace(_GRANT, confirm_by=_NOW),),
        (replace(_GRANT, compartment=Compartment.PSY),),
        (replace(_GRANT, role=Role.SECURITY_OFFICER),),
    ],
    ids=["no emergency", "ended", "not confirmed in time", "another part", "a post not held"],
)
def test_without_an_emergency_in_force_the_director_sees_the_short_form_alone(
    grants: tuple[Grant, ...],
) -> None:
    answer = _asks(replace(_DIRECTOR, grants=grants))
    assert (answer.reason, answer.fields) == (Reason.GRANTED, _SHORT)


def test_an_emergency_about_one_prisoner_adds_nothing_about_another() -> None:
    answer = _asks(_DIRECTOR, person=_BORIS)
    assert (answer.reason, answer.fields) == (Reason.GRANTED, _SHORT)


def test_an_emergency_does_not_turn_a_short_form_into_the_whole_medical_file() -> None:
    assert _asks(_DIRECTOR, Act.READ).reason is Reason.ONLY_REDACTED


def test_a_full_read_by_another_post_is_not_narrowed_to_an_emergency() -> None:
    nurse = replace(_POST, role=Role.PHYSICIAN_NURSE)
    answer = _asks(replace(_DIRECTOR, posts=(_POST, nurse)))
    assert (answer.level, answer.reason) == (Level.WRITE, Reason.GRANTED)


def test_a_row_for_a_role_that_the_matrix_does_not_list_opens_nothing() -> None:
    teacher = Viewer(
        account=1,
        posts=(replace(_POST, role=Role.TEACHER_INSTRUCTOR),),
        grants=(replace(_GRANT, role=Role.TEACHER_INSTRUCTOR),),
    )
    guard = Viewer(
        account=1,
        posts=(replace(_POST, role=Role.SECURITY_OFFICER, establishment="south"),),
        grants=(replace(_GRANT, role=Role.SECURITY_OFFICER),),
    )
    assert _asks(guard).allowed
    assert not _asks(teacher).allowed
