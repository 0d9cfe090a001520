"""What docs/api.md tells people to type, typed: the curl lines against a running service."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.db import connections

from throughcare.config.wsgi import application

from .made import file_by, officer, token_for

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, format: str, *words: object) -> None:
        """Nothing."""


def _answers(environ: dict[str, object], start: object) -> list[bytes]:
    try:
        return list(application(environ, start))
    finally:
        connections.close_all()


@pytest.fixture
def service(own_database: str) -> Iterator[str]:
    """The address of a service that runs in this process."""
    server = make_server("127.0.0.1", 0, _answers, handler_class=Quiet)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_page_shows_calls() -> None:
    assert len(COMMANDS) == PAGE.count("curl --silent") == 5


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed here")
def test_every_call_of_the_page_is_answered(service: str, tmp_path: Path) -> None:
    viewer = officer()
    secret, person = token_for(viewer).secret, str(file_by(viewer).id)
    (tmp_path / "token.txt").write_text(f"Authorization: Bearer {secret}\n")
    named = {"SERVICE": service, "PERSON": person, "PATH": "/usr/bin:/bin"}
    for command in COMMANDS:
        done = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=named, capture_output=True, text=True,
            check=True, timeout=30,
        )  # fmt: skip
        said = json.loads(done.stdout)
        assert "status" not in said, f"{command}\n{said}"


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed here")
def test_with_a_wrong_token_no_call_of_the_page_is_answered(service: str, tmp_path: Path) -> None:
    (tmp_path / "token.txt").write_text("Authorization: Bearer tc_wrong\n")
    named = {"SERVICE": service, "PERSON": "x", "PATH": "/usr/bin:/bin"}
    for command in COMMANDS:
        done = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=named, capture_output=True, text=True,
            check=True, timeout=30,
        )  # fmt: skip
        assert json.loads(done.stdout)["status"] == 401
