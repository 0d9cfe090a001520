"""The processes of the service, started together and ended together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType

from throughcare.cluster.folder import DataFolder
from throughcare.config.ready import environment

_LOOK_EVERY = 0.2
_PATIENCE = 10.0


def commands(host: str, port: int, workers: int) -> list[list[str]]:
    """What is started: the pages, and the jobs."""
    python = [sys.executable, "-m"]
    return [
        [
            *python, "gunicorn", "throughcare.config.wsgi:application", "--bind",
            f"{host}:{port}", "--workers", str(workers), "--log-level", "warning",
        ],
        [*python, "throughcare.jobs.sealing"],
        [*python, "throughcare.jobs.judging"],
        [*python, "throughcare.jobs.counting"],
        [*python, "throughcare.jobs.forgetting"],
    ]  # fmt: skip


def serve(folder: DataFolder, host: str, port: int, workers: int) -> int:
    """Run until told to stop, or until one of the processes ends; gives its exit status."""
    surroundings = {**os.environ, **environment(folder)}
    started = [
        subprocess.Popen(words, env=surroundings, start_new_session=True)
        for words in commands(host, port, workers)
    ]

    def end(_number: int, _frame: FrameType | None) -> None:
        _tell_all(started)

    for kind in (signal.SIGTERM, signal.SIGINT):
        signal.signal(kind, end)
    try:
        while all(process.poll() is None for process in started):
            time.sleep(_LOOK_EVERY)
    finally:
        _end_all(started)
    return max(_status(process.returncode) for process in started)


def _status(code: int) -> int:
    """0 also for a process that was told to end before it had learned to end by itself."""
    return 0 if code == -signal.SIGTERM else abs(code)


def _tell_all(started: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in started:
        if process.poll() is None:
            process.terminate()


def _end_all(started: Sequence[subprocess.Popen[bytes]]) -> None:
    _tell_all(started)
    for process in started:
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
