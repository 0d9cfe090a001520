"""Minutes of a board are signed, or sent back, by whoever saw the words that stand."""

from __future__ import annotations

import pytest

from tests.casework.assessment.made import DAY, grown, refused_by, second
from tests.casework.assessment.made_board import MEETS, minuted
from tests.casework.assessment.test_board_database import (
    bare,
    seated,
    signed,
    step,
    weighed,
)
from tests.staff import see_all_rows
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.minutes_words import words_of
from throughcare.casework.assessment.models import Classification
from throughcare.casework.rows.errors import OtherWords

pytestmark = pytest.mark.django_db


def look(row: Classification, seen: str, *, right: bool = True) -> Classification:
    """Another member says whether it was so."""
    return actions.sign_minutes(
        by=second(row.person_id), at=MEETS + DAY, classification_id=row.id, right=right,
        why="So it was said.", seen=seen,
    )  # fmt: skip


@pytest.mark.parametrize("right", [True, False])
def test_what_is_written_after_the_page_was_opened_is_not_signed(right: bool) -> None:
    row = minuted(grown())
    seen = words_of(row.id)
    weighed(row, kind="care")
    with pytest.raises(OtherWords):
        look(row, seen, right=right)
    assert look(row, words_of(row.id), right=right).state in {"in_force", "sent_back"}


def test_minutes_that_were_sent_back_and_written_again_are_not_signed_by_an_old_page() -> None:
    person = grown()
    row = minuted(person)
    old = words_of(row.id)
    look(row, old, right=False)
    see_all_rows("PLN")
    again = minuted(person, board=row.board, reasons="He did not climb it.")
    with pytest.raises(OtherWords):
        look(again, old)


def test_the_signature_keeps_which_words_it_was_put_under_and_they_stay() -> None:
    person = grown()
    row = minuted(person)
    found = queries.classifications_of(second(person), person, at=MEETS + DAY)
    held = look(row, found.seen[0].words)
    assert held.looked_seen == words_of(row.id) == found.seen[0].words
    with refused_by("looked_at_as_seen"):
        told = {"told_at": MEETS + DAY, "told_by": "933", "told_how": "oral", "told_language": "en"}
        step(held, **told, looked_seen="0" * 64)


@pytest.mark.parametrize("seen", ["", "0" * 64])
def test_past_every_action_no_minutes_are_signed_over_other_words(seen: str) -> None:
    row = bare(grown())
    second(row.person_id)
    seated(row, "director", "security", "case_manager")
    weighed(row)
    with refused_by("looked_at_as_seen"):
        signed(row, looked_seen=seen)
    assert signed(row).state == "in_force"
