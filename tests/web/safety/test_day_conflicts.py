"""Two entries of the same hours wait side by side until somebody says which is right."""

from __future__ import annotations

import html
from typing import Any
from uuid import UUID

import pytest

from tests.casework.safety.conftest import cast
from tests.casework.safety.made import DEPUTY, DIRECTOR, ELSEWHERE, SECOND_OFFICER, WING
from tests.staff import see_all_rows
from tests.web.safety.of_day import at_screen, held, send, typed, words
from throughcare.casework.safety.models import DayConflict, OutOfCell

pytestmark = pytest.mark.django_db
__all__ = ["cast"]
PAGE = "/separation/conflicts"


@pytest.fixture
def person() -> UUID:
    """Somebody of whom two officers have written different hours."""
    found = held()
    send(at_screen(WING), typed(found, out_from="09:00", out_to="10:00"))
    send(at_screen(SECOND_OFFICER), typed(found, out_from="09:30", out_to="11:00"))
    return found


def told(person: UUID, **more: str) -> dict[str, str]:
    see_all_rows("DIS")
    conflict = DayConflict.objects.filter(stood_until=None).earliest("id")
    return {"conflict": str(conflict.id), "person": str(person), **more}


def stands() -> list[tuple[str, str]]:
    see_all_rows("DIS")
    rows = OutOfCell.objects.filter(stood_until=None)
    return [(f"{row.since:%H:%M}", f"{row.until:%H:%M}") for row in rows]


def test_both_entries_are_shown_with_who_wrote_them_and_neither_is_chosen(person: UUID) -> None:
    answer = at_screen(DIRECTOR).get(PAGE)
    said = words(answer)
    assert "09:00–10:00" in said and "account 903" in said
    assert "09:30–11:00" in said and "account 904" in said
    assert "Aigerim" in said and "checked" not in answer.content.decode()


@pytest.mark.parametrize(
    ("outcome", "left"), [("kept", ("08:00", "09:00")), ("replaced", ("08:30", "10:00"))]
)
def test_one_or_the_other_is_kept_with_a_reason(
    person: UUID, outcome: str, left: tuple[str, str]
) -> None:
    client = at_screen(DIRECTOR)
    done = client.post(PAGE, told(person, outcome=outcome, why="asked both"))
    assert done.status_code == 302
    assert "This is settled." in words(client.get(done["Location"]))
    assert stands() == [left]
    assert "No entries contradict each other." in words(client.get(PAGE))


@pytest.mark.parametrize(
    "more",
    [{"outcome": "kept"}, {"outcome": "", "why": "tired"}, {"outcome": "mine", "why": "tired"},
     {"outcome": "kept", "why": " \0 "}],
)  # fmt: skip
def test_without_a_choice_or_a_reason_nothing_is_settled_and_it_stays_typed(
    person: UUID, more: dict[str, str]
) -> None:
    answer = at_screen(DIRECTOR).post(PAGE, told(person, **more))
    assert answer.status_code == 422
    assert html.escape(more.get("why", "").strip(" \0")) in answer.content.decode()
    assert stands() == [("08:00", "09:00")]


def test_what_another_has_settled_meanwhile_is_said(person: UUID) -> None:
    asked = told(person, outcome="kept", why="asked both")
    assert at_screen(DEPUTY).post(PAGE, asked).status_code == 302
    answer = at_screen(DIRECTOR).post(PAGE, {**asked, "outcome": "replaced"})
    assert answer.status_code == 422
    assert "Somebody has settled this already." in words(answer)
    assert stands() == [("08:00", "09:00")]


@pytest.mark.parametrize("more", [{"conflict": "x"}, {"person": ""}])
def test_a_form_that_names_no_conflict_is_refused(person: UUID, more: dict[str, str]) -> None:
    asked = {**told(person, outcome="kept", why="asked"), **more}
    assert at_screen(DIRECTOR).post(PAGE, asked).status_code == 422


def test_an_officer_of_the_wing_may_not_settle(person: UUID) -> None:
    asked = told(person, outcome="kept", why="mine is right")
    for answer in (at_screen(WING).get(PAGE), at_screen(WING).post(PAGE, asked)):
        assert answer.status_code in {403, 404}
        assert "Aigerim" not in words(answer)


def test_the_director_of_another_prison_sees_none_of_them(person: UUID) -> None:
    client: Any = at_screen(ELSEWHERE)
    assert "No entries contradict each other." in words(client.get(PAGE))
    answer = client.post(PAGE, told(person, outcome="kept", why="asked"))
    assert answer.status_code == 404
    assert stands() == [("08:00", "09:00")]
