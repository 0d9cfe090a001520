"""The lists of custody under the morning: who is held without an order stays until cured."""

from __future__ import annotations

import pytest

from tests.web.custody.made_of_orders import TYPED, held
from tests.web.people.made import Somebody, place, shown
from throughcare.access.terms import Role
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry
from throughcare.web.custody.morning import section

pytestmark = pytest.mark.django_db
SHOWN = "Held without a valid order"


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


@pytest.fixture
def file(officer: Somebody) -> Person:
    return officer.open("Aigerim")


def test_the_morning_is_linked_from_the_first_page_of_those_who_have_one(officer: Somebody) -> None:
    guard = Somebody(Role.SECURITY_OFFICER, name="gul")
    chaplain = Somebody(Role.CHAPLAIN, name="hakan")
    assert 'href="/morning"' in officer.page("/") and 'href="/morning"' in guard.page("/")
    assert 'href="/morning"' not in chaplain.page("/")
    assert {chaplain.status(way) for way in ("/morning", "/morning/lists")} == {404}
    assert {guard.status(way) for way in ("/morning/lists", "/without-order")} == {404}
    assert 'hx-get="/morning/lists"' in officer.page("/morning")
    assert "/morning/lists" not in guard.page("/morning")


@pytest.mark.parametrize("role", [Role.PRISON_DIRECTOR, Role.JUDGE_PROSECUTOR])
def test_director_and_judge_see_at_once_who_is_held_without_an_order(
    officer: Somebody, file: Person, role: Role
) -> None:
    reader = Somebody(role, name="dana")
    assert "Aigerim" not in reader.page("/morning/lists")
    held(officer, file)
    for way in ("/morning/lists", "/without-order"):
        page = reader.page(way)
        assert "Aigerim" in page and "no order was ever registered" in page
        assert "nothing in writing" in page and "365 days" in page and "Rule 7" in page


def test_the_entry_leaves_in_the_request_that_registers_a_valid_order(
    officer: Somebody, file: Person
) -> None:
    held(officer, file)
    assert "Aigerim" in officer.page("/without-order")
    answer = officer.send(f"/people/{file.id}/custody/orders/new", **TYPED)
    assert answer.status_code == 302, shown(answer)
    assert "Aigerim" not in officer.page("/without-order")


def _orders_ending(page: str) -> str:
    return page.partition('id="orders-ending-north"')[2].partition("</section>")[0]


@pytest.mark.parametrize(("days", "there"), [(13, True), (15, False)])
def test_an_order_that_ends_within_fourteen_days_is_named(
    officer: Somebody, file: Person, days: int, there: bool
) -> None:
    held(officer, file, days=days)
    part = _orders_ending(officer.page("/morning/lists"))
    assert "Order ends within 14 days" in part and ("Aigerim" in part) == there


def test_a_judge_takes_a_case_that_lapsed_and_sees_no_name_before(
    officer: Somebody, file: Person
) -> None:
    held(officer, file, days=-3)
    judge = Somebody(Role.JUDGE_PROSECUTOR, at="service", name="judith")
    page = judge.page("/morning/lists")
    assert "a person held at" in page and "Aigerim" not in page and "Take the case" in page
    assert judge.status(f"/people/{file.id}") == 404
    answer = judge.client.post(f"/people/{file.id}/custody/take-case")
    assert answer.status_code == 302
    assert "You have the case now" in judge.page(answer.headers["Location"])
    assert "Aigerim" in judge.page("/morning/lists")
    entry = Entry.objects.filter(event="access.case_assigned").latest("id")
    assert (entry.role, entry.about) == ("judge_prosecutor", file.id)


def test_nobody_else_takes_a_case(officer: Somebody, file: Person) -> None:
    held(officer, file)
    assert officer.client.post(f"/people/{file.id}/custody/take-case").status_code == 404
    assert officer.client.get(f"/people/{file.id}/custody/take-case").status_code == 405


def test_a_judge_is_told_where_an_order_has_come_meanwhile(officer: Somebody, file: Person) -> None:
    judge = Somebody(Role.JUDGE_PROSECUTOR, at="service", name="judith")
    held(officer, file, days=9)
    answer = judge.client.post(f"/people/{file.id}/custody/take-case")
    assert "Nothing is left to do" in judge.page(answer.headers["Location"])


def test_another_prison_is_named_to_nobody(officer: Somebody, file: Person) -> None:
    held(officer, file)
    elsewhere = Somebody(Role.PRISON_DIRECTOR, at="south", name="esra")
    assert "Aigerim" not in elsewhere.page("/morning/lists")


def test_reading_the_morning_leaves_entries(officer: Somebody, file: Person) -> None:
    held(officer, file)
    officer.page("/morning/lists")
    read = Entry.objects.filter(event__startswith="read.").values_list("event", flat=True)
    assert {"read.held_without", "read.orders_ending"} <= set(read)


def test_the_lists_come_into_the_page_of_the_morning_or_stand_alone(officer: Somebody) -> None:
    part = officer.client.get("/morning/lists", headers={"HX-Request": "true"}).content.decode()
    assert "Held without a valid order" in part and "<html" not in part
    assert "<html" in officer.page("/morning/lists")


LATER = ("unfinished", "sharing", "over-capacity")


def test_what_looks_through_a_whole_prison_follows_by_itself(officer: Somebody) -> None:
    page = officer.page("/morning/lists")
    for key in LATER:
        way = f"/morning/{key}?at=north"
        assert f'hx-get="{way}"' in page and f'href="{way}"' in page
        part = officer.client.get(way, headers={"HX-Request": "true"}).content.decode()
        assert part.strip().startswith("<section") and "<html" not in part
        assert "<html" in officer.page(way)  # without script it is a page


def test_a_list_that_follows_is_shown_at_the_own_prison_alone(officer: Somebody) -> None:
    guard = Somebody(Role.SECURITY_OFFICER, name="gul")
    for key in LATER:
        assert officer.status(f"/morning/{key}?at=south") == 404
        assert officer.status(f"/morning/{key}") == 404
        assert guard.status(f"/morning/{key}?at=north") == 404
    assert officer.status("/morning/nothing?at=north") == 404


def test_a_judge_is_shown_nothing_of_a_list_that_is_not_for_a_judge(officer: Somebody) -> None:
    assert officer.status("/morning/lists") == 200
    judge = Somebody(Role.JUDGE_PROSECUTOR, name="judith")
    assert "hx-get" not in judge.page("/morning/lists")
    way = "/morning/sharing?at=north"
    assert judge.client.get(way, headers={"HX-Request": "true"}).content.strip() == b""
    assert judge.status(way) == 404


def test_the_morning_shows_the_first_and_says_how_many_more_there_are(
    officer: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(section, "MOST", 2)
    for number in range(3):
        held(officer, officer.open(f"Person {number}"), days=3 + number)
    part = _orders_ending(officer.page("/morning/lists"))
    assert "(3)" in part and "Person 0" in part and "Person 1" in part and "Person 2" not in part
    assert "and more: 1" in part and 'href="/morning/orders-ending?at=north"' in part
    assert "Person 2" in officer.page("/morning/orders-ending?at=north")
