"""Every command of docs/importing.md does what the page says, typed as it stands there."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.casework.custody.made import places
from tests.staff import see_all_rows
from throughcare.access.models import Account, Post
from throughcare.access.terms import Role
from throughcare.casework.people.models import Person
from throughcare.cli import import_
from throughcare.cli.main import app

ROOT = Path(__file__).resolve().parents[2]


def commands() -> list[list[str]]:
    """The lines to type, continued lines joined."""
    text = (ROOT / "docs" / "importing.md").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [
        line.strip() for line in text.splitlines() if line.startswith("    throughcare import")
    ]
    return [shlex.split(line)[1:] for line in lines]


@pytest.fixture
def amel(db: None) -> None:
    """The account of the page, with its post."""
    places()
    account = Account.objects.create(name="amel")
    Post.objects.create(
        account=account, role=Role.ADMISSIONS_OFFICER, establishment="north",
        begins=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


def test_the_page_is_typed_from_top_to_bottom(
    amel: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The database of the tests runs already, and Django has it.
    monkeypatch.setattr(import_, "prepare", lambda folder, say: None)
    monkeypatch.setattr(import_, "ready", lambda folder: None)
    monkeypatch.chdir(ROOT)
    said = []
    for words in commands():
        typed = [str(tmp_path / one) if one.startswith("report.") else one for one in words]
        done = CliRunner().invoke(app, typed, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        said.append(done.output)
    check, dry, real = said
    assert "every column is there" in check
    assert "Dry run: everything was tried, and nothing was kept." in dry
    assert "accepted                 10" in dry
    assert "held now without an order in force: 1" in dry
    assert "accepted                  3" in real
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "The rows add up." in page
    assert (tmp_path / "report.csv").read_text(encoding="utf-8").count("accepted") == 3
    see_all_rows()
    assert Person.objects.count() == 3
