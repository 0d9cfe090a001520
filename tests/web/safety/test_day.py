"""The day of a unit on one page: all or nothing, each entry once, and every fate is said."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest

from tests.casework.safety.conftest import cast
from tests.casework.safety.made import (
    ADMISSIONS,
    AT,
    DIRECTOR,
    ELSEWHERE,
    HOUR,
    INSPECTOR,
    NURSE,
    SECOND_OFFICER,
    WING,
    grown,
)
from tests.casework.safety.test_days import _many
from tests.staff import see_all_rows
from tests.web.safety.of_day import DAY, WAY, at_screen, fields, held, page, send, typed, words
from throughcare.casework.safety.models import (
    Contact,
    DayConflict,
    HealthRequest,
    HealthVisit,
    OutOfCell,
)
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
__all__ = ["cast"]


def count(*models: Any) -> list[int]:
    see_all_rows("DIS", "HLT")
    return [model.objects.filter(stood_until=None).count() for model in models]


@pytest.fixture
def person() -> UUID:
    return held()


def test_an_officer_sees_who_is_separated_with_cell_and_day(person: UUID) -> None:
    said = page(at_screen(WING))
    assert "Aigerim" in said and ">01<" in said
    assert f'data-person="{person}"' in said
    assert said.count("<h1") == 1


def test_one_button_writes_all_that_is_typed_of_a_unit(person: UUID) -> None:
    other = held("Marat", cell="north/a/1/02")
    done = send(
        at_screen(WING),
        typed(person, out_from="09:00", out_to="10:00", met_kind="programme", met_from="11:00",
              met_to="12:00", asked_kind="person", asked_from="08:00"),
        typed(other, out_from="09:00", out_to="10:00", met_kind="food_hatch", met_from="12:00",
              met_to="12:05", again_kind="face_to_face", again_from="13:00", again_to="13:30"),
    )  # fmt: skip
    assert done.status_code == 200, words(done)
    assert "Written: 6" in words(done)
    assert count(OutOfCell, Contact, HealthRequest, DayConflict) == [2, 3, 1, 0]


def test_hours_are_those_of_the_clock_on_the_wall_of_the_prison(person: UUID) -> None:
    send(at_screen(WING), typed(person, out_from="09:00", out_to="00:00"))
    see_all_rows("DIS")
    row = OutOfCell.objects.get()
    assert (row.since.isoformat(), row.until.isoformat()) == (
        "2026-03-02T08:00:00+00:00", "2026-03-02T23:00:00+00:00",
    )  # fmt: skip


def test_a_form_sent_twice_and_a_page_loaded_again_write_nothing_more(person: UUID) -> None:
    client = at_screen(WING)
    whole = {**fields(page(client)), **typed(person, out_from="09:00", out_to="10:00")}
    assert "Written: 1" in words(client.post(WAY, whole))
    again = client.post(WAY, whole)
    assert again.status_code == 200
    assert "There already: 1" in words(again)
    assert count(OutOfCell) == [1]


def test_who_goes_back_and_changes_an_hour_is_not_passed_over_as_sent_before(person: UUID) -> None:
    client = at_screen(WING)
    whole = {**fields(page(client)), **typed(person, out_from="09:00", out_to="10:00")}
    client.post(WAY, whole)
    changed = client.post(WAY, {**whole, **typed(person, out_to="11:00")})
    assert "Both entries are kept, and the director decides." in words(changed)
    assert count(OutOfCell, DayConflict) == [1, 1]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"out_from": "10:00", "out_to": "09:00"}, "the end is missing, or lies before"),
        ({"out_from": "10:00"}, "Say from when to when."),
        ({"out_from": "26:00", "out_to": "27:00"}, "A time is written like 09:30."),
        ({"out_from": "later", "out_to": "10:00"}, "A time is written like 09:30."),
        ({"met_from": "09:00", "met_to": "10:00"}, "none of the list"),
        ({"met_from": "09:00", "met_to": "10:00", "met_kind": "a chat"}, "none of the list"),
        ({"met_kind": "programme"}, "Say from when to when."),
        ({"asked_kind": "person"}, "Say at what time."),
        ({"asked_from": "09:00"}, "it is not said who asked"),
        ({"visit_from": "09:00"}, "only health staff write this down"),
        ({"out_from": "09:00\0", "out_to": "x" * 300}, "A time is written like 09:30."),
    ],
)
def test_what_is_wrong_is_said_at_its_row_and_stays_typed_and_nothing_is_written(
    person: UUID, row: dict[str, str], said: str
) -> None:
    other = held("Marat", cell="north/a/1/02")
    done = send(
        at_screen(WING), typed(person, **row), typed(other, out_from="09:00", out_to="10:00")
    )
    text = words(done)
    assert done.status_code == 422
    assert said in text and "Nothing was written yet" in text
    assert "Not written yet, because another entry is wrong." in text
    body = done.content.decode()
    assert 'value="09:00"' in body
    assert count(OutOfCell, Contact, HealthRequest, HealthVisit) == [0, 0, 0, 0]


def test_who_was_not_separated_then_is_refused_and_the_reason_is_said(person: UUID) -> None:
    free = grown("Sana", cell="north/a/1/03")
    whole = {f"out.key.{free}": "", **typed(free, out_from="09:00", out_to="10:00")}
    client = at_screen(WING)
    done = client.post(WAY, {**fields(page(client)), **whole})
    assert done.status_code == 422
    assert "the person was not separated at that time" in words(done)


def test_an_officer_is_told_that_hours_are_written_and_by_whom_but_not_which(person: UUID) -> None:
    send(at_screen(WING), typed(person, out_from="09:17", out_to="10:00"))
    told = words(at_screen(SECOND_OFFICER).get(WAY))
    assert "hours are written by account 903" in told
    assert "09:17" not in told
    read = words(at_screen(DIRECTOR).get(WAY))
    assert "09:17" in read


def test_two_officers_who_write_other_hours_are_both_kept_and_told(person: UUID) -> None:
    send(at_screen(WING), typed(person, out_from="09:00", out_to="10:00"))
    done = send(at_screen(SECOND_OFFICER), typed(person, out_from="09:30", out_to="11:00"))
    assert done.status_code == 200
    assert "account 903 has written other hours for that time" in words(done)
    assert count(OutOfCell, DayConflict) == [1, 1]


def test_only_health_staff_are_asked_for_their_visit_and_it_answers_a_request(
    person: UUID,
) -> None:
    assert "Visit of health staff" not in page(at_screen(WING))
    send(at_screen(WING), typed(person, asked_kind="person", asked_from="08:00"))
    nurse = at_screen(NURSE)
    see_all_rows("DIS")
    request = HealthRequest.objects.get()
    assert str(request.id) in page(nurse)
    done = send(nurse, typed(person, visit_from="09:00", visit_answers=str(request.id)))
    assert "Written: 1" in words(done)
    see_all_rows("DIS")
    assert HealthVisit.objects.get().answers_id == request.id
    assert str(request.id) not in page(nurse)


def test_a_request_that_is_only_shown_is_no_visit(person: UUID) -> None:
    send(at_screen(WING), typed(person, asked_kind="person", asked_from="08:00"))
    see_all_rows("DIS")
    row = typed(person, visit_answers=str(HealthRequest.objects.get().id))
    assert "Nothing was typed" in words(send(at_screen(NURSE), row))


def test_a_unit_shows_only_who_lies_there(person: UUID) -> None:
    held("Marat", cell="north/a/2/01")
    said = page(at_screen(WING), f"/separation/north/a/1/day?on={DAY}")
    assert "Aigerim" in said and "Marat" not in said


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2126-01-01", "This day has not begun"), ("yesterday", "this is no day of the calendar"),
        ("1820-01-01", "this day is too long ago"), ("0001-01-01", "this day is too long ago"),
    ],
)  # fmt: skip
def test_a_day_that_is_none_or_has_not_begun_is_refused_in_words(on: str, said: str) -> None:
    answer = at_screen(WING).get(f"/separation/north/day?on={on}")
    assert answer.status_code == 422
    assert said.lower() in words(answer).lower()


def test_on_another_day_nobody_is_listed_and_the_page_says_so() -> None:
    held()
    assert "Nobody was separated here on that day." in words(
        at_screen(WING).get("/separation/north/day?on=2026-02-01")
    )


@pytest.mark.parametrize("page_asked", ["0", "-1", "x", "99999999999", "2"])
def test_a_part_of_the_list_that_is_none_shows_one_that_is(person: UUID, page_asked: str) -> None:
    assert str(person) in page(at_screen(WING), f"{WAY}&page={page_asked}")


def test_two_thousand_people_are_shown_in_parts_that_say_so(
    django_assert_max_num_queries: Any,
) -> None:
    people = _many(2_000)
    client = at_screen(WING)
    with django_assert_max_num_queries(60):
        first = client.get(WAY)
    assert "Shown here: 1–50 / 2000" in words(first)
    last = client.get(f"{WAY}&page=40")
    assert "Shown here: 1951–2000 / 2000" in words(last)
    shown = re.findall(r'data-person="([^"]+)"', last.content.decode())
    assert len(shown) == 50 and set(shown) <= {str(one) for one in people}
    row = typed(UUID(shown[-1]), out_from="09:00", out_to="10:00")
    assert "Written: 1" in words(send(client, row, way=f"{WAY}&page=40"))


def test_each_who_is_named_on_the_page_stands_in_the_register(person: UUID) -> None:
    before = Entry.objects.count()
    page(at_screen(WING))
    see_all_rows("DIS")
    read = Entry.objects.filter(pk__gt=before, event="read.unit_day")
    assert [one.by for one in read] == ["903"]


@pytest.mark.parametrize("viewer", [ADMISSIONS, INSPECTOR], ids=["admissions", "inspector"])
def test_who_may_not_add_to_the_register_is_refused(person: UUID, viewer: Any) -> None:
    answer = at_screen(viewer).get(WAY)
    assert answer.status_code in {403, 404}
    assert "Aigerim" not in words(answer)


def test_another_prison_and_a_place_that_is_none_answer_the_same(person: UUID) -> None:
    client = at_screen(ELSEWHERE)
    far, none = client.get(WAY), client.get(f"/separation/nowhere/day?on={DAY}")
    assert far.status_code == none.status_code == 404
    assert words(far) == words(none)


def test_the_clock_and_the_moment_of_these_tests_agree() -> None:
    assert (AT + 24 * HOUR).date().isoformat() == DAY
