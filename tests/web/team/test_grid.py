"""The grid of the calendar: whole weeks, every day once, and a sign for each thing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from throughcare.web.team.grid import SIGNS, weeks_of
from throughcare.web.team.sources import Due, Kind

FIRST, AFTER = date(2026, 11, 1), date(2026, 12, 1)
TODAY = date(2026, 11, 27)


def due(kind: Kind, *, late: bool = False) -> Due:
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    return Due(kind=kind, key=kind, at=at, words="", way="", late=late)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_month_is_shown_in_whole_weeks_from_monday_with_every_day_once(day: date) -> None:
    first = day.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    weeks = weeks_of({}, first, after, day)
    assert all(len(week) == 7 and week[0].on.weekday() == 0 for week in weeks)
    inside = [cell.on for week in weeks for cell in week if cell.inside]
    assert inside == [first + timedelta(days=n) for n in range((after - first).days)]
    assert [cell.on for week in weeks for cell in week if cell.today] == [day]


def test_each_thing_has_its_sign_and_the_day_leads_to_its_words() -> None:
    held = {date(2026, 11, 20): [due(Kind.TASK), due(Kind.MEETING), due(Kind.TASK)]}
    cells = {cell.on: cell for week in weeks_of(held, FIRST, AFTER, TODAY) for cell in week}
    found = cells[date(2026, 11, 20)]
    assert found.signs == SIGNS[Kind.MEETING] + 2 * SIGNS[Kind.TASK]
    assert found.way == "#d20261120" and cells[TODAY].way == ""


def test_what_is_late_leads_to_the_list_of_what_is_late() -> None:
    held = {date(2026, 11, 20): [due(Kind.TASK, late=True)]}
    cells = {cell.on: cell for week in weeks_of(held, FIRST, AFTER, TODAY) for cell in week}
    assert cells[date(2026, 11, 20)].late and cells[date(2026, 11, 20)].way == "#late"
