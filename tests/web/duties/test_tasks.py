"""After the third separation in a row each finds in the morning what is the next to do, and who may
only add to the register is told of his part and of nothing else in it."""

from __future__ import annotations

import html
import json
import re
from typing import Final
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from tests.web.people.made import Somebody, shown
from tests.web.safety.made import DAY, HOUR, Wing, typed, way
from throughcare.access.terms import Role
from throughcare.kernel.models import Place

pytestmark = pytest.mark.django_db
VISIT: Final = "Daily health visit to the separated"
CONTACT: Final = "Two hours of meaningful contact for the separated"
# What an order of two days, and eight days before it, leave to be done.
NEXT: Final = {
    VISIT, CONTACT, "Authorised by the competent authority", "Harm of separation is eased",
    "No prolonged solitary confinement",
}  # fmt: skip


@pytest.fixture
def wing() -> Wing:
    return Wing()


@pytest.fixture
def third(wing: Wing) -> UUID:
    """Somebody moved to a segregation cell for the third time this month, by the form."""
    file = wing.held()
    wing.separated(file, 8 * DAY, 5 * DAY)
    wing.separated(file, 5 * DAY - 2 * HOUR, 2 * HOUR, days=4)
    answer = wing.officer.send(way(file, "/order"), **typed(wing, reasons="secret of the yard"))
    assert answer.status_code == 302, shown(answer)
    return file.id


def rows(one: Somebody, asked: str = "mine=0") -> list[str]:
    """The list itself, row by row, in words."""
    page = one.page(f"/morning?at=north&{asked}").partition('id="nobody-acts"')[0]
    found = re.findall(r'<li class="due" .*?</li>\s*(?=<li class="due" |</ul></div>)', page, re.S)
    return [html.unescape(re.sub(r"\s+", " ", row)) for row in found]


def due(one: Somebody) -> set[str]:
    """What is due, not yet late, by its title."""
    titles = {*NEXT, "Independent review"}
    return {
        title for row in rows(one) if 'data-state="due"' in row for title in titles if title in row
    }


def test_the_morning_of_the_director_holds_what_must_be_done_next(wing: Wing, third: UUID) -> None:
    assert due(wing.director) == NEXT
    (running,) = [row for row in rows(wing.director) if "Day 9 of solitary confinement" in row]
    assert "after 15 days" in running
    (late,) = [row for row in rows(wing.director) if "Independent review during" in row]
    assert "one is owed every 3 days" in late and 'data-state="overdue"' in late


def test_nurse_and_officer_are_told_of_their_part_and_of_nothing_else(
    wing: Wing, third: UUID
) -> None:
    for one in (wing.nurse, wing.officer):
        assert due(one) == {VISIT, CONTACT}, one.account.name
        tasks = [row for row in rows(one, "mine=1") if VISIT in row or CONTACT in row]
        assert len(tasks) == 2
        for row in tasks:
            assert f'href="/people/{third}/custody/separation"' in row
            assert "Why?" not in row and "/duties/" not in row and "secret" not in row
    assert due(wing.reception) == set()


def test_who_reads_nothing_and_adds_nothing_there_is_told_nothing(wing: Wing, third: UUID) -> None:
    chaplain = Somebody(Role.CHAPLAIN, name="hana", case=third)
    page = chaplain.client.get("/morning?at=north&mine=0")
    assert VISIT not in shown(page) and CONTACT not in shown(page)


def test_a_task_is_gone_when_it_is_done(wing: Wing) -> None:
    file = wing.held()
    wing.separated(file, 30 * HOUR)  # so that today is a whole day of it
    here = wing.now.astimezone(ZoneInfo(Place.objects.get(path="north").zone()))
    tonight = f"{here.date() + DAY}T00:00:00"
    assert [visit_until(one) for one in (wing.nurse, wing.officer)] == [tonight, tonight]
    entry = {
        "key": str(uuid4()), "person": str(file.id), "entry": "health_visit",
        "on": here.date().isoformat(), "from": here.strftime("%H:%M"), "to": "", "kind": "",
        "answers": "",
    }  # fmt: skip
    answer = wing.nurse.client.post(
        "/separation/day/entries", json.dumps({"place": "north/a/1", "entries": [entry]}),
        content_type="application/json",
    )  # fmt: skip
    assert [one["fate"] for one in answer.json()["outcomes"]] == ["written"], answer.content
    assert tonight not in {visit_until(one) for one in (wing.nurse, wing.officer)}


def visit_until(one: Somebody) -> str:
    """Until when a health visit is due, by the clock on the wall; empty if none is."""
    found = [row for row in rows(one) if VISIT in row and 'data-state="due"' in row]
    untils = [re.findall(r'<time datetime="([^"+]+)', row)[0] for row in found]
    assert len(untils) <= 1
    return untils[0] if untils else ""
