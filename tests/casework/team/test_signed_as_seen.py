"""Whoever signs a meeting signs the words that the page showed, and no others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.casework.team import made
from tests.casework.team.made import CLOSES, MEETS, refused_by
from tests.staff import see_all_rows
from throughcare.casework.rows.errors import OtherWords
from throughcare.casework.team import actions, queries
from throughcare.casework.team.models import Case, Meeting
from throughcare.casework.team.next_row import next_row
from throughcare.casework.team.words import words_of

pytestmark = pytest.mark.django_db
LATER = MEETS + timedelta(hours=2)


def written_anew(person: UUID, _meeting: Meeting, case: Case) -> None:
    made.minutes(person, case, at=LATER, reasons="He asks for more.")


def the_same_again(person: UUID, _meeting: Meeting, case: Case) -> None:
    made.minutes(person, case, at=LATER)


def others_were_there(person: UUID, meeting: Meeting, _case: Case) -> None:
    there = made.members(person, adviser="was ill")
    made.held(person, meeting, at=LATER, there=there)


def somebody_came_and_went(person: UUID, meeting: Meeting, _case: Case) -> None:
    other = made.grown("Other", "Person", cell="north/a/1/02")
    made.chair(person)
    by = made.chair(other)
    case = made.brought(other, meeting, at=LATER, by=by)
    actions.take_off(by=by, at=LATER, case_id=case.id, why="He left for the court.")


CHANGES = [written_anew, the_same_again, others_were_there, somebody_came_and_went]


@pytest.mark.parametrize("change", CHANGES)
def test_whoever_opened_the_page_before_a_change_is_told_when_and_by_whom(
    change: Callable[[UUID, Meeting, Case], None],
) -> None:
    person = made.grown()
    meeting, case = made.minuted(person)
    seen = words_of(meeting.first)
    change(person, meeting, case)
    with pytest.raises(OtherWords) as told:
        made.sign(person, meeting, seen=seen)
    assert "11:00" in told.value.what and "account 95" in told.value.what
    assert "read them once more" in told.value.remedy
    see_all_rows("PLN")
    assert Meeting.objects.get(first=meeting.first, stood_until=None).state == "held"


@pytest.mark.parametrize("seen", ["", "0" * 64])
def test_nobody_signs_what_no_page_has_shown(seen: str) -> None:
    person = made.grown()
    meeting, _case = made.minuted(person)
    with pytest.raises(OtherWords):
        made.sign(person, meeting, seen=seen)


def test_the_signature_keeps_which_words_it_was_put_under() -> None:
    person = made.grown()
    meeting, _case = made.minuted(person)
    read = queries.meeting_of(made.signer(person), meeting.first, at=CLOSES)
    closed = made.sign(person, meeting, seen=read.words)
    assert closed.signed_seen == words_of(meeting.first) == read.words


def test_a_page_read_at_a_moment_carries_the_words_of_that_moment() -> None:
    person = made.grown()
    meeting, case = made.minuted(person)
    seen = words_of(meeting.first)
    made.minutes(person, case, at=LATER)
    by = made.signer(person)
    before = queries.meeting_of(by, meeting.first, at=LATER - timedelta(minutes=1))
    after = queries.meeting_of(by, meeting.first, at=LATER)
    assert before.words == seen != after.words == words_of(meeting.first)


@pytest.mark.parametrize("seen", ["", "0" * 64])
def test_past_every_action_no_meeting_is_closed_over_other_words(seen: str) -> None:
    person = made.grown()
    meeting, _case = made.minuted(person)
    made.signer(person)
    see_all_rows("PLN")
    held = Meeting.objects.get(first=meeting.first, stood_until=None)
    row = next_row(
        held, state="closed", signed_by=str(made.SIGNER), signed_at=CLOSES, signed_seen=seen
    )
    row.id, row.recorded_at, row.recorded_by = uuid4(), CLOSES, str(made.SIGNER)
    with refused_by("signed_as_seen"):
        Meeting.objects.filter(id=held.id).update(stood_until=CLOSES)
        row.save(force_insert=True)


def test_a_meeting_that_nobody_signs_keeps_no_words() -> None:
    person = made.grown()
    meeting = made.called(person)
    row = next_row(meeting, state="cancelled", cancelled_why="ill", signed_seen="0" * 64)
    row.id, row.recorded_at, row.recorded_by = uuid4(), CLOSES, str(made.CHAIR)
    with refused_by("signed_as_seen"):
        Meeting.objects.filter(id=meeting.id).update(stood_until=CLOSES)
        row.save(force_insert=True)
