"""The pages of contact: one form on the file, the list of a day, and who hears of nobody."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.staff import see_all_rows
from tests.web.people.made import Somebody, shown
from tests.web.safety.made import DAY, HOUR, Wing, wall
from throughcare.access.terms import Role
from throughcare.casework.contact.models import Contact
from throughcare.casework.people.kinds import Kind
from throughcare.web.contact import house

pytestmark = pytest.mark.django_db
TUNIS = ZoneInfo("Africa/Tunis")


@pytest.fixture
def wing(db: None) -> Wing:
    """The north, with its reception."""
    return Wing()


def tunis(moment: datetime) -> str:
    return wall(moment.astimezone(TUNIS))


def rows() -> list[Contact]:
    see_all_rows()
    return list(Contact.objects.filter(stood_until=None).order_by("recorded_at"))


def test_a_contact_is_written_on_the_file_and_struck_out(wing: Wing) -> None:
    file = wing.held("Bolat")
    way = f"/people/{file.id}/custody/contact"
    at = tunis(wing.now - HOUR)
    answer = wing.reception.send(
        f"{way}/write", kind="call", whom="family", happened_at=at, outcome="held"
    )
    assert answer.status_code == 302, shown(answer)
    (row,) = rows()
    page = wing.director.page(way)
    assert "Phone call" in page and "strike" not in page
    wing.reception.send(f"{way}/{row.id}/strike", why="It was for somebody else.")
    assert rows() == []


def test_what_is_wrong_is_said_and_what_was_typed_stays(wing: Wing) -> None:
    file = wing.held("Bolat")
    way = f"/people/{file.id}/custody/contact/write"
    typed: dict[str, Any] = {
        "kind": "visit", "whom": "friend", "happened_at": tunis(wing.now + DAY), "outcome": "held",
    }  # fmt: skip
    answer = wing.reception.send(way, **typed)
    assert answer.status_code == 422 and "This time has not come yet." in shown(answer)
    typed |= {"happened_at": tunis(wing.now - HOUR), "outcome": "refused"}
    answer = wing.reception.send(way, **typed)
    assert answer.status_code == 422 and 'value="friend" selected' in shown(answer)
    assert "no refusal is without an end" in shown(answer).lower()
    assert rows() == []


def test_only_of_a_woman_it_is_asked_whether_she_agreed(wing: Wing) -> None:
    man, woman = wing.held("Bolat"), wing.held("Dana", cell="north/a/1/02")
    wing.reception.state(woman, Kind.SEX, {"sex": "female"})
    forms = [wing.reception.page(f"/people/{one.id}/custody/contact/write") for one in (man, woman)]
    assert ["agreed" in form for form in forms] == [False, True]
    answer = wing.reception.send(
        f"/people/{woman.id}/custody/contact/write", kind="visit", whom="family",
        happened_at=tunis(wing.now - HOUR), outcome="held", agreed="no",
    )  # fmt: skip
    assert answer.status_code == 422 and "She did not agree" in shown(answer)
    assert rows() == []


def test_the_list_of_a_day_is_written_at_once_or_not_at_all(wing: Wing) -> None:
    one, two = wing.held("Bolat"), wing.held("Erlan", cell="north/a/1/02")
    day = (wing.now - DAY).astimezone(TUNIS).date()
    way = f"/contact/north/day?on={day}"
    token = wing.reception.client.get(way).context["csrf_token"]
    typed = {
        "csrfmiddlewaretoken": str(token), "kind": "visit",
        f"hour.{one.id}": "10:30", f"whom.{one.id}": "family", f"outcome.{one.id}": "held",
        f"hour.{two.id}": "noon", f"whom.{two.id}": "child", f"outcome.{two.id}": "absent",
    }  # fmt: skip
    answer = wing.reception.client.post(way, typed)
    assert answer.status_code == 422 and "write it like 14:30" in shown(answer)
    assert 'value="10:30"' in shown(answer) and rows() == []
    answer = wing.reception.client.post(way, {**typed, f"hour.{two.id}": "11:00"})
    assert answer.status_code == 200, shown(answer)
    assert {(row.person_id, row.at.astimezone(TUNIS).hour) for row in rows()} == {
        (one.id, 10), (two.id, 11),
    }  # fmt: skip
    again = wing.reception.client.post(way, {**typed, f"hour.{two.id}": "11:00"})
    assert again.status_code == 422 and len(rows()) == 2


def test_who_writes_no_contact_has_no_list_of_a_day(wing: Wing) -> None:
    file = wing.held("Bolat")
    assert wing.director.status("/contact") == 200
    for one in (wing.director, wing.officer, wing.nurse):
        assert one.status("/contact/north/day") == 404
    manager = Somebody(Role.CASE_MANAGER, name="marat", case=file.id)
    assert str(file.id) in manager.page("/contact/north/day")
    assert manager.status("/contact/south/day") == 404


def test_who_has_been_without_contact_for_long_is_named(wing: Wing) -> None:
    file = wing.held("Bolat")
    assert str(file.id) in wing.director.page("/contact")
    way = f"/people/{file.id}/custody/contact/write"
    wing.reception.send(
        way, kind="letter", whom="family", happened_at=tunis(wing.now - DAY), outcome="held"
    )
    assert str(file.id) not in wing.director.page("/contact")


def test_a_long_list_of_them_is_shown_in_parts(wing: Wing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house, "AT_ONCE", 1)
    files = {str(wing.held(name, cell=f"north/a/1/0{n}").id)
             for n, name in ((1, "Bolat"), (2, "Erlan"))}  # fmt: skip
    parts = [wing.director.page(f"/contact?page={number}") for number in (1, 2)]
    assert [sum(one in part for one in files) for part in parts] == [1, 1]
    assert all(any(one in part for part in parts) for one in files)
    assert "Next part" in parts[0] and "Earlier part" in parts[1]
