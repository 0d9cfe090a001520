"""A messy register of invented people: every planted fault is found, and no good row is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.casework.custody.made import ADMISSIONS
from tests.imports.made import NOW, imported
from throughcare.imports.outcome import Outcome
from tools.messy_account import changes_again, differences
from tools.messy_register import SMALLEST, Truth, make
from tools.messy_sheets import write as write_sheet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]

MAPPING = Path(__file__).resolve().parents[2] / "examples" / "import" / "messy.yaml"
# 20,000 for a whole night's test; another number where the machine is shared.
ROWS = 20_000 if os.environ.get("THROUGHCARE_SLOW") == "1" else 420
ROWS = int(os.environ.get("THROUGHCARE_MESSY_ROWS", ROWS))


def messy(folder: Path, form: str, rows: int, seed: int) -> tuple[Path, Truth]:
    path = folder / f"messy.{form}"
    sheet, truth = make(rows, seed, NOW.date(), workbook=form != "csv")
    write_sheet(path, sheet)
    return path, truth


def noted(outcome: Outcome, words: str) -> set[int]:
    return {one.row for one in outcome.rows if any(words in note for note in one.notes)}


def test_a_workbook_is_reconciled_as_the_truth_says_and_changes_nothing_again(
    tmp_path: Path,
) -> None:
    path, truth = messy(tmp_path, "xlsx", ROWS, 7)
    first = imported([path], MAPPING, by=ADMISSIONS)
    assert differences(first, truth) == []
    for kind, words in (
        ("born on 1 January", "born on 1 January"),
        ("no birth date", "no birth date"),
        ("no order", "held without valid order"),
        ("formula", "is a formula"),
    ):
        assert truth.noted[kind] <= noted(first, words)
    again = imported([path], MAPPING, by=ADMISSIONS)
    assert changes_again(again, first, truth) == []


@pytest.mark.parametrize("form", ["ods", "csv"])
def test_other_forms_of_file_say_the_same(tmp_path: Path, form: str) -> None:
    path, truth = messy(tmp_path, form, SMALLEST, 11)
    assert differences(imported([path], MAPPING, by=ADMISSIONS), truth) == []
