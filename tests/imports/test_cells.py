"""How the cells of an old register are read: dates in many forms, numbers, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from throughcare.imports.cells import Fault, Reader
from throughcare.imports.mapping import read_import_map
from throughcare.imports.reading import RowReader, person_key
from throughcare.imports.said import Said
from throughcare.intake.tables import Cell, Row

LATEST = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)
MAP = """\
mapping: a list
zone: Africa/Tunis
dates: [D.M.YYYY, YYYY-MM-DD, D/M/YY, excel]
century_from: 1930
person: no
persons:
  names: [{parts: [name]}]
  birth_date: born
stay: {admitted_at: {column: admitted, clock: hour}, left_at: left}
placement: {place: cell, since: placed}
"""


def reader(tmp_path: Path, mapping: str = MAP) -> RowReader:
    path = tmp_path / "map.yaml"
    path.write_text(mapping, encoding="utf-8")
    (part,) = read_import_map(path).parts
    return RowReader(part, Reader(part, "Africa/Tunis", LATEST), "north")


def row(**cells: Cell) -> Row:
    return Row(7, {"no": "1", "name": "Amel", **cells})


def read(tmp_path: Path, mapping: str = MAP, **cells: Cell) -> Said:
    return reader(tmp_path, mapping).read(row(**cells))


@pytest.mark.parametrize(
    "written",
    ["3.4.1990", "03.04.1990", "1990-04-03", "3/4/90", "٠٣.٠٤.١٩٩٠", "۳.۴.۱۹۹۰", "32966", 32966,
     date(1990, 4, 3), "\u200f3.4.1990"],
)  # fmt: skip
def test_one_day_is_read_from_each_way_of_writing_it(tmp_path: Path, written: Cell) -> None:
    assert read(tmp_path, born=written).facts["birth_date"] == {"date": "1990-04-03"}


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1990", "1990"),
        (1990, "1990"),
        ("١٩٩٠", "1990"),
        ("1990-04", "1990-04"),
        ("4/1990", "1990-04"),
    ],
)
def test_what_is_known_of_a_birth_date_is_kept_and_no_more(
    tmp_path: Path, written: Cell, kept: str
) -> None:
    said = read(tmp_path, born=written)
    assert said.facts["birth_date"] == {"date": kept}


@pytest.mark.parametrize("written", ["31.2.1990", "13/13/90", "spring", "1990-4-3", "2031-01-01"])
def test_what_is_no_day_is_refused_with_its_cell(tmp_path: Path, written: str) -> None:
    with pytest.raises(Fault) as refused:
        read(tmp_path, born=written)
    assert (refused.value.column, refused.value.value) == ("born", written)


def test_a_day_that_may_be_two_is_refused_and_the_form_to_declare_is_named(tmp_path: Path) -> None:
    undeclared = MAP.replace("D/M/YY, ", "")
    with pytest.raises(Fault) as refused:
        read(tmp_path, undeclared, born="3/4/96")
    assert "`D/M/YY` or `M/D/YY`" in refused.value.remedy
    assert read(tmp_path, born="3/4/96").facts["birth_date"] == {"date": "1996-04-03"}


def test_a_birth_date_on_the_first_of_january_is_flagged_and_may_be_read_as_its_year(
    tmp_path: Path,
) -> None:
    said = read(tmp_path, born="1.1.1990")
    assert said.facts["birth_date"] == {"date": "1990-01-01"}
    assert said.notes == ["born on 1 January: perhaps only the year is known"]
    year = read(tmp_path, MAP + "january_first: year\n", born="1.1.1990")
    assert year.facts["birth_date"] == {"date": "1990"}
    assert read(tmp_path, born="2.1.1990").notes == []


def test_without_a_birth_date_the_row_is_taken_and_says_that_the_person_counts_as_a_child(
    tmp_path: Path,
) -> None:
    said = read(tmp_path)
    assert "birth_date" not in said.facts
    assert said.notes == ["no birth date: counts as a child until it is known"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"admitted": "10.6.2026"}, "admitted"),
        ({"admitted": "9.6.2026", "hour": "23:00"}, "admitted"),
        ({"admitted": "1.6.2026", "left": "31.5.2026"}, "left"),
        ({"admitted": "1.6.2026", "hour": "25:00"}, "hour"),
        ({"admitted": "2026"}, "admitted"),
        ({"left": "1.6.2026"}, "admitted"),
        ({"cell": "a/1", "placed": None}, None),
    ],
)
def test_times_that_cannot_be_are_refused_with_their_cell(
    tmp_path: Path, cells: dict[str, Cell], column: str | None
) -> None:
    with pytest.raises(Fault) as refused:
        read(tmp_path, **cells)
    assert refused.value.column == column


def test_an_hour_is_that_of_the_clock_on_the_wall_there(tmp_path: Path) -> None:
    said = read(tmp_path, admitted="1.6.2026", hour="14:30")
    assert said.groups["stay"] == {"admitted_at": "2026-06-01T13:30:00+00:00"}


def test_a_place_of_the_day_of_admission_begins_with_the_admission(tmp_path: Path) -> None:
    said = read(tmp_path, admitted="1.6.2026", hour="14:30", cell="A/1/01", placed="1.6.2026")
    assert said.groups["placement"] == {
        "place": "north/a/1/01", "since": "2026-06-01T13:30:00+00:00",
    }  # fmt: skip


def test_one_number_is_the_same_in_all_digits() -> None:
    assert person_key("١٢-٣٤") == person_key("1234") == "1234"


def test_a_row_says_the_same_whichever_way_its_days_are_spelled(tmp_path: Path) -> None:
    one, other = read(tmp_path, born="3.4.1990"), read(tmp_path, born="1990-04-03")
    assert one.digest() == other.digest()
    assert one.digest() != read(tmp_path, born="4.4.1990").digest()


def test_a_sign_that_cannot_be_kept_is_refused_with_its_cell(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="cannot be kept") as refused:
        reader(tmp_path).read(row(cell="a\0b"))
    assert refused.value.column == "cell"
