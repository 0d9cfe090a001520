"""Two members at one meeting at once, each over a connection of their own: one of them is told."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from uuid import UUID

import pytest
from django.db import transaction

from tests.casework.custody.made import places
from tests.casework.custody.test_placements_at_once import at_once, until_somebody_waits
from tests.casework.safety.made import CAST
from tests.casework.team import made
from tests.staff import see_all_rows, written
from throughcare.casework.rows.errors import OtherWords
from throughcare.casework.team.errors import Locked
from throughcare.casework.team.models import Case, Meeting
from throughcare.casework.team.words import words_of
from throughcare.errors import BadInput

LATE = "Written while another signed."


@pytest.fixture(autouse=True)
def cast() -> None:
    """Nothing in the shared database: each test here has one of its own."""


@pytest.fixture
def person(own_database: str) -> UUID:
    """Somebody whom the team speaks about, committed."""
    for one in CAST:
        written(one)
    places()
    see_all_rows("SEN", "PLN")
    return made.grown()


def beside(first: Callable[[], object], second: Callable[[], object]) -> list[BadInput | None]:
    """What the second is told, who began while the first was done and not yet committed."""
    told: list[BadInput | None] = []
    waiting = Thread(target=lambda: told.extend(at_once(second)))
    with transaction.atomic():
        first()
        waiting.start()
        until_somebody_waits()
    waiting.join(60)
    return told


def states(meeting: Meeting) -> list[str]:
    """Each state in which the meeting ever stood, in the order of the alphabet."""
    see_all_rows("PLN")
    return sorted(Meeting.objects.filter(first=meeting.first).values_list("state", flat=True))


def considered(case: Case) -> str:
    """What the minutes about the person say now."""
    see_all_rows("PLN")
    return Case.objects.get(first=case.first, stood_until=None).considered


def test_of_two_who_sign_at_once_one_is_told_that_it_is_closed(person: UUID) -> None:
    meeting, _case = made.minuted(person)
    one, other = made.signer(person), made.chair(person)
    told = at_once(
        lambda: made.sign(person, meeting, by=one), lambda: made.sign(person, meeting, by=other)
    )
    assert sorted(type(error).__name__ for error in told) == ["Locked", "NoneType"]
    assert states(meeting) == ["called", "closed", "held"]


def test_whoever_signs_while_another_signature_is_written_waits_and_is_told(person: UUID) -> None:
    meeting, _case = made.minuted(person)
    one, other = made.signer(person), made.chair(person)
    (error,) = beside(
        lambda: made.sign(person, meeting, by=one), lambda: made.sign(person, meeting, by=other)
    )
    assert isinstance(error, Locked) and error.remedy
    assert states(meeting) == ["called", "closed", "held"]


def test_minutes_that_come_while_the_meeting_is_closed_are_refused(person: UUID) -> None:
    meeting, case = made.minuted(person)
    before = considered(case)
    by = made.writer(person)
    (error,) = beside(
        lambda: made.sign(person, meeting),
        lambda: made.minutes(person, case, at=made.CLOSES, by=by, considered=LATE),
    )
    assert isinstance(error, Locked)
    assert considered(case) == before


def test_whoever_signs_while_minutes_are_written_is_told_and_signs_once_they_are_read(
    person: UUID,
) -> None:
    meeting, case = made.minuted(person)
    signer, seen = made.signer(person), words_of(meeting.first)
    (error,) = beside(
        lambda: made.minutes(person, case, considered=LATE),
        lambda: made.sign(person, meeting, by=signer, seen=seen),
    )
    assert isinstance(error, OtherWords) and "account 952" in error.what and error.remedy
    assert states(meeting) == ["called", "held"] and considered(case) == LATE
    made.sign(person, meeting, by=signer)
    assert states(meeting) == ["called", "closed", "held"]


def test_of_two_who_write_who_was_there_at_once_the_meeting_is_held_once(person: UUID) -> None:
    meeting = made.called(person)
    made.brought(person, meeting)
    there, one, other = made.members(person), made.writer(person), made.chair(person)
    told = at_once(
        lambda: made.held(person, meeting, by=one, there=there),
        lambda: made.held(person, meeting, by=other, there=there),
    )
    assert told == [None, None], "the second says it anew, while the meeting is open"
    assert states(meeting) == ["called", "held"]
