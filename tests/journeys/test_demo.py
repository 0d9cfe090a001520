"""From an empty home to a signed-in page of the invented country, with one command."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from throughcare.access.terms import Role
from throughcare.cluster.binaries import find_binaries
from throughcare.cluster.errors import NoPostgres
from throughcare.demo.plan import plan

from .walking import COMMAND, SECONDS_TO_START, Browser, free_port, run, wait_for

INVENTING = "Inventing a country of 600 people"


@pytest.fixture(scope="module")
def home() -> Iterator[dict[str, str]]:
    """An empty home of somebody who has never heard of Throughcare."""
    try:
        find_binaries()
    except NoPostgres as missing:
        pytest.skip(str(missing))
    root = Path(tempfile.mkdtemp(prefix="throughcare-home-"))
    root.chmod(0o711)
    own = {k: v for k, v in os.environ.items() if not k.startswith(("THROUGHCARE", "DJANGO"))}
    around = {**own, "HOME": str(root), "THROUGHCARE_DATA": str(root / "demo"), "NO_COLOR": "1"}
    try:
        yield around
    finally:
        run(around, "down")
        shutil.rmtree(root, ignore_errors=True)


@contextmanager
def started(home: dict[str, str], *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The demo while it runs; ended by Ctrl-C."""
    port = free_port()
    demo = subprocess.Popen(
        [COMMAND, "demo", *words, "--port", str(port)], env=home, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        yield f"http://127.0.0.1:{port}", demo
    finally:
        if demo.poll() is None:
            demo.send_signal(signal.SIGINT)


def test_from_an_empty_home_to_a_signed_in_page(home: dict[str, str]) -> None:
    # Somebody pulls the plug while the country is being made.
    with started(home, "--size", "small") as (_, demo):
        assert demo.stdout is not None
        while INVENTING not in (line := demo.stdout.readline()):
            assert line, "it ended before it began to build"
        demo.kill()
        demo.communicate(timeout=30)

    with started(home, "--size", "small") as (address, demo):
        wait_for(address, demo)
        browser = Browser(address)
        page = browser.post("/sign-in", name="case manager", password=plan().password)
        assert "Sign out" in page
        assert "Demo data, invented" in page
        proven = ""
        last = time.monotonic() + SECONDS_TO_START
        while not re.search(r"Sound: \d+ sealed entries, 0 not yet sealed", proven):
            assert time.monotonic() < last, proven
            proven = run(home, "register", "verify")[1]
    said = demo.communicate(timeout=30)[0]
    assert INVENTING in said, "what was half made is made anew"
    assert address in said
    assert plan().password in said
    for role in Role:
        assert re.search(rf"^{role.value.replace('_', ' ')} ", said, re.MULTILINE), role
    assert demo.returncode == 0

    with started(home) as (address, demo):
        wait_for(address, demo)
        page = Browser(address).post("/sign-in", name="prisoner", password=plan().password)
        assert "Sign out" in page
    assert INVENTING not in demo.communicate(timeout=30)[0], "the country stood there already"

    status, said = run(home, "demo", "--size", "large", "--port", "0")
    assert (status, "the country that stands here is small" in said) == (2, True), said
    status, said = run(home, "up", "--port", "0")
    assert (status, "start it with: throughcare demo" in said) == (2, True), said
    assert "npm inspector at" not in said
