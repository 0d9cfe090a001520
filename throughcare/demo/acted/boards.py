"""Boards of classification: as they should be, one whose day has passed, and about women."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from throughcare.casework.assessment import actions
from throughcare.casework.assessment.actions import Sitting, Weighed
from throughcare.casework.assessment.board_terms import BoardTrigger, FactorKind, Level, Weighs
from throughcare.casework.assessment.minutes_words import words_of
from throughcare.casework.assessment.models import Classification
from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.demo.acted.cast import BEGAN, DAY, Cast

_SEATS: Final = {
    "director": "director", "security": "security", "psychologist": "psychologist",
    "case_manager": "colleague",
}  # fmt: skip
_FACTORS: Final = (
    Weighed(kind=FactorKind.CONDUCT, weighs=Weighs.LESS,
            words="Keeps to the hours, and works in the kitchen since spring."),
    Weighed(kind=FactorKind.NEARNESS, weighs=Weighs.LESS,
            words="The family lives an hour away and visits every month."),
    Weighed(kind=FactorKind.TERM, weighs=Weighs.MORE, words="More than a year is left to serve."),
)  # fmt: skip
_OF_A_WOMAN: Final[dict[str, Any]] = {
    "violence": "She lived in a shelter before her arrest, and said so herself.",
    "care": "A daughter of six is with the grandmother.",
    "mind": "Nothing was said by health staff that others need to know.",
    "dependency": "not_known",
}


def classified(cast: Cast, person: UUID) -> Classification:
    """A level that holds, told a day later."""
    row = board(cast, person, at=cast.on - 60 * DAY)
    return actions.tell_classification(
        by=cast.viewer("manager", row.decided_at + 2 * DAY), at=row.decided_at + 2 * DAY,
        classification_id=row.id, told_at=row.decided_at + 2 * DAY, how=ToldHow.BOTH,
        language="en",
    )  # fmt: skip


def lapsed(cast: Cast, person: UUID) -> None:
    """A level whose review nobody held: it ended by itself."""
    board(cast, person, at=cast.on - BEGAN + 5 * DAY, lasts=90)


def woman(cast: Cast, person: UUID) -> None:
    """A board about a woman: what is asked besides, and who sits there besides."""
    seats = {**_SEATS, "womens_officer": "womens_officer"}
    board(cast, person, at=cast.on - 40 * DAY, seats=seats, **_OF_A_WOMAN)


def board(
    cast: Cast, person: UUID, *, at: datetime, lasts: int = 170, seats: dict[str, str] = _SEATS,
    **more: Any,
) -> Classification:  # fmt: skip
    """Call a board, let it decide three days later, and let another member sign."""
    called = actions.call_board(
        by=cast.viewer("manager", at), at=at, person_id=person, trigger=BoardTrigger.FIRST,
        why="Sentenced, and no level was given yet.", meets_at=at + 3 * DAY,
    )  # fmt: skip
    sat = at + 3 * DAY
    said: dict[str, Any] = {
        "level": Level.LOW, "factors": _FACTORS,
        "reasons": "Good conduct, and work that goes on; the time left speaks against open.",
        "lower_why": "In the open unit the gate is not staffed at night.",
        "wish": "Wishes to go on in the kitchen, and to be near the family.",
    }  # fmt: skip
    row = actions.write_minutes(
        by=cast.viewer("manager", sat), at=sat, board_id=called.id, decided_at=sat,
        seats=_sitting(cast, seats), review_at=sat + lasts * DAY, **{**said, **more},
    )  # fmt: skip
    return actions.sign_minutes(
        by=cast.viewer("colleague", sat + DAY), at=sat + DAY, classification_id=row.id, right=True,
        why="So it was decided.", seen=words_of(row.id),
    )  # fmt: skip


def _sitting(cast: Cast, seats: dict[str, str]) -> Sequence[Sitting]:
    return [Sitting(account=cast.number(part), office=office)  # type: ignore[arg-type]
            for office, part in seats.items()]  # fmt: skip
