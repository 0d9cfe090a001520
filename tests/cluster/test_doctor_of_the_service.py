"""What the doctor says of tables, clock and port, and how a start minds the clock."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import connection, transaction

from throughcare.cluster.folder import DataFolder
from throughcare.cluster.roles import OWNER, connect
from throughcare.config.doctor import examine_clock, examine_port, examine_tables
from throughcare.register.actions import record

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.django_db
def test_an_empty_register_says_nothing_against_the_clock() -> None:
    assert examine_clock(at=NOON).fine


@pytest.mark.django_db
def test_a_clock_before_the_last_entry_is_told_to_the_minute() -> None:
    with transaction.atomic():
        record(event="read", by="amel", role="account", place="", happened_at=NOON, at=NOON)
    assert examine_clock(at=NOON + MINUTE).fine
    assert examine_clock(at=NOON).fine
    behind = examine_clock(at=NOON - MINUTE)
    assert not behind.fine
    assert "it says 2026-03-01 11:59 UTC" in behind.said
    assert "last written at 2026-03-01 12:00 UTC" in behind.said
    assert "timedatectl" in behind.remedy


@pytest.mark.django_db
def test_what_is_known_to_happen_later_than_the_clock_is_refused_by_the_register() -> None:
    """The register takes what was done before it is recorded, and not a microsecond after."""
    from django.db import IntegrityError

    with transaction.atomic():
        record(event="read", by="amel", role="account", place="", happened_at=NOON, at=NOON)
    with (
        pytest.raises(IntegrityError, match="register_records_nothing_before_it_happens"),
        transaction.atomic(),
    ):
        late = NOON + timedelta(microseconds=1)
        record(event="read", by="amel", role="account", place="", happened_at=late, at=NOON)


def test_tables_behind_and_before_the_program_are_told_apart(
    own_database: str, cluster: DataFolder
) -> None:
    assert examine_tables().fine
    connection.close()
    with connect(cluster, own_database, OWNER) as owner:
        step = "app = 'register' AND name LIKE '0002%'"
        owner.execute(f"UPDATE django_migrations SET name = '0002_x' WHERE {step}")
    newer = examine_tables()
    assert (newer.fine, "register.0002_x is not known here" in newer.said) == (False, True)
    with connect(cluster, own_database, OWNER) as owner:
        owner.execute("DELETE FROM django_migrations WHERE name = '0002_x'")
    behind = examine_tables()
    assert (behind.fine, behind.remedy) == (False, "throughcare up")
    assert behind.said.startswith("1 step behind the program, next register.0002_")


class _Answer(BaseHTTPRequestHandler):
    words = b"ok\n"

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.words)

    def log_message(self, *words: object) -> None:
        """Quiet."""


@pytest.fixture
def answering() -> Iterator[int]:
    """Something answers at a port, as the service does at /health."""
    with HTTPServer(("127.0.0.1", 0), _Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_port_of_our_own_service_is_fine(answering: int) -> None:
    check = examine_port("127.0.0.1", answering)
    assert check.fine
    assert "Throughcare answers at" in check.said


def test_a_port_of_another_program_is_not(answering: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Answer, "words", b"welcome\n")
    check = examine_port("127.0.0.1", answering)
    assert not check.fine
    assert f"--port {answering + 1}" in check.remedy


def test_a_free_port_is_fine() -> None:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    assert examine_port("127.0.0.1", port).fine
