"""`throughcare rules`: list, show, lint and coverage."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from standards.rulebook.errors import RulebookError
from throughcare.cli.rules import app
from throughcare.errors import BadInput

from .conftest import Folder


def run(*words: str, status: int = 0) -> str:
    result = CliRunner().invoke(app, list(words))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == status, result.output
    return result.output


def run_json(*words: str, status: int = 0) -> Any:
    return json.loads(run(*words, "--format", "json", status=status))


def test_the_list_has_every_rule_with_what_a_reader_needs() -> None:
    rules = run_json("list")
    assert len(rules) == 478
    assert set(rules[0]) == {
        "id", "cite", "title", "kind", "severity", "applies_to", "pattern", "set_by",
        "checked_on", "instrument", "chapter", "file",
    }  # fmt: skip
    assert all(rule["cite"] and rule["instrument"] for rule in rules)


def test_filters_narrow_the_list_together() -> None:
    words = ("--kind", "monitored", "--pattern", "max_duration", "--severity", "critical")
    rules = run_json("list", *words, "--chapter", "discipline")
    assert [rule["id"] for rule in rules] == ["nmr-43-1-b"]
    assert "nmr-43-1-b" in run("list", *words)


@pytest.mark.parametrize(
    ("option", "value", "remedy"),
    [
        ("--kind", "monitord", "monitored"),
        ("--severity", "hi", "critical"),
        ("--pattern", "max_durations", "max_duration"),
        ("--chapter", "Fod", "Food"),
    ],
)
def test_a_filter_that_can_match_nothing_is_refused(option: str, value: str, remedy: str) -> None:
    with pytest.raises(BadInput, match=remedy):
        run("list", option, value)


def test_a_rule_is_shown_with_its_numbers_and_that_nobody_confirmed_it() -> None:
    rule = run_json("show", "nmr-43-1-b")
    assert rule["check"]["limit"] == "P15D"
    assert rule["confirmed"] == "not yet confirmed against the official text"
    page = run("show", "nmr-43-1-b")
    assert "not yet confirmed against the official text" in page
    assert "P15D" in page and "43.1(b)" in page


def test_a_profile_shows_both_numbers_and_that_the_stricter_applies() -> None:
    rule = run_json("show", "nmr-43-1-b", "--profile", "tunisia")
    assert rule["check"]["limit"] == "P10D"
    assert rule["country_values"][0]["standing"] == "not confirmed"
    page = run("show", "nmr-43-1-b", "--profile", "tunisia")
    assert "P10D  (Tunisia; the instrument has P15D)" in page
    assert "the stricter of the two applies" in " ".join(page.split())


def test_attested_rules_show_their_question_and_principles_show_neither() -> None:
    assert "Question" in run("show", "nmr-36")
    assert "Question" not in run("show", "nmr-1")


def test_an_unknown_rule_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadInput, match="did you mean 'nmr-43-1-b'"):
        run("show", "nmr-43-1b")


def test_lint_is_silent_about_a_sound_rulebook() -> None:
    assert run("lint") == "No problem found.\n"
    assert run_json("lint") == []


def test_lint_leaves_with_status_two_and_names_the_file_in_the_folder(folder: Folder) -> None:
    own = folder("state: solitary", "state: solitry")
    (problem,) = run_json("lint", str(own), status=2)
    assert problem["file"] == f"{own}/un/01-discipline.yaml"
    assert problem["line"] == 19
    assert "solitry" in problem["problem"] and "solitary" in problem["remedy"]
    assert "1 problem." in run("lint", str(own), status=2)


def test_coverage_without_files_counts_the_rules() -> None:
    counts = run_json("coverage")
    assert counts["by_kind"] == {"monitored": 339, "attested": 120, "principle": 19}
    assert sum(counts["by_pattern"].values()) == 339
    assert counts["confirmed"] == 0
    assert "478 rules" in run("coverage")


def test_a_mapping_without_files_is_refused() -> None:
    with pytest.raises(BadInput, match="no file is named"):
        run("coverage", "--map", "some.yaml")


def test_another_folder_of_rules_takes_the_place_of_ours(folder: Folder) -> None:
    rules = run_json("list", "--rules", str(folder()))
    assert [rule["id"] for rule in rules] == ["now-1", "now-2"]
    with pytest.raises(RulebookError):
        run("list", "--rules", str(folder("kind: attested", "kind: none")))
