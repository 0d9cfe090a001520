"""A file has the whole report or was never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from throughcare.report import writing
from throughcare.report.writing import write_whole


def test_the_whole_text_arrives(tmp_path: Path) -> None:
    write_whole(tmp_path / "r.txt", "Größe\n")
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == "Größe\n"
    assert [path.name for path in tmp_path.iterdir()] == ["r.txt"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
def test_an_interrupted_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def interrupted(handle: int) -> None:
        raise stop

    (tmp_path / "r.txt").write_text("old")
    monkeypatch.setattr(writing.os, "fsync", interrupted)
    with pytest.raises(stop):
        write_whole(tmp_path / "r.txt", "new")
    assert (tmp_path / "r.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["r.txt"]
