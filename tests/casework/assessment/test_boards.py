"""A board of several professions gives a level, for reasons and a time; it can be contested."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from tests.casework.assessment.made import (
    AT,
    DAY,
    another_account,
    assigned,
    grown,
    manager,
    second,
)
from tests.casework.assessment.made_board import (
    FACTORS,
    MEETS,
    appealed,
    called,
    classified,
    level_of,
    minuted,
    seats,
)
from tests.staff import see_all_rows
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.actions import Weighed
from throughcare.casework.assessment.board_errors import (
    AlreadyAppealed,
    BadModel,
    BadReview,
    BoardMeets,
    ClassificationOver,
    NoQuorum,
    NotOfTheBoard,
    TooMuch,
)
from throughcare.casework.assessment.errors import BeliefAlone, NotSaid, SameHand, WrongState
from throughcare.casework.assessment.minutes_words import words_of as board_words
from throughcare.casework.assessment.models import Board, Seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> UUID:
    """A man in custody since yesterday, of age."""
    return grown()


def test_a_level_holds_from_the_second_signature_until_its_review_and_no_longer(
    person: UUID,
) -> None:
    row = minuted(person)
    see_all_rows("PLN")
    assert level_of(person, at=MEETS + DAY) == ""
    signed = actions.sign_minutes(
        by=second(person),
        at=MEETS + DAY,
        classification_id=row.id,
        seen=board_words(row.id),
        right=True,
        why="So it was.",
    )
    see_all_rows("PLN")
    assert level_of(person, at=MEETS + DAY) == "medium"
    assert level_of(person, at=signed.review_at - DAY / 1000) == "medium"
    assert level_of(person, at=signed.review_at) == ""
    assert Board.objects.get(first=row.board_id, stood_until=None).state == "decided"


def test_minutes_that_are_sent_back_are_written_again(person: UUID) -> None:
    row = minuted(person)
    actions.sign_minutes(
        by=second(person), at=MEETS + DAY, classification_id=row.id, right=False,
        why="The psychologist said low.", seen=board_words(row.id),
    )  # fmt: skip
    see_all_rows("PLN")
    board = Board.objects.get(first=row.board_id, stood_until=None)
    assert board.state == "convened"
    again = minuted(person, at=MEETS + DAY, board=board, level="low")
    assert again.state == "minuted"


@pytest.mark.parametrize(
    "offices", [("director", "security"), ("security", "psychologist", "case_manager")]
)
def test_too_few_or_no_director_is_no_board(person: UUID, offices: tuple[str, ...]) -> None:
    with pytest.raises(NoQuorum, match="this is no board"):
        minuted(person, seats=seats(person, *offices))


def test_one_human_being_has_one_seat(person: UUID) -> None:
    double = another_account(second(person), 977, person)
    three = seats(person)
    with pytest.raises(NotOfTheBoard, match="twice"):
        minuted(person, seats=[*three, replace(three[3], account=double.account)])


def test_a_seat_needs_the_post_of_its_office(person: UUID) -> None:
    wrong = [replace(one, office="psychologist") for one in seats(person)]
    with pytest.raises(NotOfTheBoard, match="holds no post"):
        minuted(person, seats=wrong)


def test_a_dissent_is_kept_in_the_members_own_words(person: UUID) -> None:
    row = minuted(person, seats=seats(person, psychologist="Low is enough."))
    see_all_rows("PLN")
    kept = Seat.objects.filter(minutes=row.first).exclude(dissent="")
    assert [(one.office, one.dissent) for one in kept] == [("psychologist", "Low is enough.")]


_OFFENCE = Weighed(kind="offence", weighs="more", words="Convicted under Order 12 of 2024.")
_MIND = Weighed(kind="mental_health", weighs="more", words="Health staff say he needs quiet.")


@pytest.mark.parametrize(
    ("level", "factors", "why"),
    [
        ("high", (_OFFENCE,), "the offence alone"),
        ("high", (_OFFENCE, FACTORS[0]), "the offence alone"),
        ("low", (_MIND,), "mental health alone"),
        ("high", (_MIND, FACTORS[0]), "mental health alone"),
    ],
)
def test_no_higher_level_for_the_offence_or_for_mental_health_alone(
    person: UUID, level: str, factors: tuple[Weighed, ...], why: str
) -> None:
    with pytest.raises(TooMuch, match=why):
        minuted(person, level=level, factors=factors)


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"reasons": ""}, NotSaid),
        ({"wish": " "}, NotSaid),
        ({"lower_why": ""}, NotSaid),
        ({"level": "worst"}, NotSaid),
        ({"factors": ()}, NotSaid),
        ({"factors": (FACTORS[0], FACTORS[0])}, NotSaid),
        ({"departs_from": "The assessment advised low."}, NotSaid),
        ({"reasons": "He prays more than others."}, BeliefAlone),
        ({"lower_why": "He grew a beard."}, BeliefAlone),
        ({"review_at": MEETS}, BadReview),
        ({"review_at": MEETS + 200 * DAY}, BadReview),
        ({"model": "separation", "model_why": "He leads others."}, BadModel),
        ({"place": "north/a/1/01"}, NotSaid),
        ({"place": "south/a"}, NotSaid),
    ],
)
def test_minutes_say_what_they_must_and_no_more(
    person: UUID, more: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        minuted(person, **more)


def test_two_boards_do_not_meet_about_one_person(person: UUID) -> None:
    called(person)
    with pytest.raises(BoardMeets, match="called together already"):
        called(person)


def test_a_board_that_is_dissolved_makes_room_for_another(person: UUID) -> None:
    board = called(person)
    actions.dissolve_board(by=manager(person), at=MEETS, board_id=board.id, why="Nobody came.")
    called(person)
    with pytest.raises(WrongState):
        minuted(person, board=board)


def test_whoever_writes_the_minutes_does_not_sign_them(person: UUID) -> None:
    row = minuted(person)
    double = another_account(manager(person), 978, person)
    for by in (manager(person), double):
        with pytest.raises(SameHand):
            actions.sign_minutes(
                by=by,
                at=MEETS + DAY,
                classification_id=row.id,
                seen=board_words(row.id),
                right=True,
                why="So it was.",
            )


def test_whoever_was_not_there_does_not_sign(person: UUID) -> None:
    row = minuted(person)
    stranger = assigned(Role.CASE_MANAGER, 979, person)
    with pytest.raises(NotOfTheBoard, match="sat on the board"):
        actions.sign_minutes(
            by=stranger,
            at=MEETS + DAY,
            classification_id=row.id,
            seen=board_words(row.id),
            right=True,
            why="So it was.",
        )


def test_an_appeal_is_decided_by_somebody_who_was_not_on_the_board(person: UUID) -> None:
    row = classified(person)
    waits = appealed(person, row, at=MEETS + 2 * DAY)
    psychologist = assigned(Role.PSYCHOLOGIST, 943, person)
    for by in (manager(person), second(person), psychologist):
        with pytest.raises(SameHand):
            actions.decide_appeal(
                by=by, at=MEETS + 3 * DAY, appeal_id=waits.id, outcome="granted", reasons="Right."
            )
    another = assigned(Role.CASE_MANAGER, 980, person)
    actions.decide_appeal(
        by=another, at=MEETS + 3 * DAY, appeal_id=waits.id, outcome="granted", reasons="A ball."
    )
    see_all_rows("PLN")
    assert level_of(person, at=MEETS + 3 * DAY) == ""


def test_an_appeal_after_the_review_keeps_what_was_typed(person: UUID) -> None:
    row = classified(person)
    with pytest.raises(ClassificationOver) as caught:
        appealed(person, row, at=row.review_at + DAY)
    assert caught.value.typed == "I climbed it to fetch a ball."


def test_a_second_appeal_waits_for_the_first(person: UUID) -> None:
    row = classified(person)
    appealed(person, row, at=MEETS + 2 * DAY)
    with pytest.raises(AlreadyAppealed):
        appealed(person, row, at=MEETS + 2 * DAY)


def test_an_appeal_that_outlived_the_level_is_said_to_be_over(person: UUID) -> None:
    row = classified(person)
    waits = appealed(person, row, at=MEETS + 2 * DAY)
    another = assigned(Role.CASE_MANAGER, 980, person)
    told = {"by": another, "at": row.review_at + DAY, "appeal_id": waits.id}
    with pytest.raises(ClassificationOver):
        actions.decide_appeal(outcome="granted", reasons="Right.", **told)
    assert actions.decide_appeal(outcome="over", reasons="It ran out.", **told).state == "over"


def test_the_person_is_told_and_the_later_telling_stands(person: UUID) -> None:
    row = classified(person)
    told = actions.tell_classification(
        by=manager(person), at=MEETS + 2 * DAY, classification_id=row.id,
        told_at=MEETS + 2 * DAY, how="both", language="ar",
    )  # fmt: skip
    assert (told.told_language, told.state) == ("ar", "in_force")


def test_the_day_of_a_new_board_ends_the_level_before(person: UUID) -> None:
    classified(person)
    later = AT + 30 * DAY
    board = called(person, at=later, trigger="manual", why="He asks for it.", meets_at=later)
    classified(person, at=later, board=board, level="low")
    see_all_rows("PLN")
    assert level_of(person, at=later) == "medium"
    assert level_of(person, at=later + DAY) == "low"
