"""Numbers that are a choice stand as data with their source, and nowhere in code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from throughcare.casework.assessment import reliability
from throughcare.casework.assessment.reliability import least_cases, reading

FOLDER = Path(reliability.__file__).parent


def test_every_convention_names_its_source_and_whether_anybody_confirmed_it() -> None:
    kept = yaml.safe_load((FOLDER / "conventions.yaml").read_text(encoding="utf-8"))
    assert {name for name, one in kept.items() if not one["source"]} == set()
    assert {one["confirmed"] for one in kept.values()} == {False}
    assert least_cases().source == "assessment.md section 3, own default"


def test_the_chosen_numbers_stand_in_no_line_of_code() -> None:
    chosen = {30, 0.95, 1000, 20161693, 0.05, 0.4, 0.6, 0.75}
    for path in FOLDER.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant)}
        assert not {one for one in found if isinstance(one, int | float)} & chosen, path.name


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (-0.2, "poor"),
        (0.394, "poor"),
        (0.40, "fair"),
        (0.594, "fair"),
        (0.596, "good"),  # shown as 0.60
        (0.744, "good"),
        (0.75, "excellent"),
        (1.0, "excellent"),
    ],
)
def test_words_of_cicchetti_follow_the_number_as_it_is_shown(value: float, word: str) -> None:
    assert reading().word(value) == word


def test_the_words_are_marked_as_a_convention() -> None:
    assert "Cicchetti" in reading().source
    kept = yaml.safe_load((FOLDER / "conventions.yaml").read_text(encoding="utf-8"))
    assert kept["reading"]["convention"] is True
