"""Why a finding is so: rule, records, steps, five languages, and as known before a correction."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone

from tests.web.duties.made import FAMILY, contact_made, received
from tests.web.people.made import Somebody, place
from throughcare.access.terms import Role
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
RULE = "nmr-68-admission"


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def way(officer: Somebody, file: Person, rule: str = RULE) -> str:
    """The link to Why that the file itself shows."""
    page = officer.page(f"/people/{file.id}/duties")
    found = re.search(rf'href="(/people/{file.id}/duties/{rule}\?[^"]+)"', page)
    assert found, page
    return html.unescape(found[1])


def test_it_says_the_rule_the_records_the_steps_and_the_cure(officer: Somebody) -> None:
    file = received(officer, hours=30)
    page = officer.page(way(officer, file))
    assert FAMILY in page and "Nelson Mandela Rules" in page
    assert "The number is local policy" in page or "set by the rule itself" in page
    assert "Not confirmed yet against the official text." in page
    records = page.partition("The records used")[2].partition("</ol>")[0]
    assert "Admission" in records and "happened" in records and "entered" in records
    steps = page.partition("How the answer follows")[2].partition("</ol>")[0]
    assert 'lang="en" dir="ltr"' in steps and steps.count("<li>") > 1
    assert "What would cure it" in page and f"/people/{file.id}/custody/reception/family" in page


def test_the_sentence_stands_in_all_five_languages(officer: Somebody) -> None:
    file = received(officer, hours=30)
    page = officer.page(way(officer, file)).partition('class="in-languages"')[2]
    said = re.findall(r'<dd lang="(\w\w)" dir="(\w+)">(.*?)</dd>', page)
    assert [(code, direction) for code, direction, _text in said] == [
        ("en", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("ru", "ltr"), ("kk", "ltr")
    ]  # fmt: skip
    assert len({text for _code, _direction, text in said}) == 5


def test_as_known_before_an_entry_stands_beside_as_known_now(officer: Somebody) -> None:
    file = received(officer, hours=30)
    before = timezone.now()
    contact_made(officer, file)
    asked = f"{way(officer, file)}&known={quote(before.isoformat())}"
    page = officer.page(asked)
    then, now = page.partition('id="then"')[2].split('id="now"')
    assert "missing since" in then and "missing since" not in now
    assert 'id="then"' not in officer.page(way(officer, file))


@pytest.mark.parametrize("known", ["yesterday", "2999-01-01T00:00", "0001-01-01T00:00"])
def test_a_moment_that_cannot_be_shown_is_said(officer: Somebody, known: str) -> None:
    file = received(officer, hours=30)
    answer = officer.client.get(f"{way(officer, file)}&known={known}")
    assert answer.status_code == 422
    assert "This moment cannot be shown" in answer.content.decode()


def test_an_unknown_rule_or_a_bad_beginning_is_not_there(officer: Somebody) -> None:
    file = received(officer, hours=30)
    for rest in ("no-such-rule", f"{RULE}?since=once", "nmr-1", "br-2-1"):
        assert officer.status(f"/people/{file.id}/duties/{rest}") == 404, rest


def test_a_finding_that_stands_no_longer_is_told_with_what_the_rule_says_now(
    officer: Somebody,
) -> None:
    file = received(officer, hours=30)
    page = officer.page(f"/people/{file.id}/duties/{RULE}?since=2026-01-01T00:00:00Z")
    assert "stands no longer in these words" in page and FAMILY in page


def test_what_a_wall_hides_has_no_why(officer: Somebody) -> None:
    file = received(officer, hours=30)
    nurse = Somebody(Role.PHYSICIAN_NURSE, name="nina")
    ways = f"/people/{file.id}/duties"
    told = re.findall(rf"{ways}/([\w-]+)\?", nurse.page(ways))
    mine = set(re.findall(rf"{ways}/([\w-]+)\?", officer.page(ways)))
    hidden = set(told) - mine
    assert hidden
    for rule in hidden:
        assert nurse.status(f"{ways}/{rule}") == 200
        assert officer.status(f"{ways}/{rule}") == 404


def test_reading_it_leaves_an_entry(officer: Somebody) -> None:
    file = received(officer, hours=30)
    officer.page(way(officer, file))
    entry = Entry.objects.get(event="read.why")
    assert (entry.about, entry.role) == (file.id, "admissions_officer")


def test_no_reason_is_shown_of_records_that_are_closed(officer: Somebody) -> None:
    file = received(officer, hours=30)
    director = Somebody(Role.PRISON_DIRECTOR, name="dana")
    page = director.page(f"/people/{file.id}/duties")
    known = re.findall(rf"/people/{file.id}/duties/([\w-]+)\?", page)
    pages = {rule: director.page(f"/people/{file.id}/duties/{rule}") for rule in set(known)}
    closed = [rule for rule, one in pages.items() if "your post does not open" in one]
    assert closed  # of the health file a director reads a short form alone
    for rule in closed:
        assert "How the answer follows" not in pages[rule]


def test_a_day_is_the_day_by_the_clock_on_the_wall(officer: Somebody) -> None:
    file = received(officer, hours=30)
    page = officer.page(way(officer, file))
    happened = timezone.now() - timedelta(hours=30)
    assert str(happened.year) in page
