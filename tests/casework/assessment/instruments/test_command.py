"""`throughcare instrument`: lint and show, their words and their exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.casework.assessment.instruments.conftest import GENERIC, Change
from tests.casework.assessment.instruments.licensed import LICENSED, told
from throughcare.cli import main
from throughcare.errors import BadInput


def run(*words: str, status: int = 0) -> str:
    result = CliRunner().invoke(main.app, ["instrument", *words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == status, result.output
    return result.output


def run_json(*words: str, status: int = 0) -> Any:
    return json.loads(run(*words, "--format", "json", status=status))


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a licensed instrument that the environment names."""
    (tmp_path / "tool.yaml").write_text(LICENSED, encoding="utf-8")
    monkeypatch.setenv("THROUGHCARE_INSTRUMENTS", str(tmp_path))
    return tmp_path


@pytest.fixture(autouse=True)
def no_house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("THROUGHCARE_INSTRUMENTS", raising=False)


def test_lint_looks_through_what_is_at_hand_and_says_what_it_is_worth() -> None:
    said = run("lint")
    assert said.endswith("No problem found.\n")
    assert "NOT VALIDATED: for structured conversation and planning only" in said
    assert run_json("lint") == []


def test_lint_leaves_with_status_two_and_names_file_line_and_remedy(change: Change) -> None:
    path = change("validity_days: 180", "validity_days: 365")
    said = run("lint", str(path), status=2)
    assert f"{path}:10: instrument: 'validity_days' is 365, and may be 1 to 184" in said
    assert "    What to do: write at most 184: an assessment is made anew every six months" in said
    assert said.endswith("\n1 problem.\n")
    (problem,) = run_json("lint", str(path), status=2)
    assert (problem["file"], problem["line"]) == (str(path), 10)
    assert problem["problem"] and problem["remedy"]


def test_lint_of_several_files_names_each(change: Change, tmp_path: Path) -> None:
    path = change("validity_days: 180", "validity_days: 365")
    said = run("lint", str(path), str(tmp_path / "none.yaml"), str(GENERIC), status=2)
    assert "changed.yaml:10" in said and "none.yaml:1: cannot be read" in said
    assert said.endswith("2 problems.\n")


def test_lint_of_one_file_shows_that_file_only(house: Path) -> None:
    assert run("lint", str(house / "tool.yaml")).startswith("house-tool 0.1.0 en: House Tool\n")
    assert "tc-generic" not in run("lint", str(house / "tool.yaml"))


def test_lint_reads_the_folder_of_the_house_too(house: Path) -> None:
    assert "house-tool" in run("lint") and "tc-generic" in run("lint")
    (house / "broken.yaml").write_text("- no mapping", encoding="utf-8")
    assert "broken.yaml:1: the file is not a mapping" in run("lint", status=2)


def test_show_lists_and_shows_ours_with_its_items() -> None:
    assert run("show").startswith("tc-generic 0.1.0 en: Throughcare generic")
    page = run("show", "tc-generic")
    assert "NOT VALIDATED" in page and "open: CC0-1.0" in page
    assert "A1   Violence or threats now" in page and "[must be rated whole]" in page
    assert "children; they need a specialist for young people" in page
    assert "Valid for 180 days." in page


def test_show_prints_no_word_of_a_licensed_one(house: Path) -> None:
    page = run("show", "house-tool")
    assert "licensed by House of Tools, Agreement 7, from 2026-01-01" in page
    assert "Items: A1, A2" in page and "Their words are licensed" in page
    for said in (page, run("lint"), run("show"), run("show", "house-tool", "--format", "json"),
                 run("lint", "--format", "json")):  # fmt: skip
        assert told(said.replace("tc-generic", "")) == set()


def test_show_as_json_is_what_may_leave(house: Path) -> None:
    (tool,) = run_json("show", "house-tool")
    assert tool["licensed"] is True and tool["items"][0] == "A1"
    assert [one["id"] for one in run_json("show")] == ["tc-generic", "house-tool"]


def test_an_unknown_instrument_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadInput, match="did you mean 'tc-generic'"):
        run("show", "tc-genric")


def test_show_refuses_where_an_instrument_at_hand_is_broken(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As whoever types it sees it: on the error stream, with status 2."""
    (house / "tool.yaml").write_text(LICENSED.replace("0.1.0", "new"), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["throughcare", "instrument", "show"])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("throughcare: an instrument cannot be used: 1 problem.")
    assert "tool.yaml:4" in said and "What to do: write three numbers" in said
