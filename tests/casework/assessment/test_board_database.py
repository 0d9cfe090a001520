"""What no action writes of a board, the database refuses too: hands, quorum, days."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from tests.casework.assessment.made import (
    DAY,
    another_account,
    assigned,
    grown,
    manager,
    refused_by,
    second,
)
from tests.casework.assessment.made_board import (
    MEETS,
    appealed,
    called,
    classified,
    minuted,
    seats,
)
from tests.staff import see_all_rows
from throughcare.access.terms import Role
from throughcare.casework.assessment.minutes_words import words_of as board_words
from throughcare.casework.assessment.models import (
    Appeal,
    Board,
    Classification,
    Factor,
    Seat,
    Staged,
)
from throughcare.casework.people.files import fresh_id
from throughcare.casework.rows.anew import anew

pytestmark = pytest.mark.django_db
SIGNER, WRITER, STRANGER = "933", "931", "979"


def step(row: Staged, at: datetime = MEETS + DAY, by: str = SIGNER, **more: Any) -> Any:
    """The next row of something, as nobody wrote it."""
    see_all_rows("PLN")
    type(row)._default_manager.filter(id=row.id).update(stood_until=at)
    after = anew(row, **more)
    after.id, after.person_id, after.replaces_id = fresh_id(at), row.person_id, row.id
    after.recorded_at, after.recorded_by = at, by
    after.save(force_insert=True)
    return after


def signed(row: Classification, by: str = SIGNER, **more: Any) -> Any:
    said = {
        "state": "in_force", "looked_by": by, "looked_at": MEETS + DAY, "looked_why": "so",
        "looked_seen": board_words(row.id),
    }  # fmt: skip
    return step(row, by=by, **{**said, **more})


def bare(person: UUID, **more: Any) -> Classification:
    """Minutes with nobody who sat there and nothing that was weighed."""
    board = called(person)
    see_all_rows("PLN")
    row = fresh_id(MEETS)
    said: dict[str, Any] = {
        "id": row, "first": row, "person_id": person, "recorded_at": MEETS, "recorded_by": WRITER,
        "state": "minuted", "board_id": board.first, "level": "medium", "reasons": "r",
        "lower_why": "l", "wish": "w", "decided_at": MEETS, "review_at": MEETS + 90 * DAY,
        "minuted_by": WRITER,
    }  # fmt: skip
    return Classification.objects.create(**{**said, **more})


def _row(person: UUID, **more: Any) -> dict[str, Any]:
    said = {
        "id": fresh_id(MEETS), "person_id": person, "recorded_at": MEETS, "recorded_by": WRITER,
    }  # fmt: skip
    return {**said, **more}


def seated(row: Classification, *offices: str, by: str = WRITER) -> None:
    for seat in seats(row.person_id, *offices):
        see_all_rows("PLN")
        Seat.objects.create(
            **_row(
                row.person_id, recorded_by=by, board_id=row.board_id, minutes=row.first,
                account=str(seat.account), office=seat.office,
            )
        )  # fmt: skip


def weighed(row: Classification, kind: str = "conduct", weighs: str = "less") -> None:
    see_all_rows("PLN")
    said = _row(row.person_id, classification_id=row.first, kind=kind, weighs=weighs, words="w")
    Factor.objects.create(**said)


def test_the_signature_is_of_another_human_being_who_was_there() -> None:
    person = grown()
    row = minuted(person)
    double = another_account(manager(person), 978, person)
    assigned(Role.CASE_MANAGER, int(STRANGER), person)
    for by in (WRITER, str(double.account)):
        with refused_by("two_hands_make_minutes"):
            signed(row, by=by)
    with refused_by("two_hands_make_minutes"):
        signed(row, by=STRANGER, looked_by=SIGNER)
    with refused_by("a_member_signs"):
        signed(row, by=STRANGER)
    assert signed(row).state == "in_force"


@pytest.mark.parametrize(
    "offices", [("director", "case_manager"), ("security", "psychologist", "case_manager")]
)
def test_no_level_comes_of_a_board_without_its_quorum(offices: tuple[str, ...]) -> None:
    row = bare(grown())
    seated(row, *offices)
    weighed(row)
    with refused_by("board_has_a_quorum"):
        signed(row)


def test_two_accounts_of_one_human_being_are_no_two_members() -> None:
    person = grown()
    row = bare(person)
    seated(row, "director", "case_manager")
    double = another_account(second(person), 978, person)
    see_all_rows("PLN")
    Seat.objects.create(
        **_row(
            person, board_id=row.board_id, minutes=row.first, account=str(double.account),
            office="security",
        )
    )  # fmt: skip
    weighed(row)
    with refused_by("board_has_a_quorum"):
        signed(row)


def test_no_level_rests_on_nothing_or_on_the_offence_alone() -> None:
    row = bare(grown(), level="high")
    seated(row)
    with refused_by("board_weighs_something"):
        signed(row)
    weighed(row, "offence", "more")
    with refused_by("offence_alone_is_no_ground"):
        signed(row)
    weighed(row, "escape", "more")
    assert signed(row).state == "in_force"


def test_a_level_is_reviewed_after_six_months_at_the_latest() -> None:
    with refused_by("level_lasts_six_months"):
        bare(grown(), review_at=MEETS + 200 * DAY)


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"lower_why": ""}, "level_is_the_least_that_is_enough"),
        ({"model": "separation"}, "model_is_chosen_for_a_reason"),
        ({"departs_from": "low"}, "board_departs_for_a_reason"),
        ({"wish": ""}, "classification_has_reasons_and_the_wish"),
        ({"review_at": MEETS}, "classification_is_reviewed"),
        ({"minuted_by": SIGNER}, "minutes_of_an_open_board"),
        ({"state": "in_force"}, "step_is_of_the_table"),
    ],
)
def test_minutes_that_say_too_little_are_no_row(more: dict[str, Any], name: str) -> None:
    with refused_by(name):
        bare(grown(), **more)


@pytest.mark.parametrize(
    "more", [{"level": "high"}, {"review_at": MEETS + 170 * DAY}, {"reasons": "others"}]
)
def test_what_a_board_decided_is_not_changed_by_who_signs(more: dict[str, Any]) -> None:
    row = minuted(grown())
    with refused_by("minutes_keep_what_was_decided"):
        signed(row, **more)


def test_nobody_is_seated_once_the_minutes_are_signed() -> None:
    row = classified(grown())
    with refused_by("minutes_are_open"):
        seated(row, "director")
    with refused_by("minutes_are_open"):
        weighed(row, "help")


def test_one_board_is_open_about_a_person() -> None:
    person = grown()
    board = called(person)
    see_all_rows("PLN")
    row = fresh_id(MEETS)
    with refused_by("one_board_meets"):
        Board.objects.create(
            id=row, first=row, person_id=person, recorded_at=MEETS, recorded_by=WRITER,
            state="convened", trigger="due", why="w", called_by=WRITER, meets_at=MEETS,
        )  # fmt: skip
    with refused_by("board_decides_by_its_minutes"):
        step(board, state="decided")
    with refused_by("board_keeps_what_it_was_called_for"):
        step(board, state="dissolved", ended_why="w", trigger="due")


def test_only_an_appeal_sets_a_classification_aside() -> None:
    row = classified(grown())
    with refused_by("classification_is_set_aside_by_an_appeal"):
        step(row, at=MEETS + 2 * DAY, state="set_aside", ended_at=MEETS + 2 * DAY)


def test_nobody_who_had_a_hand_in_it_decides_the_appeal() -> None:
    person = grown()
    waits = appealed(person, classified(person), at=MEETS + 2 * DAY)
    later = MEETS + 3 * DAY
    said: dict[str, Any] = {"state": "upheld", "decided_at": later, "reasons": "r"}
    for by in (WRITER, SIGNER, "941", "942", "943"):
        with refused_by("another_decides_the_appeal"):
            step(waits, at=later, by=by, decided_by=by, **said)
    assigned(Role.CASE_MANAGER, int(STRANGER), person)
    with refused_by("appeal_keeps_its_words"):
        step(waits, at=later, by=STRANGER, decided_by=STRANGER, words="others", **said)
    with refused_by("appeal_is_decided_as_it_stands"):
        step(waits, at=later, by=STRANGER, decided_by=STRANGER, **{**said, "state": "over"})
    assert step(waits, at=later, by=STRANGER, decided_by=STRANGER, **said).state == "upheld"


def test_an_appeal_is_of_what_holds_and_says_whose_hand_it_was() -> None:
    person = grown()
    row = classified(person)
    see_all_rows("PLN")

    def put(at: datetime, **more: Any) -> None:
        first = fresh_id(at)
        said = {
            "id": first, "first": first, "person_id": person, "recorded_at": at,
            "recorded_by": WRITER, "state": "waiting", "classification_id": row.first,
            "words": "w", "language": "en", "own_hand": False, "appealed_at": at,
        }  # fmt: skip
        Appeal.objects.create(**{**said, **more})

    with refused_by("appeal_while_it_lasts"):
        put(row.review_at)
    with refused_by("appeal_says_whose_hand"):
        put(MEETS + 2 * DAY, own_hand=True)
    put(MEETS + 2 * DAY)
    with refused_by("one_appeal_waits"):
        put(MEETS + 2 * DAY)
