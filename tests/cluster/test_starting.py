"""Starting: one at a time, on a free port, with a secret that nobody else can read."""

from __future__ import annotations

import fcntl
import socket
from pathlib import Path

import pytest

from throughcare.cluster.folder import DataFolder
from throughcare.config.secret import secret_key
from throughcare.config.starting import check_port, prepare
from throughcare.errors import BadInput


def test_a_port_in_use_is_refused_with_another_to_try() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(BadInput, match=f"--port {port + 1}"):
            check_port("127.0.0.1", port)
    check_port("127.0.0.1", port)


def test_the_second_of_two_starts_is_told_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DataFolder, "make", lambda folder: folder.keys.mkdir(parents=True))
    folder = DataFolder(tmp_path / "data")
    folder.make()
    monkeypatch.setattr(DataFolder, "make", lambda folder: None)
    with (folder.keys / "starting.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BadInput, match="another start is under way"):
            prepare(folder, lambda step: None)


def test_the_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    first = secret_key(keys)
    assert len(first) >= 50
    assert secret_key(keys) == first
    path = keys / "sessions.secret"
    assert path.stat().st_mode & 0o077 == 0
    path.chmod(0o640)
    with pytest.raises(BadInput, match="chmod 600"):
        secret_key(keys)


def test_two_installations_have_two_secrets(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")
