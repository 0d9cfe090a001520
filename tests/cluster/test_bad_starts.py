"""Each way in which a start can go wrong, and the sentence that is seen."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from throughcare.cluster import disk, server
from throughcare.cluster.binaries import find_binaries
from throughcare.cluster.errors import CannotStart
from throughcare.cluster.folder import DataFolder

Typed = Callable[..., tuple[int, str]]
TINY = "30m"  # an empty cluster takes some 40


@pytest.mark.parametrize("command", ["up", "demo"])
def test_without_postgresql_the_line_to_install_it_is_said(
    typed: Typed, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = tmp_path / "none"
    monkeypatch.setattr(server, "find_binaries", lambda: find_binaries(none))
    monkeypatch.setenv("PATH", "")
    status, said = typed(command, "--port", "0")
    assert status == 2
    assert "PostgreSQL is not installed on this machine" in said
    assert "apt-get install -y postgresql" in said


@pytest.mark.parametrize("command", ["up", "demo"])
def test_a_port_in_use_is_said_before_anything_is_made(
    typed: Typed, command: str, tmp_path: Path
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        status, said = typed(command, "--port", str(port))
    assert status == 2
    assert f"port {port} cannot be used" in said
    assert f"--port {port + 1}" in said
    assert not (tmp_path / "data").exists()


def test_a_port_that_cannot_be_is_refused_with_one_that_can(typed: Typed) -> None:
    status, said = typed("up", "--port", "70000")
    assert status == 2
    assert "port 70000 cannot be used (there is no such port)" in said
    assert "--port 8000" in said


@pytest.mark.parametrize(("free", "starts"), [(99_999_999, False), (100_000_000, True)])
def test_a_disk_with_a_byte_too_little_is_refused(
    free: int, starts: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda place: SimpleNamespace(free=free))
    if starts:
        disk.need_room(DataFolder(tmp_path))
        return
    with pytest.raises(CannotStart, match=r"the disk is full: 100 MB are free[\s\S]*make room"):
        disk.need_room(DataFolder(tmp_path))


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 30 MB, where this machine lets us make one."""
    place = tmp_path / "tiny"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={TINY}", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here; the byte-by-byte test stands for it")
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(0o711)
    place.chmod(0o711)
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_said_by_its_place(
    typed: Typed, tiny_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THROUGHCARE_DATA", str(tiny_disk / "data"))
    status, said = typed("up", "--port", "0")
    assert status == 2
    assert f"{tiny_disk}/data: the disk is full" in said
    assert "THROUGHCARE_DATA=/other/folder" in said


def test_a_disk_that_fills_up_on_the_way_leaves_no_half_made_cluster(
    typed: Typed, tiny_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even the check before it helps where somebody else fills the disk meanwhile."""
    monkeypatch.setattr(disk, "LEAST_TO_START", 0)
    monkeypatch.setenv("THROUGHCARE_DATA", str(tiny_disk / "data"))
    status, said = typed("up", "--port", "0")
    assert status == 2
    assert "No space left on device" in said
    assert not (tiny_disk / "data" / "cluster").exists()
    assert not (tiny_disk / "data" / "cluster.half-made").exists()


def test_a_cluster_that_an_interrupted_start_left_half_made_is_made_anew(
    tmp_path: Path, cluster: DataFolder
) -> None:
    """The half-made one lies beside the place of the whole one, and is cleared away."""
    folder = DataFolder(Path(os.environ["THROUGHCARE_TEST_ROOT"]) / "half")
    folder.make()
    half = folder.root / "cluster.half-made"
    half.mkdir()
    (half / "PG_VERSION").write_text("15\n")
    assert not server.is_made(folder)
    try:
        assert server.start(folder, settings=server.CARELESS)
        assert not half.exists()
    finally:
        server.stop(folder)
        shutil.rmtree(folder.root)
