"""A date with a part missing answers yes, no, or that it cannot tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.errors import BadDate
from throughcare.kernel.partial_dates import UNKNOWN, PartialDate, Precision, of_day, parse

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day, known = draw(DAYS), draw(st.integers(0, 3))
    return PartialDate(*(day.year, day.month, day.day)[:known])


def test_each_precision_is_read_and_written_back() -> None:
    for text, precision in zip(
        ("1990-05-17", "1990-05", "1990", "unknown"), Precision, strict=True
    ):
        assert (str(parse(text)), parse(text).precision) == (text, precision)


def test_29_february_is_a_day_only_in_a_leap_year() -> None:
    assert parse("2024-02-29").latest == date(2024, 2, 29)
    with pytest.raises(BadDate, match="no day 29 in month 2 of 2023"):
        parse("2023-02-29")


@pytest.mark.parametrize("text", ["1990-13", "1990-00", "1990-05-00", "0000", "90", "1990-5", ""])
def test_what_is_no_date_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(BadDate, match="What to do"):
        parse(text)


def test_a_year_is_before_the_next_new_years_day_and_cannot_be_told_from_its_own_last() -> None:
    assert parse("1990").is_before(date(1991, 1, 1)) is True
    assert parse("1990").is_before(date(1990, 12, 31)) is None
    assert parse("1990").is_before(date(1990, 1, 1)) is False
    assert UNKNOWN.is_before(date(1990, 1, 1)) is None


@given(partial_dates())
def test_the_earliest_day_is_never_after_the_latest(one: PartialDate) -> None:
    assert one.earliest is None or one.latest is None or one.earliest <= one.latest
    assert parse(str(one)) == one


@given(partial_dates(), partial_dates(), st.data())
def test_an_answer_holds_for_every_day_it_may_stand_for(
    one: PartialDate, other: PartialDate, data: st.DataObject
) -> None:
    first, second = data.draw(_days_of(one)), data.draw(_days_of(other))
    assert one.may_be(first)
    assert one.is_before(other) in (None, first < second)
    assert one.is_same_day(other) in (None, first == second)


def _days_of(one: PartialDate) -> st.SearchStrategy[date]:
    if one.earliest is None or one.latest is None:
        return DAYS
    return st.integers(0, (one.latest - one.earliest).days).map(
        lambda days, start=one.earliest: start + timedelta(days)
    )


@given(DAYS, DAYS)
def test_full_dates_are_always_told_apart(one: date, other: date) -> None:
    assert of_day(one).is_before(other) is (one < other)
    assert of_day(one).is_same_day(other) is (one == other)
