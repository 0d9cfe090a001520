"""The private cluster is made once, starts, stops, and refuses in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from throughcare.cluster.binaries import find_binaries
from throughcare.cluster.errors import CannotStart, NoPostgres
from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import APP, OWNER, connect


def test_a_machine_without_postgresql_is_told_the_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoPostgres, match="apt-get install -y postgresql"):
        find_binaries(tmp_path)


def test_an_old_postgresql_is_refused_with_both_versions(tmp_path: Path) -> None:
    old = tmp_path / "13" / "bin"
    old.mkdir(parents=True)
    (old / "initdb").touch()
    with pytest.raises(NoPostgres, match="PostgreSQL 13 is installed, and 15 or newer"):
        find_binaries(tmp_path)


def test_the_newest_of_several_is_taken(tmp_path: Path) -> None:
    for version in ("15", "9", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    assert find_binaries(tmp_path).major == 17


def test_the_service_owns_nothing_and_cannot_change_a_table(cluster: DataFolder) -> None:
    with connect(cluster, "template_of_tests", APP) as service:
        owners = service.execute(
            "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        assert owners == [(OWNER,)]
        may = "SELECT has_schema_privilege(%s, 'public', 'CREATE')"
        assert service.execute(may, [APP]).fetchone() == (False,)
        assert service.execute(may, [OWNER]).fetchone() == (True,)


def test_the_socket_is_closed_to_others(cluster: DataFolder) -> None:
    for folder in (cluster.root, cluster.socket):
        assert folder.stat().st_mode & 0o077 == 0


def test_a_cluster_of_another_version_is_refused(
    cluster: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from throughcare.cluster import server

    folder = DataFolder(tmp_path / "data")
    folder.cluster.mkdir(parents=True)
    (folder.cluster / "PG_VERSION").write_text("9\n")
    monkeypatch.setattr(DataFolder, "make", lambda self: None)
    with pytest.raises(CannotStart, match="was made by PostgreSQL 9, and"):
        server.start(folder)
