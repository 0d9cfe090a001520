"""What is no instrument at all is refused before it costs anything: the file as a whole."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.casework.assessment.instruments.conftest import TEXT, Change
from throughcare.casework.assessment.instruments.demands import limit
from throughcare.casework.assessment.instruments.reading import read_instrument

_BOMB = "a: &a [x, x]\n" + "\n".join(
    f"{new}: &{new} [*{old}, *{old}]" for old, new in zip("abcdefghijk", "bcdefghijkl", strict=True)
)
_WHOLE = [
    ("not YAML at all", b"id: [tc\n  ]]: '", 2, "this is not YAML", "missing quote"),
    ("empty", b"", 1, "the file is empty", "begin with 'id:'"),
    ("only a remark", b"# nothing\n", 1, "the file is empty", "begin with 'id:'"),
    ("a list", b"- id: one\n- id: two\n", 1, "the file is not a mapping", "begin with 'id:'"),
    ("a sentence", b"An instrument of great worth", 1, "the file is not a mapping", "generic.yaml"),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00", 1, "this is not YAML", ""),
    ("text in another encoding", "title: Ещё".encode("cp1251"), 1, "this is not YAML", ""),
    ("a bomb of aliases", _BOMB.encode(), 1, "an anchor or alias", "write the text out"),
    ("a mountain of brackets", b"id: " + b"[" * 100_000 + b"]" * 100_000, 1, "more than 8 levels",
     "flatter"),
    ("a mountain without a top", b"id: " + b"[" * 100_000, 1, "more than 8 levels", "flatter"),
    ("keys that are lists", b"? [a, b]\n: c\n", 1, "a key here is not a word", "colon"),
    ("a merge of itself", b"id: one\n<<: *one\n", 2, "an anchor or alias", "write the text out"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "line", "said", "remedy"), [one[1:] for one in _WHOLE], ids=[one[0] for one in _WHOLE]
)
def test_a_file_is_refused_that_is(
    data: bytes, line: int, said: str, remedy: str, tmp_path: Path
) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(data)
    begun = time.monotonic()
    outcome = read_instrument(path)
    assert time.monotonic() - begun < 5
    (problem,) = outcome.problems
    assert (problem.file, problem.line) == (str(path), line)
    assert said in problem.what and remedy in problem.remedy


def test_ten_thousand_items_are_refused_with_one_sentence(tmp_path: Path) -> None:
    items = "".join(f"      - {{id: A{number}}}\n" for number in range(10_000))
    path = tmp_path / "many.yaml"
    path.write_text(TEXT.replace("    items:\n", f"    items:\n{items}", 1), encoding="utf-8")
    (problem,) = read_instrument(path).problems
    assert problem.what == "there are 10020 items, and may be 200"
    assert "the longest of the known tools has 34 items" in problem.remedy


@pytest.mark.parametrize(("more", "refused"), [(180, False), (181, True)])
def test_two_hundred_items_pass_and_one_more_does_not(
    more: int, refused: bool, tmp_path: Path
) -> None:
    begin = TEXT.index("      - id: A1")
    item = TEXT[begin : TEXT.index("      - id: A2")]
    further = "".join(item.replace("id: A1", f"id: X{number}") for number in range(more))
    path = tmp_path / "long.yaml"
    path.write_text(TEXT[:begin] + further + TEXT[begin:], encoding="utf-8")
    assert bool(read_instrument(path).problems) is refused


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as opened:
        opened.truncate(50 * 1024**3)  # a hole: it takes no room on the disk
    (problem,) = read_instrument(path).problems
    assert (
        problem.what
        == f"the file is larger than {limit('most_bytes').value} bytes and was not read"
    )
    assert "two hundred items" in problem.remedy


def test_the_longest_file_that_is_read_is_looked_through_in_seconds(change: Change) -> None:
    """Hidden in a long text, a word is found all the same."""
    room = limit("most_bytes").value - len(TEXT) - 200
    long = "gathered means and rehearsed " * (room // 29)
    begun = time.monotonic()
    (problem,) = read_instrument(
        change("title: Practical", f"title: {long} mosque Practical")
    ).problems
    assert "A3, 'title' is built on worship ('mosque')" in problem.what
    assert time.monotonic() - begun < 30


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        (problem,) = read_instrument(path).problems
        assert problem.what == "this is not a file"


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    (problem,) = read_instrument(tmp_path / "nothing.yaml").problems
    assert "cannot be read: No such file" in problem.what
    assert "exists" in problem.remedy


def test_the_marks_of_other_editors_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "windows.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert read_instrument(path).problems == ()
