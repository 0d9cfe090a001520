"""An administrator's first day: examine, make the first account, start, sign in, prove, stop."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from throughcare.cluster.binaries import find_binaries
from throughcare.cluster.errors import NoPostgres

from .walking import COMMAND, SECONDS_TO_START, Browser, free_port, run, wait_for

PASSWORD = "seven green kettles"


@pytest.fixture(scope="module")
def surroundings() -> Iterator[dict[str, str]]:
    """An empty machine, as far as Throughcare can see."""
    try:
        find_binaries()
    except NoPostgres as missing:
        pytest.skip(str(missing))
    root = Path(tempfile.mkdtemp(prefix="throughcare-first-day-"))
    root.chmod(0o711)
    named = {"THROUGHCARE_DATA": str(root / "data"), "NO_COLOR": "1"}
    own = {k: v for k, v in os.environ.items() if not k.startswith(("THROUGHCARE", "DJANGO"))}
    try:
        yield {**own, **named}
    finally:
        run({**own, **named}, "down")
        shutil.rmtree(root, ignore_errors=True)


def test_from_nothing_to_a_signed_in_page_and_a_proven_register(
    surroundings: dict[str, str],
) -> None:
    status, said = run(surroundings, "doctor", "--port", "0")
    assert (status, "What to do: throughcare up" in said) == (1, True), said

    first = ("user", "first", "amel", "--password-from-input")
    status, said = run(surroundings, *first, typed="short\n")
    assert status == 2 and "too short" in said, said
    status, said = run(surroundings, *first, typed=f"{PASSWORD}\n")
    assert status == 0, said
    status, said = run(surroundings, *first, typed=f"{PASSWORD}\n")
    assert status == 2 and "there is an account already" in said, said
    status, said = run(surroundings, "doctor", "--port", "0")
    assert status == 0, said

    port = free_port()
    address = f"http://127.0.0.1:{port}"
    up = subprocess.Popen(
        [COMMAND, "up", "--port", str(port)], env=surroundings, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        wait_for(address, up)
        browser = Browser(address)
        assert "Sign in" in browser.get("/")
        assert "do not fit together" in browser.post("/sign-in", name="amel", password="x")
        assert "Sign out" in browser.post("/sign-in", name="amel", password=PASSWORD)
        status, said = run(surroundings, "up", "--port", str(port))
        assert status == 2 and f"--port {port + 1}" in said, said
        last = time.monotonic() + SECONDS_TO_START
        while "Sound: 3 sealed" not in said and time.monotonic() < last:
            status, said = run(surroundings, "register", "verify")
        assert (status, "Sound: 3 sealed entries" in said) == (0, True), said
        head = Path(surroundings["THROUGHCARE_DATA"]).parent / "head.txt"
        assert run(surroundings, "register", "head", "--out", str(head))[0] == 0
        assert run(surroundings, "register", "verify", "--head", str(head))[0] == 0
        status, said = run(surroundings, "register", "export")
        assert "account.made" in said and "signed_in" in said, said
    finally:
        up.send_signal(signal.SIGTERM)
        up.communicate(timeout=30)
    with pytest.raises(OSError):
        urllib.request.urlopen(f"{address}/health", timeout=1)
    assert "stopped" in run(surroundings, "down")[1]
    assert "not running" in run(surroundings, "down")[1]
