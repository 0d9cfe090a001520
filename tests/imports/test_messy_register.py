"""A messy register of invented people: every planted fault is found, and no good row is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.casework.custody.made import ADMISSIONS
from tests.imports.made import NOW, imported
from throughcare.imports.outcome import Outcome, Result
from tools.messy_register import SMALLEST, Truth, make
from tools.messy_sheets import write as write_sheet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]

MAPPING = Path(__file__).resolve().parents[2] / "examples" / "import" / "messy.yaml"
# 20,000 for a whole night's test; another number where the machine is shared. At 1,500 rows the
# account still differs from the truth (see the changelog): the test on request says where.
ROWS = 20_000 if os.environ.get("THROUGHCARE_SLOW") == "1" else 420
ROWS = int(os.environ.get("THROUGHCARE_MESSY_ROWS", ROWS))
# Others that sound alike by chance: proposed to somebody who looks, so a few do no harm.
CHANCE = 0.01


def messy(folder: Path, form: str, rows: int, seed: int) -> tuple[Path, Truth]:
    path = folder / f"messy.{form}"
    sheet, truth = make(rows, seed, NOW.date(), workbook=form != "csv")
    write_sheet(path, sheet)
    return path, truth


def check(outcome: Outcome, truth: Truth) -> None:
    """The reconciliation against the truth, row by row."""
    assert outcome.adds_up
    assert (outcome.rows_in, outcome.blank) == (truth.rows_in, truth.blank)
    refused = {one.row: one for one in outcome.rows if one.result is Result.REFUSED}
    assert {
        row: refused[row].reason if row in refused else truth.refused[row]
        for row in refused.keys() ^ truth.refused.keys()
    } == {}
    assert {
        row: (kind, column, refused[row].column, refused[row].reason)
        for row, (kind, column) in truth.refused.items()
        if refused[row].column != column
    } == {}
    for result, rows in ((Result.ACCEPTED, truth.accepted), (Result.UNCHANGED, truth.unchanged)):
        assert {one.row for one in outcome.rows if one.result is result} == rows
    assert outcome.people_in_file == outcome.people_new == len(truth.people)
    assert outcome.held_after - outcome.held_before == len(truth.people)
    assert set(outcome.without_order) == truth.without_order
    found = {frozenset({one.one, one.other}) for one in outcome.pairs}
    assert truth.pairs <= found
    assert len(found - truth.pairs) <= CHANCE * len(truth.people)


def noted(outcome: Outcome, words: str) -> set[int]:
    return {one.row for one in outcome.rows if any(words in note for note in one.notes)}


def test_a_workbook_is_reconciled_as_the_truth_says_and_changes_nothing_again(
    tmp_path: Path,
) -> None:
    path, truth = messy(tmp_path, "xlsx", ROWS, 7)
    first = imported([path], MAPPING, by=ADMISSIONS)
    check(first, truth)
    for kind, words in (
        ("born on 1 January", "born on 1 January"),
        ("no birth date", "no birth date"),
        ("no order", "held without valid order"),
        ("formula", "is a formula"),
    ):
        assert truth.noted[kind] <= noted(first, words)
    again = imported([path], MAPPING, by=ADMISSIONS)
    counts = again.counts()
    assert (counts[Result.ACCEPTED], counts[Result.CHANGED]) == (0, 0)
    assert counts[Result.UNCHANGED] == len(truth.accepted) + len(truth.unchanged)
    assert counts[Result.REFUSED] == len(truth.refused)
    assert (again.people_new, again.pairs, again.gone) == (0, [], [])
    assert again.held_after == first.held_after


@pytest.mark.parametrize("form", ["ods", "csv"])
def test_other_forms_of_file_say_the_same(tmp_path: Path, form: str) -> None:
    path, truth = messy(tmp_path, form, SMALLEST, 11)
    check(imported([path], MAPPING, by=ADMISSIONS), truth)
