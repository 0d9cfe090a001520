"""The signed head on paper: what the sheet shows is the head, and it comes back by typing it in."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import segno

from tests.register.made import World
from throughcare.register.command import SOUND, head_command, verify_command
from throughcare.register.errors import BadHead
from throughcare.register.heads import read_head, text_of
from throughcare.register.page import page_of, write_page

_BORDER = 4


def _modules(page: str) -> list[list[int]]:
    """The dark modules as they are drawn: relative moves and strokes of one module's height."""
    found = re.search(r'<path[^>]* d="([^"]+)"', page)
    size = re.search(r'<svg[^>]* width="(\d+)" height="\1"', page)
    assert found and size
    width = int(size[1]) // 4 - 2 * _BORDER
    drawn = [[0] * width for _ in range(width)]
    x, y = 0.0, 0.0
    for kind, numbers in re.findall(r"([Mmh])([^Mmh]+)", found[1]):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if kind == "h":
            for column in range(int(x), int(x + values[0])):
                drawn[int(y) - _BORDER][column - _BORDER] = 1
            x += values[0]
        else:
            x, y = (values[0], values[1]) if kind == "M" else (x + values[0], y + values[1])
    return drawn


def test_the_code_on_the_sheet_is_the_text_of_the_head_file(world: World) -> None:
    world.fill(3)
    page, text = page_of(world.head()), text_of(world.head())
    drawn = _modules(page)
    assert drawn == [list(row) for row in segno.make(text, error="Q", boost_error=False).matrix]
    world.fill(1)
    assert drawn != _modules(page_of(world.head()))


@pytest.mark.parametrize("spoil", ["{}", "{}\n\n", "  {}", "\r\n{}"])
def test_the_text_on_the_sheet_is_taken_as_a_head_however_it_was_saved(
    world: World, tmp_path: Path, spoil: str
) -> None:
    world.fill(3)
    printed = re.search(r"<pre[^>]*>(.*?)</pre>", page_of(world.head()), re.DOTALL)
    assert printed
    file = tmp_path / "typed.txt"
    file.write_text(spoil.format(unescape(printed[1]).strip().replace("\n", "\r\n")))
    keys = world.key.keys()
    assert read_head(file, keys) == world.head()
    said: list[str] = []
    assert verify_command(world.source, keys=keys, say=said.append, head=file) == SOUND


def test_the_sheet_fetches_nothing_and_says_what_to_do_with_it(world: World) -> None:
    world.fill(3)
    page = page_of(world.head())
    assert not re.search(r"(src|href)=|url\(|@import|<script|<link", page)
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    for words in ("Take it out of the institution", "verify --whole --head FILE", "<h1>Head of"):
        assert words in page
    assert "2026-03-02 12:00:00 UTC" in page


def test_the_sheet_is_written_beside_the_text(world: World, tmp_path: Path) -> None:
    world.fill(3)
    said: list[str] = []
    text, page = tmp_path / "head.txt", tmp_path / "head.html"
    assert head_command(world.source, say=said.append, file=text, page=page) == SOUND
    assert page.read_text() == page_of(world.head()) and text.read_text() == text_of(world.head())
    assert [line[:8] for line in said] == ["Written:", "Keep it "] * 2
    with pytest.raises(BadHead, match="a folder that exists"):
        write_page(tmp_path / "no folder" / "head.html", world.head())
