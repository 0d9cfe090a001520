"""Instants, civil time and durations: how days, months and hours are counted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from standards.civil import (
    add_months,
    calendar_day,
    day_number,
    from_wall,
    local_day,
    midnight,
    month_start,
    to_wall,
    week_start,
)
from standards.durations import ZERO, BadDuration, Duration, parse_duration
from standards.instants import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    BadInstant,
    UnknownZone,
    format_instant,
    on_clock,
    parse_instant,
    to_datetime,
    zone_info,
)

from .patterns.building import KAMPALA, ROME, at


def test_an_instant_is_microseconds_since_1970() -> None:
    assert parse_instant("1970-01-01T00:00+00:00") == 0
    assert parse_instant("1970-01-02T03:00:01+03:00") == DAY + SECOND
    assert parse_instant("1969-12-31T23:59Z") == -MINUTE
    assert parse_instant(datetime(1970, 1, 1, 1, tzinfo=UTC)) == HOUR


@pytest.mark.parametrize("text", ["2026-03-01T10:00", "2026-03-01", "soon", "", None, 5])
def test_a_time_without_an_offset_or_sense_is_refused_and_told_how(text: object) -> None:
    with pytest.raises(BadInstant, match=r"write 2026-03-01T10:00\+01:00"):
        parse_instant(text)  # type: ignore[arg-type]


def test_an_unknown_zone_is_refused_by_name() -> None:
    with pytest.raises(UnknownZone, match="'Africa/Nowhere' is not a time zone"):
        zone_info("Africa/Nowhere")
    with pytest.raises(UnknownZone):
        zone_info("../etc/passwd")


@pytest.mark.parametrize(
    ("text", "zone", "shown"),
    [
        ("2026-03-01T10:00+01:00", KAMPALA, "2026-03-01T12:00+03:00"),
        ("2026-03-01T10:00:05+01:00", "UTC", "2026-03-01T09:00:05+00:00"),
        ("2026-03-01T10:00:00.5+01:00", "UTC", "2026-03-01T09:00:00.500000+00:00"),
    ],
)
def test_an_instant_is_shown_by_the_clock_of_a_zone(text: str, zone: str, shown: str) -> None:
    assert format_instant(parse_instant(text), zone) == shown
    assert parse_instant(shown) == parse_instant(text)


def test_a_clock_reading_of_a_day() -> None:
    assert on_clock(date(2026, 3, 1), KAMPALA) == at("03-01 00:00")
    assert on_clock(date(2026, 3, 1), KAMPALA, hour=9, minute=5) == at("03-01 09:05")
    assert to_datetime(at("03-01 09:05"), "UTC").hour == 6


def test_a_reading_that_does_not_exist_moves_forward_by_the_gap() -> None:
    wall = to_wall(at("03-29 01:30", ROME), ROME) + HOUR
    assert format_instant(from_wall(wall, ROME), ROME) == "2026-03-29T03:30+02:00"


def test_a_reading_that_comes_twice_means_the_first() -> None:
    wall = to_wall(at("10-25 01:30", ROME), ROME) + HOUR
    assert format_instant(from_wall(wall, ROME), ROME) == "2026-10-25T02:30+02:00"


def test_a_midnight_that_does_not_exist_moves_forward_too() -> None:
    day = day_number(date(2026, 4, 24))  # Cairo goes to summer time at midnight
    assert format_instant(midnight(day, "Africa/Cairo"), "Africa/Cairo") == (
        "2026-04-24T01:00+03:00"
    )


@pytest.mark.parametrize(("text", "hours"), [("03-29", 23), ("10-25", 25), ("06-01", 24)])
def test_a_local_day_has_23_24_or_25_hours(text: str, hours: int) -> None:
    day = local_day(at(f"{text} 12:00", ROME), ROME)
    assert midnight(day + 1, ROME) - midnight(day, ROME) == hours * HOUR
    assert local_day(midnight(day, ROME), ROME) == day
    assert local_day(midnight(day, ROME) - 1, ROME) == day - 1


def test_weeks_and_months_begin_where_people_begin_them() -> None:
    monday = day_number(date(2026, 6, 1))
    assert [week_start(monday + n) - monday for n in (-1, 0, 6, 7)] == [-7, 0, 0, 7]
    assert calendar_day(month_start(day_number(date(2024, 2, 29)))) == date(2024, 2, 1)
    assert calendar_day(day_number(date(1969, 12, 31))) == date(1969, 12, 31)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_a_month_lands_on_the_same_day_or_the_last(start: date, months: int, end: date) -> None:
    assert calendar_day(add_months(day_number(start), months)) == end


@pytest.mark.parametrize(
    ("text", "duration", "shown"),
    [
        ("P15D", Duration(days=15), "P15D"),
        ("P2W", Duration(days=14), "P14D"),
        ("P1Y6M", Duration(months=18), "P1Y6M"),
        ("PT24H", Duration(elapsed=DAY), "PT24H"),
        ("PT90M", Duration(elapsed=90 * MINUTE), "PT1H30M"),
        ("PT30S", Duration(elapsed=30 * SECOND), "PT30S"),
        ("P1DT2H", Duration(days=1, elapsed=2 * HOUR), "P1DT2H"),
        ("PT0S", ZERO, "PT0S"),
        ("P0D", ZERO, "PT0S"),
    ],
)
def test_durations_are_read_and_shown(text: str, duration: Duration, shown: str) -> None:
    assert parse_duration(text) == duration
    assert str(duration) == shown
    assert parse_duration(shown) == duration


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "15D", "P1.5D", "P-1D", "24H", "P1H", "x"])
def test_what_is_no_duration_is_refused_and_told_how(text: str) -> None:
    with pytest.raises(BadDuration, match="write P15D for days, PT24H for hours"):
        parse_duration(text)


def test_zero_and_civil() -> None:
    assert ZERO.is_zero and not ZERO.is_civil
    for one in (Duration(months=1), Duration(days=1), Duration(elapsed=1)):
        assert not one.is_zero
        assert one.is_civil is (one.elapsed == 0)


def test_days_keep_the_clock_reading_and_hours_elapse() -> None:
    start = at("03-28 20:00", ROME)
    assert parse_duration("P1D").after(start, ROME) == at("03-29 20:00", ROME)
    assert parse_duration("PT24H").after(start, ROME) == at("03-29 21:00", ROME)
    assert parse_duration("P1D").before(at("03-29 20:00", ROME), ROME) == start
    assert parse_duration("PT24H").before(at("03-29 21:00", ROME), ROME) == start


def test_the_civil_part_comes_first() -> None:
    mixed = parse_duration("P1DT2H")
    assert mixed.after(at("03-28 01:00", ROME), ROME) == at("03-29 04:00", ROME)
    assert mixed.before(at("03-30 01:00", ROME), ROME) == at("03-28 23:00", ROME)
    assert parse_duration("P1M1D").after(at("01-31 10:00"), KAMPALA) == at("03-01 10:00")


def test_a_rolling_window_counts_a_day_as_24_hours_and_no_months() -> None:
    assert parse_duration("P60D").as_elapsed() == 60 * DAY
    assert parse_duration("P1DT1H").as_elapsed() == 25 * HOUR
    with pytest.raises(BadDuration, match="not months"):
        parse_duration("P1M").as_elapsed()
