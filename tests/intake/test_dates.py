"""Dates: the form is stated, never guessed."""

from __future__ import annotations

import pytest

from standards.instants import parse_instant
from throughcare.errors import BadInput
from throughcare.intake.dates import Misfit, compile_form, read_birth_date, read_date

from .conftest import SIMPLE, Read


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("M/D/YYYY", "5/14/2018", "2018-05-14"),
        ("D/M/YYYY", "05/04/2018", "2018-04-05"),
        ("%d.%m.%Y", "14.5.2018", "2018-05-14"),
        ("D MON YYYY", "14 May 2018", "2018-05-14"),
        ("D-MON-YYYY", "14-SEPT-2018", "2018-09-14"),
        ("D/M/YYYY hh:mm", "14/5/2018 7:05", "2018-05-14 07:05:00"),
        ("M/D/YYYY hh:mm am", "5/14/2018 12:05 AM", "2018-05-14 00:05:00"),
        ("YYYYMMDD", "20180514", "2018-05-14"),
        ("excel", "43234", "2018-05-14"),
        ("excel", "43234.5", "2018-05-14 12:00:00"),
        ("ISO", "2018-05-14", "2018-05-14"),
        ("YYYY-MM-DD", "2018-05-14T10:00", "2018-05-14 10:00:00"),
    ],
)
def test_a_date_is_read_in_its_form(form: str, text: str, expected: str) -> None:
    assert str(read_date(text, (compile_form(form),))) == expected


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("M/D/YYYY", "14/5/2018"),
        ("M/D/YYYY", "2/30/2018"),
        ("M/D/YYYY", "5/14/18"),
        ("M/D/YYYY", "5/14/2018 10:00"),
        ("ISO", "20180514"),
        ("ISO", "2018-W20-1"),
        ("excel", "0.5"),
        ("excel", "soon"),
        ("D/M/YYYY hh:mm am", "1/5/2018 13:00 pm"),
    ],
)
def test_what_does_not_fit_the_form_is_no_date(form: str, text: str) -> None:
    with pytest.raises(Misfit):
        read_date(text, (compile_form(form),))


@pytest.mark.parametrize(("text", "year"), [("1/2/49", 2049), ("1/2/50", 1950), ("1/2/99", 1999)])
def test_a_stated_century_settles_years_of_two_digits(text: str, year: int) -> None:
    assert read_date(text, (compile_form("D/M/YY", 1950),)).year == year


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1990", "1990-12-31"), ("1990-02", "1990-02-28"), ("1990-12", "1990-12-31")],
)
def test_a_birth_year_stands_for_its_last_day_and_says_so(text: str, expected: str) -> None:
    found, latest = read_birth_date(text, (compile_form("ISO"),))
    assert (str(found), latest) == (expected, True)


def test_a_date_without_clock_time_is_midnight_in_the_zone(read: Read) -> None:
    intake = read("prisoner,placed,released\nA,3/2/2024,\n")
    assert intake.archive.records[0].since == parse_instant("2024-02-03T00:00+01:00")


def test_a_clock_time_may_stand_in_its_own_column(read: Read) -> None:
    mapping = SIMPLE.replace("from: placed", "from: {column: placed, clock: hour}")
    intake = read(
        "prisoner,placed,hour,released\nA,3/2/2024,14:30,\nB,3/2/2024,25:00,\nC,3/2/2024,,\n",
        mapping,
    )
    first, second = intake.archive.records
    assert first.since == parse_instant("2024-02-03T14:30+01:00")
    assert second.since == parse_instant("2024-02-03T00:00+01:00")
    assert [each.column for each in intake.damaged] == ["hour"]


def test_a_clock_reading_that_does_not_exist_moves_forward(read: Read) -> None:
    mapping = SIMPLE.replace("Africa/Tunis", "America/Los_Angeles").replace(
        "D/M/YYYY", "D/M/YYYY hh:mm"
    )
    intake = read("prisoner,placed,released\nA,10/3/2024 02:30,\n", mapping)
    assert intake.archive.records[0].since == parse_instant("2024-03-10T03:30-07:00")


def test_slashes_without_a_stated_form_are_refused_with_the_form_that_fits(read: Read) -> None:
    mapping = SIMPLE.replace("dates: D/M/YYYY\n", "")
    with pytest.raises(BadInput) as caught:
        read("prisoner,placed,released\nA,13/2/2024,\nB,1/2/2024,\n", mapping)
    assert "'13/2/2024' is not a date in the form ISO" in caught.value.what
    assert "`dates: D/M/YYYY`" in caught.value.remedy


def test_when_both_orders_fit_the_refusal_asks_which(read: Read) -> None:
    mapping = SIMPLE.replace("dates: D/M/YYYY\n", "")
    with pytest.raises(BadInput) as caught:
        read("prisoner,placed,released\nA,1/2/2024,\n", mapping)
    assert "`dates: D/M/YYYY` or `dates: M/D/YYYY`" in caught.value.remedy


def test_a_column_of_mixed_order_is_refused_when_no_order_is_stated(read: Read) -> None:
    mapping = SIMPLE.replace("dates: D/M/YYYY\n", "")
    with pytest.raises(BadInput, match="in some the day comes first, in others the month"):
        read("prisoner,placed,released\nA,13/2/2024,\nB,2/13/2024,\n", mapping)


def test_a_column_in_no_one_form_is_refused_with_the_forms_that_fit_most(read: Read) -> None:
    mapping = SIMPLE.replace("dates: D/M/YYYY\n", "")
    rows = "A,1/3/2026,\nB,10/3/2026,\nC,31/2/2026,\nD,15/3/2026,\n"
    with pytest.raises(BadInput) as caught:
        read(f"prisoner,placed,released\n{rows}", mapping)
    assert "`dates: D/M/YYYY` (fits 3 of 4)" in caught.value.remedy


def test_years_of_two_digits_are_refused_and_the_pivot_named(read: Read) -> None:
    with pytest.raises(BadInput) as caught:
        read("prisoner,placed,released\nA,13/2/24,\nB,14/2/24,\n")
    assert "`dates: D/M/YY` and `century_from: 1950`" in caught.value.remedy


def test_a_few_dates_of_the_other_order_are_damaged_and_pointed_at(read: Read) -> None:
    rows = "".join(f"P{day},{day}/2/2024,\n" for day in range(1, 20))
    intake = read(f"prisoner,placed,released\n{rows}Q,2/13/2024,\n")
    assert [(each.row, each.value) for each in intake.damaged] == [(21, "2/13/2024")]
    (notice,) = intake.notices
    assert (notice.kind, notice.row) == ("date_form", 21)
    assert "M/D/YYYY" in notice.text


def test_a_year_that_stands_for_no_date_is_damage_unless_listed_as_blank(read: Read) -> None:
    rows = "prisoner,placed,released\nA,3/2/2024,31/12/9999\n"
    (damage,) = read(rows).damaged
    assert "list it under `blank`" in damage.reason
    assert read(rows, SIMPLE + "blank: [31/12/9999]\n").archive.records[0].until is None
