"""What is due on a file: open first, then what is over; and one line in the header of each page."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.web.duties.made import FAMILY, contact_made, received
from tests.web.people.made import Somebody, place
from throughcare.access.models import Account
from throughcare.access.terms import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def _part(page: str, name: str) -> str:
    return page.partition(f'id="{name}"')[2].partition("</section>")[0]


def test_what_is_open_is_listed_and_moves_to_what_was_met_once_it_is_done(
    officer: Somebody,
) -> None:
    file = received(officer)
    way = f"/people/{file.id}/duties"
    assert FAMILY in _part(officer.page(way), "open")
    contact_made(officer, file)
    page = officer.page(way)
    assert FAMILY not in _part(page, "open")
    row = next(one for one in _part(page, "past").split("<tr>") if FAMILY in one)
    assert "□</span> met" in row and "Why?" in row


def test_each_page_of_a_file_says_what_is_due_next(officer: Somebody) -> None:
    file = received(officer, hours=30)
    for rest in ("", "/notes", "/custody", "/duties", "/timeline", "/readers"):
        page = officer.page(f"/people/{file.id}{rest}")
        assert "Due next" in page and "missing: valid commitment order." in page, rest
    empty = officer.open("Marat")
    assert "Due next" not in officer.page(f"/people/{empty.id}")


def test_a_short_form_of_a_file_tells_no_duties(officer: Somebody) -> None:
    file = received(officer, hours=30)
    chaplain = Somebody(Role.CHAPLAIN, name="hakan", case=file.id)
    assert "Due next" not in chaplain.page(f"/people/{file.id}")
    assert chaplain.status(f"/people/{file.id}/duties") == 404


def test_who_may_not_open_the_file_sees_no_duties(officer: Somebody) -> None:
    place("south", "South Prison")
    file = received(officer)
    esra = Somebody(Role.PRISON_DIRECTOR, at="south", name="esra")
    assert esra.status(f"/people/{file.id}/duties") == 404


@pytest.mark.parametrize(
    ("role", "leads"), [(Role.SECURITY_OFFICER, "/morning"), (Role.SYSTEM_ADMINISTRATOR, "/")]
)
def test_after_signing_in_comes_the_morning_of_whoever_has_one(
    officer: Somebody, role: Role, leads: str, settings: Any
) -> None:
    settings.SECOND_FACTOR_FOR = frozenset()
    password = "a long password of tests"
    account: Account = Somebody(role, name="gul").account
    account.set_password(password)
    account.save()
    answer = Client().post("/sign-in", {"name": "gul", "password": password})
    assert (answer.status_code, answer.headers["Location"]) == (302, leads)
    answer = Client().post("/sign-in", {"name": "gul", "password": password, "next": "/people"})
    assert answer.headers["Location"] == "/people"
