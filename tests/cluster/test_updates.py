"""Tables of an older program, of a newer one, and a step of an update that fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.house.repository import ROOT
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import DATABASE, OWNER, connect
from throughcare.config import ready
from throughcare.config.starting import prepare
from throughcare.errors import BadInput


def silent(step: str) -> None:
    """Nobody listens."""


def tables(folder: DataFolder) -> set[str]:
    with connect(folder, DATABASE, OWNER) as owner:
        asked = owner.execute("SELECT tablename FROM pg_tables WHERE tablename LIKE 'later_%'")
        return {name for (name,) in asked}


def steps(folder: DataFolder) -> set[str]:
    with connect(folder, DATABASE, OWNER) as owner:
        asked = owner.execute("SELECT app || '.' || name FROM django_migrations")
        return {name for (name,) in asked}


@pytest.fixture
def newer(installation: DataFolder) -> Iterator[Callable[[], None]]:
    """Lets the program of a later release start; what it left is taken away afterwards."""

    def start() -> None:
        with pytest.MonkeyPatch.context() as patched:
            patched.chdir(ROOT)
            patched.setattr(ready, "SETTINGS", "tests.cluster.settings_of_later")
            prepare(installation, silent)

    yield start
    forget_later(installation)


def forget_later(folder: DataFolder) -> None:
    with connect(folder, DATABASE, OWNER) as owner:
        for line in ("DELETE FROM django_migrations WHERE app = 'later'",
                     "DROP TABLE IF EXISTS later_first, later_second"):  # fmt: skip
            owner.execute(line)


def test_a_second_start_changes_nothing(installation: DataFolder) -> None:
    before = steps(installation)
    assert not prepare(installation, silent), "the cluster ran before"
    assert steps(installation) == before


def test_tables_of_an_older_program_are_brought_up_to_date(
    installation: DataFolder, newer: Callable[[], None]
) -> None:
    before = steps(installation)
    newer()
    assert steps(installation) - before == {"later.0001_first", "later.0002_second"}


def test_a_step_that_fails_leaves_nothing_half_and_the_next_start_goes_on(
    installation: DataFolder, newer: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = steps(installation)
    monkeypatch.setenv("LATER_FAILS", "1")
    with pytest.raises(BadInput, match=r"division by zero[\s\S]*the step that failed left nothing"):
        newer()
    assert tables(installation) == {"later_first"}
    assert steps(installation) - before == {"later.0001_first"}
    monkeypatch.delenv("LATER_FAILS")
    newer()
    assert tables(installation) == {"later_first", "later_second"}


def test_an_older_program_does_not_touch_the_tables_of_a_newer_one(
    installation: DataFolder, newer: Callable[[], None]
) -> None:
    newer()
    with pytest.raises(
        BadInput, match=r"a newer Throughcare than this one: it does not know later.0001_first"
    ):
        prepare(installation, silent)
    forget_later(installation)
    prepare(installation, silent)
