"""What the tests of classification start from: a board of four, and sound minutes."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.casework.assessment.made import AT, DAY, assigned, manager, screener, second
from tests.casework.people.made import SINCE_NEW_YEAR
from tests.staff import see_all_rows, written
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.actions import Sitting, Weighed
from throughcare.casework.assessment.classified import holding
from throughcare.casework.assessment.minutes_words import words_of as board_words
from throughcare.casework.assessment.models import Appeal, Board, Classification
from throughcare.casework.rows.standing import rows_of

MEETS = AT + 3 * DAY
DIRECTOR_SITS, SECURITY_SITS, PSYCHOLOGIST_SITS, DEPUTY = 941, 942, 943, 944


def staff(role: Role, account: int, place: str = "north") -> Viewer:
    """Somebody with a post at the prison, and no case."""
    return written(Viewer(account, posts=(HeldPost(role, place, SINCE_NEW_YEAR),)))


def board_people(person: UUID) -> dict[str, Viewer]:
    """Who sits there, by office, and who writes the minutes."""
    return {
        "director": staff(Role.PRISON_DIRECTOR, DIRECTOR_SITS),
        "security": staff(Role.SECURITY_OFFICER, SECURITY_SITS),
        "psychologist": assigned(Role.PSYCHOLOGIST, PSYCHOLOGIST_SITS, person),
        "case_manager": second(person), "writer": manager(person), "another": screener(person),
    }  # fmt: skip


def seats(person: UUID, *offices: str, **dissent: str) -> list[Sitting]:
    """The seats of a board: all four, or these."""
    there = board_people(person)
    return [
        Sitting(account=there[office].account, office=office, dissent=dissent.get(office, ""))
        for office in offices or ("director", "security", "psychologist", "case_manager")
    ]


def called(person: UUID, *, at: datetime = AT + 2 * DAY, **more: Any) -> Board:
    """A board that is called together."""
    said: dict[str, Any] = {
        "by": manager(person), "trigger": "first", "why": "He was sentenced, and has no level yet.",
        "meets_at": MEETS,
    }  # fmt: skip
    return actions.call_board(at=at, person_id=person, **{**said, **more})


FACTORS = (
    Weighed(kind="conduct", weighs="less", words="He keeps to the hours and helps in the kitchen."),
    Weighed(kind="escape", weighs="more", words="In March he climbed the inner fence."),
)


def minuted(person: UUID, *, at: datetime = MEETS, **more: Any) -> Classification:
    """Sound minutes that wait for another member."""
    board = more.pop("board", None) or called(person)
    said: dict[str, Any] = {
        "by": manager(person), "board_id": board.id, "decided_at": at, "seats": seats(person),
        "factors": FACTORS, "level": "medium", "reasons": "One attempt, and good conduct since.",
        "lower_why": "The lower wing has no inner fence.", "wish": "He wishes to work outside.",
        "review_at": at + 90 * DAY,
    }  # fmt: skip
    return actions.write_minutes(at=at, **{**said, **more})


def classified(person: UUID, *, at: datetime = MEETS, **more: Any) -> Classification:
    """A classification that holds."""
    row = minuted(person, at=at, **more)
    return actions.sign_minutes(
        by=second(person),
        at=at + DAY,
        classification_id=row.id,
        seen=board_words(row.id),
        right=True,
        why="So it was said.",
    )


def appealed(person: UUID, row: Classification, *, at: datetime, **more: Any) -> Appeal:
    """The person's words against it, written down by staff."""
    said: dict[str, Any] = {
        "by": manager(person), "words": "I climbed it to fetch a ball.", "language": "en",
        "appealed_at": at,
    }  # fmt: skip
    return actions.appeal(at=at, classification_id=row.id, **{**said, **more})


def level_of(person: UUID, *, at: datetime) -> str:
    """The security level that holds; empty where none does."""
    see_all_rows("PLN")
    found = holding(rows_of(Classification, person, known_at=at), at)
    return "" if found is None else found.level
