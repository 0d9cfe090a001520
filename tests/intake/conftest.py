"""Small files for the tests of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from throughcare.intake.archive import Intake, read_archive

SIMPLE = """\
zone: Africa/Tunis
person: prisoner
dates: D/M/YYYY
records:
  - {type: separation, from: placed, to: released}
"""

Write = Callable[[str, str], Path]
Read = Callable[..., Intake]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a text to a file of the test's own folder."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def read(write: Write) -> Read:
    """Reads a CSV text through a mapping text."""

    def taken(csv: str, mapping: str = SIMPLE) -> Intake:
        return read_archive([write("rows.csv", csv)], write("map.yaml", mapping))

    return taken
