"""One transaction may write about a whole country: its locks stay few, whatever it names."""

from __future__ import annotations

from uuid import UUID

from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import OWNER, connect

# A database of the service holds some 3,800 locks at a time (60 connections of 64).
MOST = 512
_HELD = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"


def test_files_share_a_bounded_number_of_locks(cluster: DataFolder, own_database: str) -> None:
    with connect(cluster, own_database, OWNER) as owner, owner.transaction():
        for number in range(3 * MOST):
            owner.execute("SELECT safety_alone('safety_sanction', %s)", [UUID(int=number)])
        found = owner.execute(_HELD).fetchone()
    assert found is not None
    assert 0 < found[0] <= MOST
