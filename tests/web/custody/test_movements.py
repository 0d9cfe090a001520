"""The pages of movements: leaving, coming back, transfer and arrival, as known on a day."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from tests.staff import see_all_rows
from tests.web.custody.moved import DAY, HOUR, ORDER, House, wall, way
from tests.web.people.made import Somebody, shown
from throughcare.access.terms import Role
from throughcare.casework.custody.models import Movement, Order, Step
from throughcare.casework.people.models import Person

pytestmark = pytest.mark.django_db


def test_a_person_leaves_for_court_and_comes_back(house: House, file: Person) -> None:
    answer = house.officer.send(
        way(file, "/custody/movements/leave"), kind="court", to_place="High Court",
        left_at=wall(HOUR), hearing_at=wall(-2 * HOUR), expected_at=wall(-3 * HOUR),
    )  # fmt: skip
    assert answer.status_code == 302, shown(answer)
    page = house.officer.page(way(file, "/custody/movements?done=left"))
    assert "High Court" in page and "The departure is written" in page and "Hearings" in page
    answer = house.officer.send(way(file, "/custody/movements/return"), arrived_at=wall(), why="")
    assert answer.status_code == 302, shown(answer)
    assert Movement.objects.get(stood_until=None).arrived_at is not None
    see_all_rows("SEN")
    assert Step.objects.get().kind == "hearing"


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("left_at", wall(-HOUR), "not come yet"),
        ("left_at", "yesterday", "valid date/time"),
        ("to_place", "", "required"),
        ("kind", "escape", "valid choice"),
        ("hearing_at", wall(), "Only for court"),
        ("expected_at", wall(3 * HOUR), "before the departure"),
        ("left_at", wall(20 * DAY), "before the person was received"),
    ],
)
def test_a_departure_that_cannot_be_is_refused_at_its_field_and_keeps_what_was_typed(
    house: House, file: Person, field: str, typed: str, says: str
) -> None:
    said: dict[str, Any] = {"kind": "hospital", "to_place": "Kept Clinic", "left_at": wall(HOUR)}
    answer = house.officer.send(way(file, "/custody/movements/leave"), **{**said, field: typed})
    page = shown(answer)
    assert answer.status_code == 422 and says in page and not Movement.objects.exists()
    assert ("Kept Clinic" in page) == (field != "to_place")
    assert house.officer.send(way(file, "/custody/movements/leave"), **said).status_code == 302


def test_where_the_person_was_is_a_picture_and_the_same_table(house: House, file: Person) -> None:
    house.at_court(file)
    page = house.officer.page(way(file, "/custody/movements"))
    assert len(re.findall(r'<rect class="(?:here|court)"', page)) == 3
    assert len(re.findall(r'<tr><th scope="row">', page)) == 3
    assert page.count("In custody") == 2 and "Court of the North" in page


def test_the_line_begins_at_the_right_where_the_language_does(house: House, file: Person) -> None:
    house.at_court(file)

    def begins() -> list[float]:
        page = house.officer.page(way(file, "/custody/movements"))
        return [float(x) for x in re.findall(r'<rect class="here" x="([\d.]+)"', page)]

    assert begins()[0] < begins()[1]
    house.officer.client.cookies["django_language"] = "ar"
    assert begins()[0] > begins()[1]


def test_a_movement_is_corrected_from_its_line(house: House, file: Person) -> None:
    out = house.at_court(file)
    form = way(file, f"/custody/movements/{out.id}/correct")
    assert "Court of the North" in house.officer.page(form)
    said: dict[str, Any] = {
        "to_place": "Lower Court",
        "left_at": wall(3 * HOUR),
        "arrived_at": wall(HOUR),
    }
    assert house.officer.send(form, **said, why="").status_code == 422
    assert house.officer.send(form, **said, why="misread").status_code == 302
    assert house.officer.status(form) == 404
    assert "Lower Court" in house.officer.page(way(file, "/custody/movements"))


def test_an_escape_is_written_with_what_happened(house: House, file: Person) -> None:
    form = way(file, "/custody/movements/escape")
    assert house.officer.send(form, left_at=wall(), reason=" ").status_code == 422
    assert house.officer.send(form, left_at=wall(), reason="over the wall").status_code == 302
    assert "escape" in house.officer.page(way(file, "/custody/movements"))


def test_a_transfer_goes_from_reception_to_reception(house: House, file: Person) -> None:
    page = house.officer.page(way(file, "/transfer"))
    assert "Missing: 5" in page
    for kind, said in (
        ("fitness", {"fit": "yes", "by": "nurse Rana"}),
        ("property", {"items": "a watch\na coat", "signed_by_person": "yes"}),
        ("handover", {"files": "legal file\nhealth file, sealed", "missing": "school papers"}),
        ("family", {"told_whom": "the sister", "told_at": wall(HOUR)}),
        ("lawyer", {"name": "Maître Ben", "reached_at": wall(HOUR)}),
    ):
        answer = house.officer.send(way(file, f"/transfer/{kind}"), happened_at=wall(), **said)
        assert answer.status_code == 302, shown(answer)
    page = house.officer.page(way(file, "/transfer"))
    assert "Missing: 0" in page and "school papers" in page and "nurse Rana" not in page
    depart = way(file, "/transfer/depart")
    going: dict[str, Any] = {
        **ORDER,
        "to_place": "south",
        "left_at": wall(HOUR),
        "reason": "nearer to home",
    }
    assert house.officer.send(depart, **{**going, "number": ""}).status_code == 422
    assert house.officer.send(depart, **{**going, "to_place": "north"}).status_code == 422
    assert house.officer.send(depart, **going).status_code == 302
    assert "On the way" in house.officer.page(way(file, "/transfer"))

    here = house.south.page("/movements")
    assert "Aigerim" in here and "North Prison" in here and f"/arrivals/{file.id}" in here
    assert house.south.status(way(file, "")) == 404
    arrival = f"/arrivals/{file.id}"
    assert house.south.send(arrival, arrived_at=wall(2 * HOUR), why="escort").status_code == 422
    filled = house.south.fill(arrival, arrived_at=wall(), why="escort of two, one bag")
    assert house.south.client.post(arrival, filled).status_code == 302
    assert house.south.client.post(arrival, filled).status_code == 302  # pressed twice
    assert Movement.objects.filter(arrived_at__isnull=False).count() == 1
    assert house.south.status(arrival) == 404
    assert "South Prison" in house.south.page(way(file, "/custody/movements?done=arrived"))
    assert house.officer.status(way(file, "/custody/movements")) == 404
    see_all_rows("SEN")
    assert Order.objects.filter(kind="transfer").count() == 1


def test_who_is_out_and_who_is_late_stands_on_one_list(house: House, file: Person) -> None:
    house.at_court(file, back=False)
    page = house.officer.page("/movements")
    assert "Out now (1)" in page and "Aigerim" in page and "Nobody is on the way here" in page
    guard = Somebody(Role.SECURITY_OFFICER, name="gul")
    page = guard.page("/movements")
    assert "Aigerim" in page and "On the way here (" not in page
    nobody = Somebody(Role.CHAPLAIN, name="cem")
    assert nobody.status("/movements") == 404


def test_other_roles_read_and_do_not_write(house: House, file: Person) -> None:
    page = house.director.page(way(file, "/custody/movements"))
    assert "/movements/leave" not in page
    assert house.director.status(way(file, "/custody/movements/leave")) in (403, 404)
    assert house.south.status(way(file, "/custody/movements")) == 404
    assert house.officer.status(way(file, "/transfer/rumour")) == 404


def test_a_step_says_something(house: House, file: Person) -> None:
    answer = house.officer.send(way(file, "/transfer/family"), happened_at=wall())
    assert answer.status_code == 422 and "Nothing is said yet" in shown(answer)
    late = wall(-timedelta(hours=1))
    answer = house.officer.send(way(file, "/transfer/family"), happened_at=late, told_whom="x")
    assert answer.status_code == 422 and "not come yet" in shown(answer)
