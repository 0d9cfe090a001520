"""The timeline of a person: a picture and its table say the same, and no more than may be seen."""

from __future__ import annotations

import html
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import override_settings

from tests.staff import see_all_rows
from tests.web.custody.moved import DAY, HOUR, House, way
from tests.web.duties.added import add_records, event, spell
from throughcare.access.terms import Role
from throughcare.casework.people.models import Person
from throughcare.duties.queries import timeline as queries
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
LIMIT = "Solitary confinement must end here"


def rows(page: str) -> list[str]:
    """The words of each row of the table, what it is about last."""
    table = re.search(r'<table class="people timeline-rows">(.*?)</table>', page, re.S)
    assert table, page
    found = re.findall(r"<tr>(.*?)</tr>", table[1], re.S)[1:]
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in found]


def drawn(page: str) -> list[str]:
    """What each mark of the picture says, each once."""
    picture = re.search(r'<figure class="timeline">(.*?)</figure>', page, re.S)
    assert picture, page
    said = re.findall(r"<title>(.*?)</title>", picture[1], re.S)
    return sorted({html.unescape(one) for one in said})


def separated(
    monkeypatch: pytest.MonkeyPatch, file: Person, *spells: tuple[datetime, datetime | None]
) -> None:
    add_records(
        monkeypatch, queries,
        [spell("separation", file.id, since, until) for since, until in spells],
    )  # fmt: skip


def test_it_shows_custody_orders_events_and_what_is_to_be_done(house: House, file: Person) -> None:
    page = house.director.page(way(file, "/timeline"))
    said = " ".join(rows(page))
    assert "In custody" in said and "Orders and status" in said and "Events" in said
    assert "to be done by then:" in said or "broken:" in said
    assert "<svg" in page and page.count("<h1") == 1


def test_what_the_picture_draws_stands_in_the_table_and_the_other_way(
    house: House, file: Person
) -> None:
    page = house.director.page(way(file, "/timeline"))
    table = rows(page)
    for said in drawn(page):
        assert any(" ".join(said.split()) in row for row in table), said
    marks = len(re.findall(r'class="(?:bar |breach"|sign")', page))
    assert marks == len(table)


def test_reading_it_leaves_an_entry(house: House, file: Person) -> None:
    house.director.page(way(file, "/timeline"))
    see_all_rows("SEN")
    read = Entry.objects.filter(event="read.timeline", about=file.id)
    assert [one.by for one in read] == [str(house.director.account.pk)]


def test_separations_over_cells_and_prisons_with_short_gaps_are_one_stretch(
    house: House, file: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = house.now - 9 * DAY
    separated(
        monkeypatch, file, (start, start + 2 * DAY), (start + 2 * DAY + 20 * HOUR, start + 5 * DAY),
        (start + 5 * DAY, None),
    )  # fmt: skip
    said = [row for row in rows(house.director.page(way(file, "/timeline"))) if "Separat" in row]
    whole = [row for row in said if "entries joined: 3" in row]
    assert len(whole) == 1 and "goes on" in whole[0] and "9 days" in whole[0]


def test_a_gap_longer_than_the_rule_says_keeps_two_stretches_apart(
    house: House, file: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = house.now - 9 * DAY
    separated(monkeypatch, file, (start, start + DAY), (start + 2 * DAY + HOUR, start + 4 * DAY))
    page = house.director.page(way(file, "/timeline"))
    assert len(re.findall(r'class="bar separation"', page)) == 2
    assert "entries joined" not in page


def test_the_line_of_the_limit_stands_where_the_rulebook_puts_it(
    house: House, file: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = house.now - 9 * DAY
    separated(monkeypatch, file, (start, None))
    at = house.now + HOUR
    found = queries.timeline_of(house.director.viewer, file.id, at=at)
    rule = queries.checks_on(at.date())[queries.LIMIT_RULE]
    assert [(one.since, one.at - one.since) for one in found.limits] == [
        (start, timedelta(days=rule.limit.days))  # type: ignore[attr-defined]
    ]
    page = house.director.page(way(file, "/timeline"))
    assert any(LIMIT in row for row in rows(page))
    assert page.count('class="limit"') == 1


def test_with_two_hours_and_more_of_contact_a_day_no_line_is_drawn(
    house: House, file: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = house.now - 4 * DAY
    talks = [
        spell("contact_log", file.id, start + n * 6 * HOUR, start + n * 6 * HOUR + HOUR,
              kind="face_to_face")
        for n in range(16)
    ]  # fmt: skip
    add_records(
        monkeypatch, queries, [spell("separation", file.id, start, start + 4 * DAY), *talks]
    )
    assert LIMIT not in house.director.page(way(file, "/timeline"))


def test_whoever_does_not_read_the_separation_register_sees_nothing_of_it(
    house: House, file: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    separated(monkeypatch, file, (house.now - 9 * DAY, None))
    page = house.officer.page(way(file, "/timeline"))
    assert "eparation" not in page and LIMIT not in page
    assert 'class="limit"' not in page and "olitary" not in page


def test_orders_are_not_shown_to_whom_the_matrix_shows_them_in_a_short_form(
    house: House, file: Person
) -> None:
    from tests.web.people.made import Somebody

    guard = Somebody(Role.SECURITY_OFFICER, name="goran")
    page = guard.page(way(file, "/timeline"))
    assert "Orders and status" not in page and "In custody" in page


def test_whoever_has_only_the_short_form_of_a_file_is_refused(house: House, file: Person) -> None:
    from tests.web.people.made import Somebody

    with override_settings(SECOND_FACTOR_FOR=frozenset()):
        teacher = Somebody(Role.TEACHER_INSTRUCTOR, name="tanya", case=file.id)
        assert teacher.status(way(file, "/timeline")) == 403
        assert house.south.status(way(file, "/timeline")) == 404


@pytest.mark.parametrize("span", ["year", "month", "week"])
def test_a_span_can_be_chosen_and_says_that_it_is(house: House, file: Person, span: str) -> None:
    page = house.director.page(way(file, f"/timeline?span={span}"))
    assert f'href="?span={span}" aria-current="true"' in page


def test_a_stretch_shows_only_what_touches_it(
    house: House, file: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = house.now - 700 * DAY
    add_records(monkeypatch, queries, [event("search", file.id, long_ago)])
    day = long_ago.date().isoformat()
    assert rows(house.director.page(way(file, f"/timeline?from={day}&to={day}")))
    near = (house.now - DAY).date().isoformat()
    said = rows(house.director.page(way(file, f"/timeline?from={near}&to={near}")))
    assert said and not any("earch" in row for row in said)


@pytest.mark.parametrize(
    "asked",
    ["?from=2026-13-01&to=2026-12-01", "?from=2026-12-02&to=2026-12-01", "?from=x&to=y",
     "?from=2026-01-01", "?from=0001-01-01&to=9999-12-31"],
)  # fmt: skip
def test_days_that_are_none_are_said_so_and_everything_is_shown(
    house: House, file: Person, asked: str
) -> None:
    answer = house.director.client.get(way(file, f"/timeline{asked}"))
    assert answer.status_code == 422
    assert "These are not two days in their order" in answer.content.decode()
    assert rows(answer.content.decode())


def test_many_marks_on_one_spot_are_one_row_with_a_way_to_look_closer(
    house: House, file: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = house.now - 2000 * DAY
    many = [event("search", file.id, start + n * DAY) for n in range(1900)]
    add_records(monkeypatch, queries, many)
    page = house.director.page(way(file, "/timeline"))
    said = rows(page)
    assert len(said) < 200
    counted = [int(n) for row in said for n in re.findall(r"earch.*?×(\d+)", row)]
    assert sum(counted) > 1800
    closer = html.unescape(re.findall(r'class="small-link" href="(\?from[^"]+)"', page)[0])
    assert len(rows(house.director.page(way(file, f"/timeline{closer}")))) > 5


def test_right_to_left_pages_have_it_mirrored(house: House, file: Person) -> None:
    def custody(page: str) -> tuple[float, float]:
        found = re.search(r'<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%"[^>]*in_custody', page)
        assert found
        return float(found[1]), float(found[2])

    x, width = custody(house.director.page(way(file, "/timeline")))
    house.director.client.cookies["django_language"] = "ar"
    mirrored, wide = custody(house.director.page(way(file, "/timeline")))
    assert wide == pytest.approx(width, abs=0.1)
    assert mirrored == pytest.approx(100 - x - width, abs=0.1)


def test_the_tab_leads_there(house: House, file: Person) -> None:
    assert f"/people/{file.id}/timeline" in house.director.page(way(file, ""))


def test_a_hidden_ground_is_said_as_hidden(
    house: House, file: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = queries.of_person

    def masked(viewer: Any, person_id: Any, *, at: datetime) -> Any:
        from dataclasses import replace

        first = next(one for one in before(viewer, person_id, at=at) if one.is_open)
        until = at + 3 * DAY
        return [replace(first, rule=None, since=None, status="due", until=until)]

    monkeypatch.setattr(queries, "of_person", masked)
    said = rows(house.director.page(way(file, "/timeline")))
    assert any("To be done on grounds of health" in row for row in said)
