"""What the engine is told of boards, and what the rules on classification say of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest
from django.db import connection

from standards.findings import Finding, Status
from standards.instants import from_datetime, to_datetime
from standards.person.engine import evaluate_archive
from tests.casework.assessment.made import AT, DAY, assigned, grown, second
from tests.casework.assessment.made_board import (
    MEETS,
    appealed,
    called,
    classified,
    minuted,
    seats,
    staff,
)
from tests.casework.assessment.made_status import in_force
from tests.casework.custody.made import with_status
from tests.casework.safety.made_measures import woman
from tests.staff import see_all_rows
from throughcare.access.terms import Role
from throughcare.casework.archive import archive_of, archive_of_some
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.actions import Sitting, Weighed
from throughcare.casework.assessment.board_errors import BadModel, NoQuorum
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.minutes_words import words_of as board_words
from throughcare.casework.safety.limits import rulebook
from throughcare.duties.rules import checks_on

pytestmark = pytest.mark.django_db
OF_A_WOMAN = {
    "violence": "Her husband beat her.", "care": "Two children live with her mother.",
    "mind": "not_known", "dependency": "not_known",
}  # fmt: skip


def said(person: UUID, rule: str, at: datetime) -> list[Finding]:
    """What the engine says of a rule at a moment, with what was known then."""
    see_all_rows("SEN", "PLN", "DIS")
    moment = from_datetime(at)
    return evaluate_archive(
        archive_of(person, known_at=at), [checks_on(at.date())[rule]], as_of=moment,
        known_at=moment, derivations=rulebook().derivations,
    )  # fmt: skip


def answers(person: UUID, rule: str, at: datetime) -> set[Status]:
    return {one.status for one in said(person, rule, at)}


def due(person: UUID, rule: str, at: datetime) -> list[datetime]:
    """Until when something must be done."""
    open_ = [one for one in said(person, rule, at) if one.status is Status.DUE]
    return [to_datetime(one.until, "UTC") for one in open_ if one.until is not None]


def test_who_is_sentenced_is_classified_within_thirty_days_and_again_in_six_months() -> None:
    person = grown()
    with_status(person, "sentenced", at=AT + DAY)
    (first,) = due(person, "nmr-89-1", AT + 2 * DAY)
    assert 29 * DAY < first - (AT + DAY) <= 31 * DAY
    row = classified(person)
    (again,) = due(person, "nmr-89-1", MEETS + 2 * DAY)
    assert (again.year, again.month) == (row.decided_at.year, row.decided_at.month + 6)
    assert Status.BREACHED in answers(person, "nmr-89-1", again + DAY)


def test_minutes_that_wait_for_a_signature_are_not_filed_yet() -> None:
    person = grown()
    row = minuted(person)
    assert answers(person, "nmr-8-b", MEETS + DAY) == {Status.DUE}
    assert answers(person, "nmr-8-b", MEETS + 8 * DAY) == {Status.BREACHED}
    actions.sign_minutes(
        by=second(person),
        at=MEETS + 9 * DAY,
        classification_id=row.id,
        seen=board_words(row.id),
        right=True,
        why="So.",
    )
    late = said(person, "nmr-8-b", MEETS + 10 * DAY)
    assert [(one.status, one.until is not None) for one in late] == [(Status.BREACHED, True)]


def test_minutes_that_were_sent_back_were_never_a_classification() -> None:
    person = grown()
    with_status(person, "sentenced", at=AT + DAY)
    row = minuted(person)
    actions.sign_minutes(
        by=second(person),
        at=MEETS + DAY,
        classification_id=row.id,
        seen=board_words(row.id),
        right=False,
        why="Not so.",
    )
    (first,) = due(person, "nmr-89-1", MEETS + 2 * DAY)
    assert first - (AT + DAY) <= 31 * DAY
    assert answers(person, "nmr-8-b", MEETS + 10 * DAY) == set()


def test_what_must_be_asked_of_a_woman_is_asked_and_not_known_is_an_answer() -> None:
    person = woman(grown(cell=None))
    officer = staff(Role.WOMENS_UNIT_OFFICER, 988)
    there = [*seats(person), Sitting(account=officer.account, office="womens_officer")]
    board = called(person)
    with pytest.raises(NoQuorum, match="women's unit"):
        minuted(person, board=board, **OF_A_WOMAN)
    with pytest.raises(NotSaid, match="mind, dependency"):
        minuted(person, board=board, seats=there, **{**OF_A_WOMAN, "mind": "", "dependency": ""})
    classified(person, board=board, seats=there, **OF_A_WOMAN)
    assert answers(person, "br-41", MEETS + 2 * DAY) == {Status.MET}


def test_the_model_of_placement_of_somebody_with_a_status_is_chosen_for_a_reason() -> None:
    person = grown()
    in_force(person, at=AT + DAY)
    board = called(person)
    with pytest.raises(BadModel):
        minuted(person, board=board)
    classified(person, board=board, model="integration", model_why="He works well with all.")
    assert answers(person, "vep-24", MEETS + 10 * DAY) == {Status.MET}


def test_a_classification_that_was_set_aside_was_made_all_the_same() -> None:
    person = grown()
    with_status(person, "sentenced", at=AT + DAY)
    waits = appealed(person, classified(person), at=MEETS + 2 * DAY)
    other = assigned(Role.CASE_MANAGER, 980, person)
    actions.decide_appeal(
        by=other, at=MEETS + 3 * DAY, appeal_id=waits.id, outcome="granted", reasons="A ball."
    )
    (again,) = due(person, "nmr-89-1", MEETS + 4 * DAY)
    assert again > MEETS + 150 * DAY


PRESSING = (Weighed(kind="pressure", weighs="more", words="He asked two men to help him hurt."),)


def together(people: list[UUID], at: datetime) -> list[Finding]:
    """What the engine says of who may not share a unit."""
    see_all_rows("SEN", "PLN", "DIS")
    moment = from_datetime(at)
    return [
        one
        for one in evaluate_archive(
            archive_of_some(people, known_at=at), [checks_on(at.date())["vep-25"]], as_of=moment,
            known_at=moment, derivations=rulebook().derivations,
        )
        if one.status is Status.BREACHED
    ]  # fmt: skip


def test_who_presses_others_does_not_share_a_unit_with_who_is_vulnerable() -> None:
    presses, other = grown(), grown("Karim", cell="north/a/1/02")
    in_force(other, at=AT + DAY, kind="vulnerable", evidence="Two men wait for him each evening.")
    assert together([presses, other], MEETS + 2 * DAY) == []
    row = classified(presses, factors=PRESSING)
    assert together([presses, other], MEETS + 2 * DAY)
    later = MEETS + 10 * DAY
    board = called(presses, at=later, trigger="manual", why="He stopped.", meets_at=later)
    classified(presses, at=later, board=board, level="low")
    ended = together([presses, other], MEETS + 20 * DAY)
    assert [to_datetime(one.until or 0, "UTC") for one in ended] == [later + DAY]
    assert row.review_at > later


@pytest.mark.parametrize("table", ["assessment_status", "assessment_classification"])
def test_what_is_written_there_has_the_house_judged_again(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled = 'O'"
            " AND tgname IN ('duties_marks_houses_insert', 'duties_marks_houses_update')", [table],
        )  # fmt: skip
        assert cursor.fetchone() == (2,)
