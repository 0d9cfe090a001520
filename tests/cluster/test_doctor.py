"""The doctor says what is wrong, in words, with the line that mends it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from throughcare.cluster import doctor
from throughcare.cluster.binaries import Binaries
from throughcare.cluster.errors import NoPostgres
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import connect, make_database, make_roles
from throughcare.cluster.server import CARELESS, SUPERUSER, start, stop
from throughcare.config.secret import secret_key


def wrong(folder: DataFolder) -> list[tuple[str, str]]:
    return [(check.what, check.remedy) for check in doctor.examine(folder) if not check.fine]


def test_without_postgresql_the_line_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise NoPostgres("PostgreSQL is not installed", remedy="apt-get install postgresql")

    monkeypatch.setattr(doctor, "find_binaries", missing)
    assert wrong(DataFolder(tmp_path)) == [("PostgreSQL", "apt-get install postgresql")]


def test_before_the_first_start(tmp_path: Path) -> None:
    assert wrong(DataFolder(tmp_path / "none")) == [("Cluster", "throughcare up")]


def test_a_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", 10**18)
    assert ("Disk", wrong(DataFolder(tmp_path))[0][1]) in wrong(DataFolder(tmp_path))
    assert "THROUGHCARE_DATA" in wrong(DataFolder(tmp_path))[0][1]


def test_from_a_new_cluster_to_a_whole_one() -> None:
    """One cluster of its own, as the steps of a first start are looked at one by one."""
    root = Path(tempfile.mkdtemp(prefix="throughcare-doctor-"))
    root.chmod(0o711)
    folder = DataFolder(root / "data")
    try:
        start(folder, settings=CARELESS)
        assert [what for what, _ in wrong(folder)] == ["Roles"]
        make_roles(folder)
        assert [what for what, _ in wrong(folder)] == ["Database"]
        assert make_database(folder)
        assert wrong(folder) == []
        assert not make_database(folder), "the second time there is nothing to make"
        with connect(folder, "throughcare", SUPERUSER) as superuser:
            superuser.execute("DROP EXTENSION unaccent")
        assert [what for what, _ in wrong(folder)] == ["Database"]
        folder.keys.chmod(0o750)
        assert ("Secrets", f"run: chmod 700 {folder.keys}") in wrong(folder)
        folder.keys.chmod(0o700)
        secret_key(folder.keys)
        (folder.keys / "sessions.secret").chmod(0o604)
        said = f"run: chmod 600 {folder.keys}/sessions.secret"
        assert ("Secrets", said) in wrong(folder)
        (folder.keys / "sessions.secret").chmod(0o600)
        assert [what for what, _ in wrong(folder)] == ["Database"]
        stop(folder)
        assert wrong(folder) == [("Cluster", "throughcare up")]
        assert not start_twice(folder)
    finally:
        stop(folder)
        shutil.rmtree(root, ignore_errors=True)


def start_twice(folder: DataFolder) -> bool:
    assert start(folder, settings=CARELESS)
    return start(folder, settings=CARELESS)


def test_a_postgresql_upgraded_under_a_running_cluster_asks_for_a_restart(
    cluster: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ("Cluster", doctor.RESTART) not in wrong(cluster)
    monkeypatch.setattr(Binaries, "release", lambda self: "15.999")
    assert ("Cluster", doctor.RESTART) in wrong(cluster)
    said = [check.said for check in doctor.examine(cluster) if check.what == "Cluster"]
    assert "and 15.999 was installed since" in said[0]
