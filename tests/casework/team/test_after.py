"""What follows a closed meeting: told, contested, answered by another hand, done, corrected."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from tests.casework.assessment.made import another_account
from tests.casework.team import made
from tests.casework.team.made import CLOSES, DAY, HOUR, MEETS, refused_by
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.casework.assessment.errors import NotSaid, SameHand, WrongState
from throughcare.casework.rows.anew import anew
from throughcare.casework.team import actions, queries
from throughcare.casework.team.errors import AlreadySaid
from throughcare.casework.team.models import Case, Contest

pytestmark = pytest.mark.django_db


def _answer(by: Viewer, contest: Contest) -> Contest:
    return actions.answer_contest(
        by=by, at=CLOSES + DAY, contest_id=contest.id, outcome="stays", reasons="It was heard."
    )


def _answered_by_hand(contest: Contest, account: int) -> None:
    Contest.objects.filter(id=contest.id).update(stood_until=CLOSES + DAY)
    row = anew(
        contest, state="stays", decided_by=str(account), decided_at=CLOSES + DAY, reasons="Heard."
    )
    row.id, row.recorded_at, row.recorded_by = uuid4(), CLOSES + DAY, str(account)
    row.person_id, row.replaces_id = contest.person_id, contest.id
    row.save(force_insert=True)


@pytest.mark.parametrize("hand", [made.chair, made.writer, made.signer])
def test_who_chaired_wrote_or_signed_does_not_answer_a_contest(hand: object) -> None:
    person = made.grown()
    _meeting, case = made.closed(person)
    contest = made.contested(person, case)
    with pytest.raises(SameHand):
        _answer(hand(person), contest)  # type: ignore[operator]
    with refused_by("another_answers_the_contest"):
        _answered_by_hand(contest, hand(person).account)  # type: ignore[operator]
    assert _answer(made.outside(person), contest).state == "stays"


def test_nor_does_the_chair_by_another_account() -> None:
    person = made.grown()
    _meeting, case = made.closed(person)
    contest = made.contested(person, case)
    other = another_account(made.chair(person), 978, person)
    with refused_by("another_answers_the_contest"):
        _answered_by_hand(contest, other.account)


def test_a_second_contest_waits_for_the_answer_to_the_first() -> None:
    person = made.grown()
    _meeting, case = made.closed(person)
    made.contested(person, case)
    with pytest.raises(AlreadySaid) as told:
        made.contested(person, case, words="And the library.")
    assert told.value.typed == "And the library."


def test_nobody_is_told_or_contests_before_the_minutes_are_signed() -> None:
    person = made.grown()
    _meeting, case = made.minuted(person)
    with pytest.raises(WrongState):
        actions.tell_decisions(
            by=made.chair(person), at=CLOSES, case_id=case.id, told_at=CLOSES, how="oral",
            language="ar",
        )  # fmt: skip
    with pytest.raises(NotThere):
        made.contested(person, case)


def test_a_task_that_cannot_be_done_says_why_and_ends_once() -> None:
    person = made.grown()
    made.closed(person)
    (task,) = queries.tasks_of(made.chair(person), at=CLOSES)

    def end(came: str, words: str) -> object:
        return actions.end_task(
            by=made.chair(person), at=CLOSES + HOUR, task_id=task.id, came=came,  # type: ignore[arg-type]
            words=words, ended_at=CLOSES + HOUR,
        )  # fmt: skip

    with pytest.raises(NotSaid):
        end("cannot", " ")
    end("cannot", "The workshop is closed.")
    with pytest.raises((AlreadySaid, NotThere)):
        end("done", "")
    (kept,) = queries.tasks_of_file(made.chair(person), person, at=CLOSES + DAY)
    assert kept.came == "cannot"


def test_the_task_of_somebody_else_is_not_there_for_who_writes_in_no_plan() -> None:
    person = made.grown()
    made.closed(person)
    (task,) = queries.tasks_of(made.chair(person), at=CLOSES)
    assert not queries.tasks_of(made.adviser(person), at=CLOSES)
    with pytest.raises(Exception) as told:
        actions.end_task(
            by=made.adviser(person), at=CLOSES, task_id=task.id, came="done",  # type: ignore[arg-type]
            words="", ended_at=CLOSES,
        )  # fmt: skip
    assert type(told.value).__name__ in {"NotThere", "Refused"}


def test_tasks_are_late_first_and_then_by_their_day() -> None:
    person = made.grown()
    made.closed(
        person,
        decided=[
            made.decided(person, words="later", due_at=MEETS + 9 * DAY),
            made.decided(person, words="sooner", due_at=MEETS + 2 * DAY),
        ],
    )
    found = queries.tasks_of(made.chair(person), at=MEETS + 5 * DAY)
    assert [(one.words, one.late(at=MEETS + 5 * DAY)) for one in found] == [
        ("sooner", True), ("later", False),
    ]  # fmt: skip


def test_a_correction_stands_beside_the_old_entry_which_stays() -> None:
    person = made.grown()
    _meeting, case = made.closed(person)
    see_all_rows("PLN")
    before = Case.objects.filter(first=case.first).count()
    actions.correct_minutes(
        by=made.outside(person), at=CLOSES + HOUR, case_id=case.id, words="Two months.",
        why="The day was wrong.",
    )  # fmt: skip
    (seen,) = queries.team_of_file(made.chair(person), person, at=CLOSES + DAY).seen
    assert [one.words for one in seen.corrections] == ["Two months."]
    assert seen.row.considered == "Three months of work in the kitchen."
    see_all_rows("PLN")
    assert Case.objects.filter(first=case.first).count() == before
    assert UUID(str(seen.row.first)) == case.first
