"""An installation of its own, started as an administrator starts it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from throughcare.cli.main import main
from throughcare.cluster.binaries import find_binaries
from throughcare.cluster.errors import NoPostgres
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.server import CARELESS, start, stop
from throughcare.config.starting import prepare


@pytest.fixture(scope="module")
def installation() -> Iterator[DataFolder]:
    """A whole installation: cluster, roles, database, tables."""
    try:
        find_binaries()
    except NoPostgres as missing:
        pytest.skip(str(missing))
    root = Path(tempfile.mkdtemp(prefix="throughcare-installation-"))
    root.chmod(0o711)
    folder = DataFolder(root / "data")
    start(folder, settings=CARELESS)
    try:
        prepare(folder, lambda step: None)
        yield folder
    finally:
        stop(folder)
        shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., tuple[int, str]]:
    """What somebody sees who types a command: its exit status and its words."""
    monkeypatch.setenv("THROUGHCARE_DATA", str(tmp_path / "data"))
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["throughcare", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return int(str(ended.value.code or 0)), said.out + said.err

    return run
