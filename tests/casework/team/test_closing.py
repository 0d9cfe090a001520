"""A meeting is closed by another member, with a quorum, and then nothing of it changes.

That it is closed once, whoever signs at the same time: `test_at_once`.
"""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from tests.casework.assessment.made import another_account, assigned
from tests.casework.intelligence.made import report
from tests.casework.team import made
from tests.casework.team.made import CLOSES, DAY, MEETS, refused_by
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere
from throughcare.access.terms import Role
from throughcare.casework.assessment.errors import NotSaid, SameHand
from throughcare.casework.people.items_wait import ItemsWait
from throughcare.casework.team import actions
from throughcare.casework.team.actions import Said
from throughcare.casework.team.errors import (
    Locked,
    NoOwner,
    NotComplete,
    NoTeam,
    NotHere,
    NotOfTheTeam,
)
from throughcare.casework.team.models import Attendance, Case, Decision, Meeting
from throughcare.casework.team.next_row import next_row

pytestmark = pytest.mark.django_db


def _closed_by_hand(meeting: Meeting, account: int) -> None:
    """Past every action, as a program would that knows no rule."""
    Meeting.objects.filter(id=meeting.id).update(stood_until=CLOSES)
    row = next_row(meeting, state="closed", signed_by=str(account), signed_at=CLOSES)
    row.id, row.recorded_at, row.recorded_by = uuid4(), CLOSES, str(account)
    row.save(force_insert=True)


def _held(meeting: Meeting) -> Meeting:
    return Meeting.objects.get(first=meeting.first, stood_until=None)


def test_whoever_wrote_the_minutes_does_not_sign_them() -> None:
    person = made.grown()
    meeting, _case = made.minuted(person)
    with pytest.raises(SameHand):
        made.sign(person, meeting, by=made.writer(person))
    with refused_by("two_hands_close"):
        _closed_by_hand(_held(meeting), made.WRITER)
    assert made.sign(person, meeting).state == "closed"


def test_nor_does_the_same_human_being_by_another_account() -> None:
    person = made.grown()
    meeting, _case = made.minuted(person)
    other = another_account(made.writer(person), 977, person)
    with refused_by("two_hands_close"):
        _closed_by_hand(_held(meeting), other.account)


def test_nobody_signs_who_was_not_there() -> None:
    person = made.grown()
    meeting, _case = made.minuted(person)
    with pytest.raises(NotOfTheTeam):
        made.sign(person, meeting, by=made.outside(person))
    with refused_by("a_member_signs"):
        _closed_by_hand(_held(meeting), made.OUTSIDE)


def test_two_human_beings_are_no_team() -> None:
    person = made.grown()
    meeting = made.called(person)
    made.brought(person, meeting)
    few = made.members(person, chair="was ill", adviser="was away")
    with pytest.raises(NoTeam):
        made.held(person, meeting, there=few)
    assert Meeting.objects.get(first=meeting.first, stood_until=None).state == "called"


def test_whoever_was_absent_has_a_reason() -> None:
    person = made.grown()
    meeting = made.called(person)
    with pytest.raises(NotSaid):
        made.held(person, meeting, there=made.members(person, adviser="  "))
    assert made.held(person, meeting, there=made.members(person, adviser="was ill"))


def test_the_chaplain_may_be_silent_and_nobody_else() -> None:
    person = made.grown()
    said = [Said(account=made.CHAIR, words="He is on time."),
            Said(account=made.WRITER, words="He copes.")]  # fmt: skip
    meeting, _case = made.minuted(person, said=said)
    with pytest.raises(NotComplete):
        made.sign(person, meeting)


def test_how_the_person_was_heard_is_never_left_out() -> None:
    person = made.grown()
    meeting = made.called(person)
    case = made.brought(person, meeting)
    made.held(person, meeting)
    for without in ({"heard": ""}, {"heard_words": " "}):
        with pytest.raises(NotSaid):
            made.minutes(person, case, **without)
    assert made.minutes(person, case).state == "minuted"


@pytest.mark.parametrize("without", [{"owner": None}, {"due_at": None}, {"due_at": MEETS - DAY}])
def test_a_decision_has_an_owner_and_a_day_to_come(without: dict[str, object]) -> None:
    person = made.grown()
    meeting = made.called(person)
    case = made.brought(person, meeting)
    made.held(person, meeting)
    with pytest.raises(NoOwner):
        made.minutes(person, case, decided=[made.decided(person, **without)])
    see_all_rows("PLN")
    assert not Decision.objects.exists()


def test_after_the_lock_nothing_changes_in_the_action_or_past_it() -> None:
    person = made.grown()
    meeting, case = made.closed(person)
    with pytest.raises(Locked):
        made.minutes(person, case)
    with pytest.raises(Locked):
        made.brought(person, meeting)
    with pytest.raises(Locked):
        made.sign(person, meeting)
    with refused_by("locked"):
        Case.objects.filter(first=case.first, stood_until=None).update(stood_until=CLOSES)
    with refused_by("locked"):
        Decision.objects.update(stood_until=CLOSES)
    with refused_by("locked"):
        Meeting.objects.filter(first=meeting.first, stood_until=None).update(stood_until=CLOSES)


def test_a_meeting_waits_while_an_item_about_one_of_its_people_waits() -> None:
    person = made.grown()
    meeting, _case = made.minuted(person)
    report(person)
    with pytest.raises(ItemsWait) as told:
        made.sign(person, meeting)
    assert told.value.waiting == 1  # a case manager reads there in short
    assert _held(meeting).state == "held"


def test_an_item_about_somebody_else_holds_nothing_back() -> None:
    person = made.grown()
    meeting, _case = made.minuted(person)
    report(made.grown("Other", "Person", cell="north/a/1/02"))
    assert made.sign(person, meeting).state == "closed"


def test_whoever_was_released_before_the_meeting_is_not_spoken_about_and_the_rest_goes_on() -> None:
    person, other = made.grown(), made.grown("Other", "Person", cell="north/a/1/02")
    meeting = made.called(person)
    gone = made.brought(other, meeting, by=made.chair(other))
    case = made.brought(person, meeting, by=made.chair(person))
    made.leaves(other)
    made.held(person, meeting)
    with pytest.raises((NotHere, NotThere)):
        made.minutes(other, gone)
    made.minutes(person, case)
    assert made.sign(person, meeting).state == "closed"


def test_a_cancelled_meeting_is_locked_too() -> None:
    person = made.grown()
    meeting = made.called(person)
    actions.cancel_meeting(
        by=made.chair(person), at=MEETS, meeting_id=meeting.id, why="The chair is ill."
    )
    with pytest.raises(Locked):
        made.held(person, meeting)


def test_whoever_wrote_intelligence_about_somebody_does_not_close_the_meeting() -> None:
    person = made.grown()
    meeting, _case = made.minuted(person)
    guard = assigned(Role.SECURITY_OFFICER, 979, person)
    report(person, by=guard)
    held = _held(meeting)
    row = Attendance(
        id=uuid4(), meeting_id=held.first, account="979", office="security", present=True,
        recorded_at=CLOSES, recorded_by="979",
    )  # fmt: skip
    row.save(force_insert=True)
    with pytest.raises(IntegrityError) as told, transaction.atomic():
        see_all_rows("PLN")
        _closed_by_hand(held, 979)
    assert told.value.__cause__.diag.constraint_name == "people_acts_lie_apart"  # type: ignore[union-attr]
