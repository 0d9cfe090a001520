"""Two of a board who look at its minutes at once, each over a connection of their own."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.casework.assessment.made import DAY, second
from tests.casework.assessment.made_board import MEETS, board_people, level_of, minuted
from tests.casework.custody.made import places
from tests.casework.custody.test_placements_at_once import at_once
from tests.casework.safety.made import CAST, grown
from tests.staff import see_all_rows, written
from throughcare.access.question import Viewer
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.errors import WrongState
from throughcare.casework.assessment.minutes_words import words_of as board_words
from throughcare.casework.assessment.models import Classification


@pytest.fixture(autouse=True)
def cast() -> None:
    """Nothing in the shared database: each test here has one of its own."""


@pytest.fixture
def person(own_database: str) -> UUID:
    """Somebody about whom a board sat, committed."""
    for one in CAST:
        written(one)
    places()
    see_all_rows("SEN", "PLN")
    return grown()


@pytest.mark.parametrize("right", [True, False])
def test_of_two_who_look_at_minutes_at_once_one_is_told_that_it_is_done(
    person: UUID, right: bool
) -> None:
    row = minuted(person)
    one, other = second(person), board_people(person)["psychologist"]
    told = at_once(lambda: look(row, one, True), lambda: look(row, other, right))
    assert sorted(type(error).__name__ for error in told) == ["NoneType", "WrongState"]
    error = next(one for one in told if one is not None)
    assert isinstance(error, WrongState) and error.remedy
    see_all_rows("PLN")
    standing = Classification.objects.get(first=row.first, stood_until=None)
    assert standing.state in {"in_force", "sent_back"}
    assert Classification.objects.filter(first=row.first).count() == 2
    assert (level_of(person, at=MEETS + 2 * DAY) == "medium") == (standing.state == "in_force")


def look(row: Classification, by: Viewer, right: bool) -> Classification:
    """Sign the minutes, or send them back."""
    return actions.sign_minutes(
        by=by,
        at=MEETS + DAY,
        classification_id=row.id,
        right=right,
        why="So it was said.",
        seen=board_words(row.id),
    )
