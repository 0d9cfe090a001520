"""The page on adding a room is true: each file is written, each command typed, in a copy."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from throughcare.cluster.binaries import find_binaries
from throughcare.cluster.errors import NoPostgres

from .repository import ROOT

_PAGE = ROOT / "docs" / "adding-a-room.md"
_STEP = re.compile(
    r"^```(?:python|toml) (?P<way>>> )?(?P<path>\S+)\n(?P<text>.*?)^```$"
    r"|^ {4}[ ]*(?P<command>[^ \n][^\n]*)$",
    re.MULTILINE | re.DOTALL,
)
# Run by continuous integration on each change, and it would run this test again.
_ELSEWHERE = {"make test"}
_TEST = ".venv/bin/pytest tests/casework/belongings"
_GATE = "leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)"
_NO_GATE = "from throughcare.access.gate import Leave; leave = Leave('x', 'y')"
_RED = "test_the_reception_of_another_prison_is_told_of_nothing"
_COPIED = ("standards", "throughcare", "rulebooks", "tests")


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """The repository elsewhere, with the same environment."""
    try:
        find_binaries()
    except NoPostgres as missing:
        pytest.skip(str(missing))
    for above in (tmp_path, *tmp_path.parents[:2]):
        above.chmod(0o711)
    for name in _COPIED:
        leave_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=leave_out)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    yield tmp_path


def test_each_file_and_each_command_of_the_page_works_in_its_order(copy: Path) -> None:
    """And with the gate of the new room taken out, its test for another prison goes red."""
    typed = []
    for step in _STEP.finditer(_PAGE.read_text(encoding="utf-8")):
        if step["command"] is None:
            with (copy / step["path"]).open("a" if step["way"] else "w") as file:
                file.write(("\n" if step["way"] else "") + step["text"])
        elif (command := step["command"]) not in _ELSEWHERE:
            done = _type(command, copy)
            typed.append(command)
            assert done.returncode == 0, f"{command}\n{done.stdout}"
    assert len(typed) == 9
    queries = copy / "throughcare/casework/belongings/queries.py"
    text = queries.read_text()
    assert _GATE in text
    queries.write_text(text.replace(_GATE, _NO_GATE))
    done = _type(_TEST, copy)
    assert done.returncode == 1, done.stdout
    assert re.findall(r"^FAILED .*::(\w+)", done.stdout, re.MULTILINE) == [_RED]


def _type(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    own = {k: v for k, v in os.environ.items() if not k.startswith(("THROUGHCARE", "PYTEST"))}
    return subprocess.run(
        ["bash", "-c", command], cwd=place, env={**own, "PYTHONPATH": str(place)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
