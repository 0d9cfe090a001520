"""A machine writes the day of a unit: all of it or nothing, each entry once, and nothing wins."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.casework.custody.made import places
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.casework.safety.models import Contact, DayConflict, HealthVisit, OutOfCell

from .made import DAY, Said, machine_of, now
from .safety_made import HOUR, director, grown, inspector, nurse, second_officer, separated, wing

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db: None) -> UUID:
    """Somebody separated since three days."""
    places()
    found = grown()
    separated(found)
    return found


def entry(person: UUID, began: Any = 5 * HOUR, **more: Any) -> dict[str, Any]:
    """An hour out of the cell."""
    since = now() - began
    said = {
        "person": str(person), "entry": "out_of_cell", "key": str(uuid4()),
        "since": since.isoformat(), "until": (since + HOUR).isoformat(),
    }  # fmt: skip
    return {**said, **more}


def contact(person: UUID, began: Any = 5 * HOUR, **more: Any) -> dict[str, Any]:
    """An hour with others."""
    return entry(person, began, **{"entry": "contact", "kind": "programme", **more})


def send(*entries: dict[str, Any], by: Viewer | None = None) -> Said:
    return machine_of(by or wing()).post("/separation-days", {"entries": list(entries)})


def rows() -> int:
    """How many entries stand, of every kind."""
    see_all_rows("DIS")
    kinds = (OutOfCell, Contact, HealthVisit, DayConflict)
    return sum(model._default_manager.count() for model in kinds)


def fates(said: Said) -> list[str]:
    assert said.status == 201, said.body
    return [one["fate"] for one in said.body["outcomes"]]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "a chat"}, "this kind of contact is none of the list"),
        ({"until": None}, "the end is missing"),
        ({"since": "2020-01-01T00:00:00Z", "until": "2020-01-01T01:00:00Z"}, "not separated"),
        ({"until": "2199-01-01T00:00:00Z"}, "clock of the device"),
        ({"entry": "health_visit"}, "has no end"),
        ({"entry": "health_visit", "until": None}, "only health staff"),
        ({"entry": "health_request", "until": None, "kind": ""}, "who asked"),
        ({"person": "00000000-0000-4000-8000-000000000000"}, "not within your reach"),
    ],
)  # fmt: skip
def test_one_wrong_entry_is_named_and_nothing_of_the_unit_is_written(
    person: UUID, change: dict[str, Any], says: str
) -> None:
    said = send(entry(person), {**contact(person), **change})
    assert said.status == 422 and said.body["detail"].startswith("Nothing was written: 1 of 2")
    (error,) = said.body["errors"]
    assert error["where"] == "body/entries/1" and says in error["what"], error
    assert rows() == 0


def test_contact_of_more_minutes_than_a_day_has_is_refused(person: UUID) -> None:
    since = now() - 2 * DAY
    long = {"since": since.isoformat(), "until": (since + 25 * HOUR).isoformat()}
    for make in (contact, entry):
        said = send(make(person, **long))
        assert said.status == 422 and "longer than a day" in said.body["errors"][0]["what"]
    assert rows() == 0


def test_an_entry_key_that_comes_again_is_written_once(person: UUID) -> None:
    one = entry(person)
    assert fates(send(one, one)) == ["written", "already"]
    assert fates(send(one)) == ["already"]
    assert rows() == 1


def test_the_key_of_another_entry_writes_no_second_row(person: UUID) -> None:
    one = entry(person)
    assert fates(send(one)) == ["written"]
    assert fates(send(entry(person, 9 * HOUR, key=one["key"]))) == ["already"]
    assert rows() == 1


def test_the_same_hours_twice_in_one_sending_are_refused(person: UUID) -> None:
    said = send(entry(person), entry(person))
    assert said.status == 422 and "said twice" in said.body["errors"][0]["what"]
    assert rows() == 0


def test_other_hours_of_another_officer_wait_until_a_person_settles_it(person: UUID) -> None:
    first = entry(person)
    other = entry(person, 4.5 * HOUR)
    assert fates(send(first)) == ["written"]
    assert fates(send(other, by=second_officer())) == ["conflict"]
    call = machine_of(director())
    (conflict,) = call.get(f"/people/{person}/separations", why="unit").body["conflicts"]
    way = f"/people/{person}/separation-conflicts/{conflict['id']}/settlement"
    assert call.post(way, {"outcome": "later", "why": "asked"}).status == 422
    assert call.post(way, {"outcome": "kept", "why": ""}).status == 422
    assert call.post(way, {"outcome": "replaced", "why": "both asked"}).status == 200
    again = call.post(way, {"outcome": "kept", "why": "both asked"})
    assert again.status == 422 and "settled" in again.body["detail"]


def test_a_batch_of_2000_entries_is_written_whole_and_one_more_is_refused() -> None:
    places()
    people = [grown(f"Samir{number}") for number in range(4)]
    for one in people:
        separated(one)
    minute = HOUR / 60
    many = [
        contact(one, 60 * HOUR - number * 2 * minute, until=_after(60 * HOUR - number * 2 * minute))
        for one in people
        for number in range(500)
    ]
    assert send(*many, entry(people[0])).status == 422
    assert send(*many[:-1], {**many[-1], "kind": "a chat"}).status == 422
    assert rows() == 0
    assert fates(send(*many)) == ["written"] * 2_000
    assert rows() == 2_000


def _after(began: Any) -> str:
    return (now() - began + HOUR / 60).isoformat()


def test_the_days_show_minutes_and_what_counts_as_contact(person: UUID) -> None:
    day = (now() - DAY).date()
    noon = f"{day}T12:00:00Z"
    some = {"since": noon, "until": f"{day}T13:00:00Z"}
    send(contact(person, **some), entry(person, **some))
    send(contact(person, kind="food_hatch", since=f"{day}T14:00:00Z", until=f"{day}T14:30:00Z"))
    call = machine_of(inspector())
    said = call.get(f"/people/{person}/separation-days", first=day, last=day)
    (shown,) = said.body["days"]
    assert (shown["out_minutes"], shown["contact_minutes"]) == (60, 90)
    assert shown["meaningful_minutes"] == 60
    assert [one["counts"] for one in shown["contacts"]] == [True, False]


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-03-02", "2026-03-01"), ("2026-01-01", "2026-12-31"), ("9999-12-31", "9999-12-31")],
)
def test_days_in_the_wrong_order_or_too_many_are_refused(
    person: UUID, first: str, last: str
) -> None:
    said = machine_of(inspector()).get(f"/people/{person}/separation-days", first=first, last=last)
    assert said.status == 422 and said.body["errors"][0]["where"] == "query/last"


def test_a_request_for_health_staff_waits_until_a_visit_answers_it(person: UUID) -> None:
    asked = entry(person, 3 * HOUR, entry="health_request", until=None, kind="person")
    assert fates(send(asked)) == ["written"]
    way = "/establishments/north/health-requests"
    (waiting,) = machine_of(wing()).get(way).body["waiting"]
    assert (waiting["person"], waiting["asked_by"]) == (str(person), "person")
    visit = entry(person, HOUR, entry="health_visit", until=None, answers=waiting["request"])
    assert fates(send(visit, by=nurse())) == ["written"]
    assert machine_of(wing()).get(way).body["waiting"] == []


def test_who_may_not_add_writes_nothing_and_another_prison_is_not_reached(person: UUID) -> None:
    far = send(entry(person), by=wing("south"))
    none = send(entry(uuid4()), by=wing("south"))
    assert (far.status, far.body["errors"]) == (422, none.body["errors"])
    assert send(entry(person), by=inspector()).status in {403, 422}
    assert rows() == 0
