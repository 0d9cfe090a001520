"""The morning list: what is due in plain words, for whom, until when; gone when done."""

from __future__ import annotations

import re
import sys
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from django.utils import timezone

from tests.web.duties.made import FAMILY, back_again, contact_made, let_go, received
from tests.web.people.made import Somebody, place
from throughcare.access.terms import Role
from throughcare.register.models import Entry
from throughcare.web.duties.morning import page as of_morning

pytestmark = pytest.mark.django_db
ALL = "/morning?at=north&mine=0"
HIDDEN = "on grounds kept in the health file; ask the health service"
ORDER = "Custody covered by an order to the end"


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def rows(page: str) -> list[str]:
    """The duties of the list itself, each as it stands there."""
    return re.findall(r'<li class="due" .*?</li>\s*(?=<li class="due" |</ul></div>)', page, re.S)


def total(page: str) -> int:
    return int(re.findall(r"Duties in this list: (\d+)", page)[0])


def test_a_row_says_the_rule_in_plain_words_with_deadline_and_ways(officer: Somebody) -> None:
    file = received(officer, hours=1)
    (row,) = [one for one in rows(officer.page(ALL)) if FAMILY in one]
    assert "Means to inform family given: due by" in row and ", after admission." in row
    assert "Nelson Mandela Rules" in row and "68" in row and "<time" in row
    assert f'href="/people/{file.id}/custody/reception/family"' in row
    assert f'href="/people/{file.id}/duties/nmr-68-admission?since=' in row


def test_a_row_is_gone_when_it_is_done(officer: Somebody) -> None:
    file = received(officer, hours=1)
    before = officer.page(ALL)
    assert FAMILY in before
    contact_made(officer, file)
    after = officer.page(ALL)
    assert FAMILY not in after and total(after) == total(before) - 1


def test_the_counts_are_those_of_the_rows(officer: Somebody) -> None:
    for name in ("Aigerim", "Dana"):
        received(officer, name, hours=30)
    page = officer.page(ALL)
    counts = [int(one) for one in re.findall(r"<strong>(\d+)</strong></a></li>", page)]
    assert sum(counts) == total(page) == len(rows(page)) > 0
    late = officer.page(f"{ALL}&when=overdue")
    assert total(late) == counts[0] == len(rows(late)) and 'data-state="due"' not in late


def test_it_is_in_groups_by_person_or_by_kind(officer: Somebody) -> None:
    for name in ("Aigerim", "Dana"):
        received(officer, name, hours=30)
    heads = re.findall(r'<div class="due-group"><h3>(.*?)</h3>', officer.page(ALL), re.S)
    assert len(heads) == 4 and all("Aigerim" in one or "Dana" in one for one in heads)
    kinds = re.findall(
        r'<div class="due-group"><h3>(.*?)</h3>', officer.page(f"{ALL}&by=kind"), re.S
    )
    assert any(ORDER in one for one in kinds) and not any("Aigerim" in one for one in kinds)


def test_what_is_late_in_the_present_stay_stands_before_what_was_never_done_in_one_that_is_over(
    officer: Somebody,
) -> None:
    file, colleague = received(officer, hours=24 * 40), Somebody(name="bolat")
    let_go(colleague, file, hours=24 * 30)
    back_again(officer, file, hours=30)
    page = officer.page(f"{ALL}&when=overdue")
    began = [two_days(row) for row in rows(page) if HIDDEN not in row]
    assert set(began) == {True, False} and began == sorted(began, reverse=True), began


def two_days(row: str) -> bool:
    """Whether the duty of a row began in the last two days."""
    (began,) = set(re.findall(r"duties/[^\"?]+\?since=([^&\"]+)", row))
    moment = datetime.fromisoformat(unquote(began).replace(" ", "+"))
    return timezone.now() - moment < timedelta(days=2)


def test_one_kind_alone_is_shown(officer: Somebody) -> None:
    received(officer, hours=30)
    page = officer.page(f"{ALL}&kind=nmr-54")
    assert total(page) == 1 and "Written information on admission" in rows(page)[0]


def test_a_filter_is_kept_in_the_address_and_for_the_session(officer: Somebody) -> None:
    received(officer, hours=30)
    officer.page("/morning?at=north&when=overdue&kind=nmr-54&mine=0&by=kind")
    answer = officer.client.get("/morning")
    assert answer.status_code == 302
    led = answer.headers["Location"]
    assert {"when=overdue", "kind=nmr-54", "mine=0", "by=kind"} <= set(led.split("?")[1].split("&"))
    assert total(officer.page(led)) == 1
    officer.page("/morning?at=north")  # all of it again
    assert officer.status("/morning") == 200


@pytest.mark.parametrize(
    "asked", ["at=south", "at=nowhere", "when=never", "kind=no-such-rule", "by=colour", "mine=2",
              "page=0", "page=x", "page=99", "page=123456789012"]
)  # fmt: skip
def test_a_list_that_is_none_is_not_there(officer: Somebody, asked: str) -> None:
    received(officer, hours=30)
    assert officer.status(f"/morning?{asked}") == 404
    assert officer.status("/morning") == 200


def test_what_was_kept_for_a_place_that_is_no_longer_mine_is_forgotten(officer: Somebody) -> None:
    session = officer.client.session
    session["morning"] = {"at": "south", "mine": "1"}
    session.save()
    assert officer.status("/morning") == 200


def test_only_what_the_viewer_can_do_is_shown_unless_asked_for(officer: Somebody) -> None:
    received(officer, hours=30)
    guard = Somebody(Role.SECURITY_OFFICER, name="gul")
    mine, every = guard.page("/morning"), guard.page(ALL)
    assert total(mine) < total(every)
    assert "Open the record" not in every and total(mine) == 0


def test_a_wall_hides_the_ground_and_the_rule_but_not_that_something_is_due(
    officer: Somebody,
) -> None:
    received(officer, hours=30)
    hidden = [one for one in rows(officer.page(ALL)) if HIDDEN in one]
    assert hidden
    for row in hidden:
        assert "Why?" not in row and "/duties/" not in row and "Rules" not in row
        assert "gravity" not in row and "Open the record" not in row
    nurse = Somebody(Role.PHYSICIAN_NURSE, name="nina")
    assert HIDDEN not in nurse.page(ALL)
    found = r'<option value="((?:nmr|br|juv)-[^"]+)"'
    known = [set(re.findall(found, one.page(ALL))) for one in (nurse, officer)]
    assert known[0] - known[1]


def test_a_page_has_fifty_rows_at_most_and_says_the_total(
    officer: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert of_morning.ROWS == 50
    monkeypatch.setattr(of_morning, "ROWS", 5)
    received(officer, hours=30)
    first = officer.page(ALL)
    assert len(rows(first)) == 5 < total(first)
    assert "page=2" in first and "Next page" in first
    second = officer.page(f"{ALL}&page=2")
    assert total(second) == total(first) and set(rows(first)).isdisjoint(rows(second))
    assert "Page before" in second


def test_the_director_is_told_what_nobody_acts_on(officer: Somebody) -> None:
    received(officer, hours=24 * 3)
    director = Somebody(Role.PRISON_DIRECTOR, name="dana")
    before = director.page("/morning").partition('id="nobody-acts"')[2]
    assert "Nothing." in before
    received(officer, "Marat", hours=24 * 12)
    part = director.page("/morning").partition('id="nobody-acts"')[2].partition("</section>")[0]
    assert "Marat" in part and "Aigerim" not in part and "number of days: 7" in part
    assert "nobody-acts" not in officer.page("/morning")


def test_it_says_that_files_are_being_judged(
    officer: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "being judged" not in officer.page(ALL)
    monkeypatch.setattr(
        sys.modules["throughcare.duties.queries.morning"], "still_waiting_at", _three_wait
    )
    assert "Files being judged now." in officer.page(ALL)  # not how many: some are of others


def _three_wait(_place: str, **_at: Any) -> int:
    return 3


def test_reading_it_leaves_an_entry(officer: Somebody) -> None:
    received(officer)
    officer.page(ALL)
    assert Entry.objects.filter(event="read.duties").count() == 1
    Somebody(Role.PRISON_DIRECTOR, name="dana").page("/morning")
    assert Entry.objects.filter(event="read.neglected").count() == 1


def test_another_prison_is_told_nothing(officer: Somebody) -> None:
    place("south", "South Prison")
    received(officer, hours=30)
    esra = Somebody(Role.PRISON_DIRECTOR, at="south", name="esra")
    page = esra.page("/morning?mine=0")
    assert total(page) == 0 and "Aigerim" not in page
    assert esra.status("/morning?at=north") == 404


def test_an_inspector_chooses_the_place(officer: Somebody) -> None:
    place("south", "South Prison")
    received(officer, hours=30)
    inspector = Somebody(Role.NPM_INSPECTOR, at="service", name="ines")
    assert 'name="at"' in inspector.page("/morning")
    assert total(inspector.page("/morning?at=north")) > 0
    assert total(inspector.page("/morning?at=south")) == 0
