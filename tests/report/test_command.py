"""`throughcare check` from the outside: what it prints, where it writes, how it ends."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULE = "nmr-43-1-b"
BOOK = """type,who,from,to,place
solitary,A,2026-01-01T00:00+01:00,2026-01-31T00:00+01:00,North
solitary,B,2026-02-01T00:00+01:00,2026-02-05T00:00+01:00,North
"""
CHECK = ["--zone", "Africa/Tunis", "--as-of", "2026-06-01", "--rules", RULE]


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "throughcare.cli.main", "check", *map(str, words)]


def run(
    *words: str | Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words),
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False,
        env={**os.environ, **(env or {})},
    )  # fmt: skip


def read_until(terminal: int, words: bytes | None = None) -> bytes:
    """What a program writes to a terminal, up to the words or its end."""
    said = b""
    while words is None or words not in said:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the program has gone and closed its side
            break
        if not part:
            break
        said += part
    return said


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.csv"
    path.write_text(BOOK, encoding="utf-8")
    return path


def test_a_breach_does_not_fail_the_command(book: Path) -> None:
    done = run(book, *CHECK)
    assert done.returncode == 0, done.stderr
    assert "1 of 2 ended spells (50.00 %) lasted longer than 15 days" in done.stdout


@pytest.mark.parametrize("level", ["critical", "low", "any"])
def test_fail_on_ends_with_three_when_a_breach_is_as_grave(book: Path, level: str) -> None:
    assert run(book, *CHECK, "--fail-on", level).returncode == 3


def test_fail_on_ends_with_nought_when_nothing_is_broken(book: Path) -> None:
    book.write_text(BOOK.replace("2026-01-31", "2026-01-05"))
    assert run(book, *CHECK, "--fail-on", "any").returncode == 0


def test_fail_on_still_writes_the_report(book: Path) -> None:
    out = book.with_name("r.json")
    assert run(book, *CHECK, "--fail-on", "any", "--out", out).returncode == 3
    assert json.loads(out.read_text())["complete"] is True


def test_json_on_the_screen_is_json_and_nothing_else(book: Path) -> None:
    done = run(book, *CHECK, "--format", "json")
    said = json.loads(done.stdout)
    assert said["summary"][RULE]["breached"] == 1 and done.stderr == ""
    assert said["as_of"] == "2026-06-01T00:00+01:00"


def test_a_moment_may_have_an_offset_of_its_own(book: Path) -> None:
    asked = ["--zone", "Africa/Tunis", "--rules", RULE, "--as-of", "2026-01-10T00:00Z"]
    assert json.loads(run(book, *asked, "--format", "json").stdout)["summary"][RULE]["due"] == 1


def test_without_a_moment_the_clock_is_read_and_named(book: Path) -> None:
    done = run(book, "--zone", "Africa/Tunis", "--rules", RULE)
    assert "read from the clock of this computer" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--rules", "nmr-43-1-bb"], "did you mean 'nmr-43-1-b'"),
        (["--rules", "nmr-1"], "cannot be checked against records"),
        (["--as-of", "31.12.2026"], "write 2026-03-01"),
        (["--zone", "Africa/Tuniss"], "Tunis"),
        (["--out", "no/such/folder/r.html"], "does not exist"),
        (["--out", "."], "is a folder"),
        (["--profile", "atlantis"], "atlantis"),
    ],
    ids=lambda words: words[0] if isinstance(words, list) else "",
)
def test_bad_input_is_one_clear_message_and_two(book: Path, words: list[str], said: str) -> None:
    done = run(book, "--zone", "Africa/Tunis", *words)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr and done.stdout == ""


def test_a_file_that_is_not_there_leaves_no_report(book: Path) -> None:
    out = book.with_name("r.html")
    assert run(book.with_name("none.csv"), *CHECK, "--out", out).returncode == 2
    assert not out.exists()


@pytest.mark.parametrize("name", ["r.html", "r.csv", "r.json", "r.txt"])
def test_the_report_goes_to_the_file_and_a_summary_to_the_screen(book: Path, name: str) -> None:
    out = book.with_name(name)
    done = run(book, *CHECK, "--out", out)
    assert done.returncode == 0 and out.stat().st_size > 0
    assert f"Written to {out}" in done.stdout.replace("\n", " ")
    assert sorted(path.name for path in book.parent.iterdir()) == sorted(["book.csv", name])


def test_both_engines_are_named_in_the_report(book: Path) -> None:
    done = run(book, *CHECK, "--engine", "person", "--format", "json")
    assert json.loads(done.stdout)["engine"] == "person"


def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    rows = "".join(
        f"solitary,P{n},2026-01-01T00:00+01:00,2026-01-31T00:00+01:00,North\n"
        for n in range(60_000)
    )
    book, out = tmp_path / "big.csv", tmp_path / "r.html"
    book.write_text(BOOK + rows)
    words = command(book, *CHECK, "--engine", "person", "--out", out)
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=follower,
        env={**os.environ, "TERM": "xterm"},
        # A shell that runs it in the background would have it ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    os.close(follower)
    said = read_until(leader, b"Judging")  # the progress bar tells when the work has begun
    process.send_signal(signal.SIGINT)
    said += read_until(leader)
    assert process.wait(timeout=60) == 130
    assert b"nothing was written" in said and b"Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["big.csv"]


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"NO_COLOR": "1", "TERM": "xterm"}])
def test_a_terminal_without_colour_gets_no_colour(book: Path, env: dict[str, str]) -> None:
    """What a real terminal would receive on the report's side."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        command(book, *CHECK),
        cwd=ROOT, stdout=follower, stderr=subprocess.DEVNULL, env={**os.environ, **env},
    )  # fmt: skip
    os.close(follower)
    said = read_until(leader)
    assert process.wait(timeout=30) == 0
    assert b"nmr-43-1-b" in said and b"\x1b" not in said


def test_a_screen_with_an_old_encoding_still_gets_the_report(book: Path) -> None:
    book.write_text(BOOK.replace("North", "شمال"), encoding="utf-8")
    done = run(book, *CHECK, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.returncode == 0 and "شمال" in done.stdout
