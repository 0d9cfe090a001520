"""The officers stand in the tables of access, and the prison in the tree of places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.casework.custody.made import ADMISSIONS, CAST, places
from tests.imports.made import NOW, imported
from tests.staff import written
from throughcare.imports.outcome import Outcome

Take = Callable[..., Outcome]
Write = Callable[[str, str], Path]


@pytest.fixture
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a text to a file of the test's own folder."""

    def put(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.fixture
def take(cast: None, write: Write) -> Take:
    """Takes over a text of CSV, or files, with a mapping of the test's own."""

    def taken(files: str | Sequence[Path], mapping: str, **more: Any) -> Outcome:
        if isinstance(files, str):
            files = [write("register.csv", files)]
        return imported(
            files, write("map.yaml", mapping), by=more.pop("by", ADMISSIONS),
            at=more.pop("at", NOW), **more,
        )  # fmt: skip

    return taken
