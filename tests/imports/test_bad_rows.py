"""What a messy list holds: each kind of fault has a clear answer at its row and cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports.conftest import Take, Write
from tests.imports.made import HEAD, MAP, ONE, imported, only, refusal, results
from throughcare.errors import BadInput
from throughcare.imports.as_csv import as_csv
from throughcare.imports.as_page import as_page
from throughcare.imports.as_text import as_text
from throughcare.imports.outcome import Outcome, Result
from tools.messy_sheets import Formula, Sheet, Value
from tools.messy_sheets import write as write_sheet

pytestmark = pytest.mark.django_db

OTHER = "2,Odile Petit,1980-02-01,f,Court,9/26,2026-03-01,2026-09-01,2026-03-02,,a/1/02\n"


def sheet(folder: Path, name: str, text: str, **cells: Value) -> Path:
    """The rows of a text as a workbook, with single cells (A2, ...) put in the place of theirs."""
    rows: list[list[Value]] = [list(line.split(",")) for line in text.splitlines()]
    merged = [str(one) for one in cells.pop("merged", "").split()]  # type: ignore[union-attr]
    macros = bool(cells.pop("macros", None))
    for at, value in cells.items():
        rows[int(at[1:]) - 1][ord(at[0]) - ord("A")] = value
    write_sheet(folder / name, Sheet(rows, merged, {"old": [["x"]]}, macros))
    return folder / name


def test_a_person_without_an_order_is_held_without_valid_order_and_stands_on_the_list(
    take: Take,
) -> None:
    row = ONE.replace("Court,7/26,2026-03-01,2026-09-01", ",,,")
    outcome = take(HEAD + row + OTHER, MAP)
    assert results(outcome) == ["accepted", "accepted"]
    assert outcome.without_order == ["1"]
    assert "held without valid order" in outcome.rows[0].notes[0]
    assert outcome.rows[1].notes == ()


def test_half_an_order_is_refused_at_the_cell_that_is_blank(take: Take) -> None:
    refused = only(take(HEAD + ONE.replace("7/26", ""), MAP))
    assert (refused.cell, refused.reason) == (
        "F2 (order)",
        "is blank, and the order cannot do without",
    )


def test_two_rows_in_one_place_at_one_time_name_one_another(take: Take) -> None:
    mapping = MAP.replace("person: no\n", "person: no\nkey: [no, cell]\n").replace(
        "{place: cell}", "{place: cell, since: admitted, until: moved}"
    )
    head = HEAD.strip() + ",moved\n"
    one = ONE.strip() + ",2026-04-01\n"
    other = one.replace("a/1/01", "a/1/02")
    refused = refusal(take(head + one + other, mapping))
    assert refused.reason == "the placement overlaps that of register.csv row 2"
    assert refused.cell == "I3 (admitted)"


def test_one_row_twice_is_taken_once_and_two_people_under_one_number_are_refused(
    take: Take,
) -> None:
    outcome = take(HEAD + ONE + ONE + ONE.replace("Amel Trabelsi", "Odile Petit"), MAP)
    assert results(outcome) == ["accepted", "unchanged", "refused"]
    assert outcome.rows[1].notes == ("says the same as row 2",)
    assert outcome.rows[2].reason == "row 2 has the same number (1) and says otherwise"
    assert outcome.rows[2].cell == "B4 (name)"


def test_people_who_may_be_one_are_proposed_and_not_merged(take: Take) -> None:
    mapping = MAP + "# numbers\n"
    again = ONE.replace("1,Amel Trabelsi", "5,أمال الطرابلسي").replace("a/1/01", "a/1/02")
    outcome = take(HEAD + ONE + again + OTHER, mapping)
    assert [{one.one, one.other} for one in outcome.pairs] == [{"1", "5"}]
    assert outcome.people_new == 3
    assert take(HEAD + ONE + again + OTHER, mapping).pairs == []


def test_blank_rows_are_counted_and_the_rows_add_up(take: Take) -> None:
    outcome = take(HEAD + ONE + ",,,,,,,,,,\n\n" + OTHER, MAP)
    assert (outcome.rows_in, outcome.blank, outcome.adds_up) == (4, 2, True)
    assert [one.row for one in outcome.rows] == [2, 5]


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_formula_is_taken_by_its_last_result_or_refused_without_one(
    take: Take, tmp_path: Path, form: str
) -> None:
    file = sheet(
        tmp_path, f"list.{form}", HEAD + ONE + OTHER,
        E2=Formula('"Co"&"urt"', "Court"), E3=Formula('"Co"&"urt"', None),
    )  # fmt: skip
    outcome = take([file], MAP)
    assert results(outcome) == ["accepted", "refused"]
    assert outcome.rows[0].notes == ("E2 is a formula: its last result was taken",)
    assert outcome.rows[1].cell == "E3 (court)"
    assert "never calculated" in outcome.rows[1].reason


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_merged_cells_are_refused_or_filled_as_the_mapping_says(
    take: Take, tmp_path: Path, form: str
) -> None:
    file = sheet(tmp_path, f"list.{form}", HEAD + ONE + OTHER, merged="E2:E3")
    refused = take([file], MAP)
    assert results(refused) == ["refused", "refused"]
    assert refused.rows[1].reason == "belongs to merged cells (E2:E3)"
    filled = take([file], MAP + "merged: fill\n")
    assert results(filled) == ["accepted", "accepted"]
    assert filled.rows[1].notes == ("E3 belongs to merged cells (E2:E3): filled from the first",)


@pytest.mark.parametrize("form", ["xlsm", "ods"])
def test_macros_are_never_run_and_hidden_sheets_are_named(
    take: Take, tmp_path: Path, form: str
) -> None:
    file = sheet(tmp_path, f"list.{form}", HEAD + ONE, macros="yes")
    (said,) = take([file], MAP).files
    assert any("macros: they were not run" in note for note in said.notes)
    assert any("hidden sheets: 'old'" in note for note in said.notes)


def test_an_old_workbook_is_refused_because_its_formulas_cannot_be_seen(tmp_path: Path) -> None:
    from throughcare.imports.marks import marks_of

    with pytest.raises(BadInput, match="cannot be told apart"):
        marks_of(tmp_path / "list.xls", "Register")


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1251", "Айгерим"), ("cp1256", "أمال"), ("utf-16", "Айгерім")]
)
def test_a_list_in_another_encoding_is_refused_until_the_mapping_names_it(
    cast: None, write: Write, tmp_path: Path, encoding: str, name: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(HEAD + ONE.replace("Amel Trabelsi", name), encoding=encoding)
    with pytest.raises(BadInput, match="UTF-8"):
        imported([file], write("map.yaml", MAP))
    named = write("named.yaml", MAP + f"encoding: {encoding}\n")
    assert results(imported([file], named)) == ["accepted"]


def test_the_reports_name_the_refused_cell_and_run_nothing(take: Take) -> None:
    row = ONE.replace("a/1/01", "=cmd()").replace("Amel", "<b>Amel")
    outcome: Outcome = take(HEAD + row + OTHER, MAP)
    assert outcome.counts()[Result.REFUSED] == 1
    table, page, text = as_csv(outcome), as_page(outcome), as_text(outcome)
    assert "K2 (cell)" in table and "K2 (cell)" in page and "K2 (cell)" in text
    assert "\n=" not in table and ",=" not in table
    assert "<b>Amel" not in page
    assert "<script" not in page
