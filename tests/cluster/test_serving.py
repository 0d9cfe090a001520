"""What runs together ends together, and tells by its status whether it ended as it should."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

# Two processes that are told to end before they have learned how, as on a slow machine.
SERVING = """
import sys, threading, os, signal
from pathlib import Path
from throughcare.cluster.folder import DataFolder
from throughcare.config import serving

serving.commands = lambda *_: [[sys.executable, "-c", code] for code in {codes!r}]
telling = threading.Timer({after}, lambda: os.kill(os.getpid(), signal.{told}))
telling.daemon = True
telling.start()
sys.exit(serving.serve(DataFolder(Path({folder!r})), "127.0.0.1", 0, 1))
"""
SLEEPS = "import time; time.sleep(60)"


def served(folder: Path, codes: list[str], told: str, after: float) -> int:
    words = SERVING.format(codes=codes, after=after, told=told, folder=str(folder))
    return subprocess.run([sys.executable, "-c", words], timeout=50, check=False).returncode


@pytest.mark.parametrize("told", ["SIGINT", "SIGTERM"])
def test_told_to_end_while_it_starts_is_no_fault(tmp_path: Path, told: str) -> None:
    assert served(tmp_path, [SLEEPS, SLEEPS], told, after=1) == 0


def test_a_process_that_fails_ends_the_others_and_is_told_by_its_own_status(tmp_path: Path) -> None:
    assert served(tmp_path, [SLEEPS, "raise SystemExit(3)"], "SIGTERM", after=40) == 3


def test_a_process_that_was_killed_is_told_too(tmp_path: Path) -> None:
    kills_itself = f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})"
    assert served(tmp_path, [SLEEPS, kills_itself], "SIGTERM", after=40) == signal.SIGKILL
