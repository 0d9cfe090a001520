"""Translated words of a licensed tool are as secret as its own: no message or export has them."""

from __future__ import annotations

import json
import logging
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from typer.testing import CliRunner

from tests.casework.assessment.instruments.conftest import changed
from tests.casework.assessment.instruments.damaged import damaged
from tests.casework.assessment.instruments.licensed import LICENSED, told
from tests.casework.assessment.instruments.translated import (
    LICENSED_FRENCH,
    licensed,
    told_in_french,
)
from throughcare.casework.assessment.instruments.catalogue import find_instruments
from throughcare.casework.assessment.instruments.leaving import may_leave
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.instruments.wording import HIDDEN
from throughcare.cli import main


@pytest.fixture
def words(tmp_path: Path) -> Instrument:
    """The licensed tool in French."""
    outcome = licensed(tmp_path)
    assert outcome.problems == () and outcome.instrument is not None
    return outcome.instrument


def test_the_translation_takes_the_licence_of_its_original(words: Instrument) -> None:
    """It can say nothing of it itself, so a word in its file opens nothing."""
    assert words.licence.licensed and words.licence.holder == "House of Tools"
    item = next(words.items())
    assert item.ask.licensed and item.ask.shown.startswith("Qu'est-ce que la personne a fait")
    assert repr(item.ask) == str(item.ask) == f"{item.ask}" == HIDDEN
    with pytest.raises(TypeError, match="licensed words are not written"):
        pickle.dumps(words)


def test_a_log_and_what_may_leave_have_none_of_its_words(
    words: Instrument, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for item in words.items():
            logging.getLogger("throughcare.assessment").info("%s of %r: %s", item, words, item.ask)
    left = json.dumps(may_leave(words), ensure_ascii=False)
    assert told_in_french(caplog.text + left) == set() and told(caplog.text + left) == set()
    assert may_leave(words)["items"] == [item.id for item in words.items()]
    assert may_leave(words)["language"] == "fr"


def test_the_command_prints_none_of_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tool.yaml").write_text(LICENSED, encoding="utf-8")
    (tmp_path / "tool.fr.yaml").write_text(LICENSED_FRENCH, encoding="utf-8")
    monkeypatch.setenv("THROUGHCARE_INSTRUMENTS", str(tmp_path))
    for typed in (
        ["lint"], ["lint", "--format", "json"], ["show"], ["show", "house-tool"],
        ["show", "house-tool", "--language", "fr"],
        ["show", "house-tool", "--language", "fr", "--format", "json"],
    ):  # fmt: skip
        result = CliRunner().invoke(main.app, ["instrument", *typed])
        assert result.exit_code == 0, result.output
        said = result.output.replace("tc-generic", "")
        assert told_in_french(said) == set() and told(said) == set(), typed
    assert "translation not confirmed" in result.output


def test_without_its_original_nothing_of_it_is_repeated(tmp_path: Path) -> None:
    """Nobody knows then under which licence it is."""
    path = tmp_path / "tool.fr.yaml"
    path.write_text(LICENSED_FRENCH, encoding="utf-8")
    (problem,) = find_instruments(tmp_path).problems
    assert "not at hand" in problem.what and told_in_french(str(problem)) == set()


def test_a_translation_of_ours_that_calls_itself_open_is_refused_for_a_licensed_one(
    tmp_path: Path,
) -> None:
    open_licence = "language: fr\nlicence: {kind: open, name: CC0-1.0}\n"
    outcome = licensed(tmp_path, changed("language: fr\n", open_licence, LICENSED_FRENCH))
    (problem,) = outcome.problems
    assert "'licence' is no word of the tool" in problem.what and outcome.instrument is None


@given(text=damaged(LICENSED_FRENCH))
def test_no_damaged_line_makes_reading_fail_or_tell(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outcome = licensed(tmp_path_factory.mktemp("damaged"), text)
    assert (outcome.instrument is None) == bool(outcome.problems)
    assert told_in_french(" ".join(map(str, outcome.problems))) == set()
