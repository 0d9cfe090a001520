"""The command: its answers, its refusals, and the real file if it is there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .made import ROOT, SHARED

DATA = SHARED / "data/nwdc-srms-2013-2018/placements.csv"
DEMO = ROOT / "examples/demo"
REAL = ROOT / "examples/nwdc-srms"
RULE = "nmr-43-1-b"
WITH, WITHOUT = "mapping.yaml", "mapping-without-assumption.yaml"
needs_real = pytest.mark.skipif(
    not DATA.exists(), reason="the real records are kept beside the repository, in ../shared"
)


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "throughcare.cli.main", "explain", *map(str, arguments)],
        capture_output=True, encoding="utf-8", cwd=ROOT, check=False,
    )  # fmt: skip


def demo(person: str, *more: object, rule: str = RULE) -> subprocess.CompletedProcess[str]:
    return run(
        DEMO / "placements.csv", "--map", DEMO / "mapping.yaml", "--person", person,
        "--rule", rule, "--as-of", "2026-07-01", *more,
    )  # fmt: skip


def real(person: str, mapping: str = WITH) -> str:
    done = run(
        DATA, "--map", REAL / mapping, "--person", person, "--rule", RULE, "--as-of", "2019-01-01"
    )
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


def test_an_unknown_person_is_refused_with_the_nearest() -> None:
    done = demo("roww 12")
    assert done.returncode == 2
    assert "no record is about 'roww 12'" in done.stderr
    assert "did you mean" in done.stderr


def test_an_unknown_rule_is_refused_with_the_nearest() -> None:
    done = demo("row 2", rule="nmr-43-1-bb")
    assert done.returncode == 2
    assert f"did you mean '{RULE}'?" in done.stderr


def test_a_rule_that_is_a_question_shows_its_question() -> None:
    done = demo("row 2", rule="br-8")
    assert done.returncode == 2
    assert "Do forms and staff let a woman decline without harm?" in done.stderr


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path / "none.csv", "--person", "A", "--rule", RULE)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@needs_real
def test_a_short_spell_is_told_to_keep_the_rule() -> None:
    text = real("row 48")
    assert "That is 10 days: 5 days less than the 15 days allowed." in text
    assert "It stands in placements.csv, row 48." in text


@needs_real
def test_the_longest_spell_is_told_with_its_781_days() -> None:
    text = real("row 366")
    assert "That is 781 days: 766 days more than the 15 days allowed." in text
    assert "from Friday 12 July 2013 00:00 to Monday 17 August 2015 00:00" in text


@needs_real
def test_an_open_spell_is_told_as_still_going_on() -> None:
    assert "and still was at Tuesday 1 January 2019 00:00" in real("row 3")


@needs_real
def test_fifteen_days_exactly_is_told_to_keep_the_rule() -> None:
    assert "That is exactly 15 days." in real("row 2")


@needs_real
def test_without_the_assumption_nothing_is_called_kept_or_broken() -> None:
    text = real("row 12", WITHOUT)
    assert "Unknown." in text
    assert "nobody can tell from them whether this separation was solitary" in text


@needs_real
def test_the_json_says_what_the_text_says() -> None:
    done = run(
        DATA, "--map", REAL / WITH, "--person", "row 366", "--rule", RULE,
        "--as-of", "2019-01-01", "--format", "json",
    )  # fmt: skip
    form = json.loads(done.stdout)
    assert form["person"] == "row 366"
    assert form["findings"][0]["status"] == "breached"
    assert form["records"][0]["source"] == {"file": "placements.csv", "row": 366}
    assert form["assumptions"][0]["name"] == "segregation_is_solitary"
    assert [moment["limit"] for moment in form["timeline"]] == [False, True, False]
