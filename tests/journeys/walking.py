"""What every journey needs: a command to type, a port, somebody at a page."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("throughcare"))
SECONDS_TO_START = 240  # the demo is made, and everybody in it judged


def run(surroundings: dict[str, str], *words: str, typed: str = "") -> tuple[int, str]:
    """The exit status of a command and what it said."""
    done = subprocess.run(
        [COMMAND, *words], env=surroundings, input=typed, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


class Browser:
    """Somebody at a page: keeps cookies, reads the form's token, posts."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, way: str) -> str:
        with self._opener.open(f"{self.address}{way}", timeout=10) as answer:
            return str(answer.read().decode())

    def post(self, way: str, **values: str) -> str:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(way))
        assert token is not None
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1], **values}).encode()
        try:
            with self._opener.open(f"{self.address}{way}", body, timeout=10) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as refused:
            with refused:
                return str(refused.read().decode())


def wait_for(address: str, process: subprocess.Popen[str]) -> None:
    last = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < last and process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/health", timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the service did not answer: {process.stdout and process.stdout.read()}")
