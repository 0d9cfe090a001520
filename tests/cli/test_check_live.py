"""`throughcare check --live`: the same answers from both engines, numbers only, and one entry."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from standards.instants import from_datetime
from standards.person.engine import evaluate_archive as person_engine
from standards.population.engine import evaluate_archive as population_engine
from standards.rulebook.coverage import Kept, Reach, coverage
from standards.rulebook.load import load_rulebook
from tests.cli.conftest import ON
from tests.standards.properties.running import SLOW
from throughcare.casework.archive import archive_of_all
from throughcare.cli import live
from throughcare.cli.main import app
from throughcare.errors import BadInput
from throughcare.register.models import Entry

AS_OF = "2026-11-01T09:00+00:00"


def typed(*words: str) -> str:
    done = CliRunner().invoke(app, ["check", *words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


def _said(report: dict[str, list[dict[str, str]]]) -> Counter[tuple[str, ...]]:
    """How often each rule was answered in which way about whom."""
    return Counter((one["rule"], one["status"], one["who"]) for one in report["findings"])


def test_both_engines_agree_on_everybody(request: pytest.FixtureRequest) -> None:
    # On all 600 people of the small demo in the slow form; tests/duties compares them each time.
    request.getfixturevalue("small" if SLOW else "few")
    archive = archive_of_all(known_at=ON)
    rulebook = load_rulebook()
    checks = rulebook.checks(ON.date())
    reached = coverage(rulebook, Kept.of(archive), ON.date())
    asked = [checks[one.rule] for one in reached if one.reach != Reach.NOT]
    person, population = (
        Counter(
            one.answer()
            for one in engine(
                archive, asked, as_of=from_datetime(ON), derivations=rulebook.derivations
            )
        )
        for engine in (person_engine, population_engine)
    )
    assert len(archive.persons) >= (600 if SLOW else 160)
    assert sum(person.values()) > len(archive.persons)
    assert (person - population, population - person) == (Counter(), Counter())


def test_the_command_reports_over_the_database_and_names_nobody(few: str) -> None:
    before = Entry.objects.count()
    told = json.loads(typed("--live", "--as-of", AS_OF, "--format", "json"))
    assert told["files"] == [live.SOURCE]
    assert told["engine"] == "population"
    assert Entry.objects.count() == before + 1
    entry = Entry.objects.order_by("id").last()
    assert entry is not None
    assert (entry.event, entry.by, entry.about) == (live.EVENT, live.MAKER, None)


def test_the_person_engine_is_asked_where_it_is_named(few: str) -> None:
    words = ["--live", "--rules", "nmr-7-throughout", "--as-of", AS_OF, "--format", "json"]
    one, other = (json.loads(typed(*words, "--engine", name)) for name in ("person", "population"))
    assert (one.pop("engine"), other.pop("engine")) == ("person", "population")
    # The order of the lines and the evidence beside them are each engine's own.
    assert _said(one) == _said(other) and _said(one)


def test_an_empty_database_gives_an_empty_report(owned: str) -> None:
    told = json.loads(typed("--live", "--as-of", AS_OF, "--format", "json"))
    assert told["files"] == [live.SOURCE]


def test_without_its_entry_nothing_is_read(owned: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_entry: object) -> int:
        raise RuntimeError("the register is full")

    monkeypatch.setattr("throughcare.register.actions.record", full)
    monkeypatch.setattr(live, "read", lambda **_asked: pytest.fail("it was read"))
    with pytest.raises(RuntimeError, match="the register is full"):
        typed("--live", "--as-of", AS_OF)


def test_files_and_the_service_are_not_checked_together(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="leave out the files"):
        typed("--live", str(tmp_path / "records.csv"))


def test_nothing_to_check_is_said() -> None:
    with pytest.raises(BadInput, match="nothing was named to check"):
        typed()
