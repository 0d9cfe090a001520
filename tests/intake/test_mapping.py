"""A mapping's mistakes are named with file, line and the nearest right word."""

from __future__ import annotations

from pathlib import Path

import pytest

from throughcare.errors import BadInput
from throughcare.intake.archive import read_archive
from throughcare.intake.mapping import read_mapping

from .conftest import SIMPLE, Read, Write

ROWS = "prisoner,placed,released\nA,3/2/2024,5/2/2024\n"


@pytest.mark.parametrize(
    ("change", "line", "what", "remedy"),
    [
        (("zone:", "zones:"), 1, "'zones' is not a key", "'zone'"),
        (("Africa/Tunis", "Africa/Tuniss"), 1, "'Africa/Tuniss' is not a time zone",
         "'Africa/Tunis'"),
        (("type: separation", "type: seperation"), 5, "'seperation' is not a type", "'separation'"),
        (("to: released", "until: released"), 5, "'until' is not a key", ""),
        (("from: placed, ", ""), 5, "does not say when", "`at: COLUMN`"),
        (("D/M/YYYY", "D/M/YY"), 3, "years of two digits", ""),
        (("D/M/YYYY", "[D/M/YYYY, M/D/YYYY]"), 3, "differ only in the order", "one form"),
        (("D/M/YYYY", "day first"), 3, "is not a date form", ""),
        (("released}", "released, fields: {separation_order.resons: x}}"), 5,
         "'separation_order.resons' is not a key", "'separation_order.reasons'"),
        (("records:", "assumptions: {segregation_is_solitery: x}\nrecords:"), 4,
         "is not an assumption", "'segregation_is_solitary'"),
        (("records:", "kept: [sanctions]\nrecords:"), 4, "'sanctions' is not a type", "'sanction'"),
        (("from: placed", "from: {join: [placed, hour]}"), 5, "'join' is not a key of 'from'", ""),
        (("from: placed", "from: {dates: ISO}"), 5, "needs exactly one of column, constant", ""),
        (("person: prisoner", "person: prisoner\nperson: none"), 3, "stands twice", ""),
        (("person:", "person"), 3, "not readable YAML", ""),
    ],
)  # fmt: skip
def test_a_mistake_is_refused_with_its_line_and_a_remedy(
    write: Write, change: tuple[str, str], line: int, what: str, remedy: str
) -> None:
    file = write("map.yaml", SIMPLE.replace(*change))
    with pytest.raises(BadInput) as caught:
        read_mapping(file)
    assert what in caught.value.what
    assert caught.value.where == f"{file} line {line}"
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("person: prisoner\n", ""), "which column tells persons apart"),
        (("records:\n  - {type: separation, from: placed, to: released}\n", ""), "nothing says"),
        (("zone: Africa/Tunis\n", ""), "which time zone"),
    ],
)
def test_what_must_be_said_is_asked_for(read: Read, change: tuple[str, str], what: str) -> None:
    with pytest.raises(BadInput, match=what):
        read(ROWS, SIMPLE.replace(*change))


def test_a_misspelt_column_names_the_nearest_and_the_line(read: Read, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read(ROWS, SIMPLE.replace("to: released", "to: relesed"))
    assert caught.value.where == f"{tmp_path / 'map.yaml'} line 5"
    assert caught.value.remedy == "did you mean 'released'?"


def test_a_missing_mapping_is_refused(write: Write, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be opened"):
        read_archive([write("rows.csv", ROWS)], tmp_path / "none.yaml")


def test_an_empty_mapping_is_refused(read: Read) -> None:
    with pytest.raises(BadInput, match="is empty"):
        read(ROWS, "# nothing yet\n")


def test_yes_and_no_in_a_value_map_stay_words(read: Read) -> None:
    kind = "kind: {column: punished, values: {Yes: disciplinary, No: administrative}}"
    intake = read(
        "prisoner,placed,released,punished\nA,3/2/2024,,No\n", SIMPLE.replace("to:", f"{kind}, to:")
    )
    assert intake.archive.records[0].kind == "administrative"


def test_a_section_is_chosen_by_file_name(write: Write) -> None:
    mapping = write(
        "map.yaml",
        """\
zone: Africa/Tunis
person: prisoner
dates: D/M/YYYY
files:
  "people*": {persons: {birth_date: born, sex: sex}}
  "rows*":
    dates: YYYY-MM-DD
    records: [{type: separation, from: placed}]
""",
    )
    people = write("people.csv", "prisoner,born,sex\nA,5/6/1990,woman\n")
    rows = write("rows.csv", "prisoner,placed\nA,2024-02-03\n")
    intake = read_archive([people, rows], mapping)
    assert intake.read == 2
    assert str(intake.archive.persons["A"].birth_date) == "1990-06-05"
    assert intake.archive.records[0].who == "A"
    with pytest.raises(BadInput, match="no section"):
        read_archive([write("other.csv", ROWS)], mapping)
