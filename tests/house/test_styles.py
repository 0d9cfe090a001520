"""Every page is readable by light, in the dark and from either side, by one rule for a thing."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).parents[2] / "throughcare"
SHEETS: Final = ("throughcare.css", "custody.css", "over_time.css", "safety.css")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)[\w-]*"
    r"|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:"
    r"|(?:text-align|float)\s*:\s*(?:left|right)"
)
# What is written on what: words need 4.5 to 1, the parts of a picture 3 to 1 (WCAG 1.4.3, 1.4.11).
WORDS: Final = tuple(
    (ink, ground)
    for ground, inks in {
        "paper": ("ink", "soft", "accent", "wrong", "warn", "fine"),
        "sheet": ("ink", "soft", "accent", "wrong", "warn", "fine"),
        "tint": ("ink", "soft", "accent", "fine"), "wrong-tint": ("ink", "wrong"),
        "warn-tint": ("ink", "soft", "accent", "warn", "wrong"), "accent": ("on-accent",),
    }.items()
    for ink in inks
)  # fmt: skip
PARTS: Final = (("edge", "paper"), ("edge", "sheet"), ("accent", "sheet"), ("accent", "paper"),
                ("warn", "paper"), ("wrong", "paper"), ("wrong", "wrong-tint"))  # fmt: skip


def sheet(name: str) -> str:
    return _COMMENT.sub("", (PACKAGE / "static" / name).read_text(encoding="utf-8"))


def colours(theme: str) -> dict[str, str]:
    """The named colours of a theme: the first that the sheet lists are those of the light one."""
    blocks = re.findall(r"(?<=\{)[^{}]*--ink:[^{}]*", sheet(SHEETS[0]))
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6})", one)) for one in blocks[:2])
    return light if theme == "light" else dark


def contrast(one: str, other: str) -> float:
    def bright(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4
                            for p in parts)  # fmt: skip
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((bright(one), bright(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_pictures_stand_out_from_what_they_are_on(theme: str) -> None:
    named = colours(theme)
    faint = {
        (ink, ground): round(contrast(named[ink], named[ground]), 2)
        for pairs, least in ((WORDS, 4.5), (PARTS, 3.0))
        for ink, ground in pairs
        if contrast(named[ink], named[ground]) < least
    }
    assert not faint


@pytest.mark.parametrize("name", SHEETS)
def test_a_page_from_right_to_left_needs_no_other_rules(name: str) -> None:
    media = re.sub(r"@media[^{]*\{", "", sheet(name))  # the width of a screen has no side
    assert not _PHYSICAL.findall(media)


def test_one_thing_is_styled_in_one_place() -> None:
    plain = "".join(
        re.split(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "".join(map(sheet, SHEETS)))
    )
    rules = Counter(
        " ".join(selector.split()) for selector in re.findall(r"([^{}]+)\{", plain)
    )  # fmt: skip
    assert not [selector for selector, times in rules.items() if times > 1]


def test_nothing_is_styled_that_no_page_shows() -> None:
    named = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"\{[^{}]*\}", "{}", sheet("custody.css"))))
    said = " ".join(
        path.read_text(encoding="utf-8")
        for ends in ("templates/**/*.html", "web/**/*.py", "casework/custody/terms.py")
        for path in PACKAGE.glob(ends)
    )
    shown = set(re.findall(r"[a-z][\w-]*", said))
    unused = {one for one in named if one not in shown and not re.fullmatch(r"region-\d+", one)}
    assert not unused


def test_no_sheet_is_left_out_of_the_pages() -> None:
    layout = (PACKAGE / "templates/layout.html").read_text(encoding="utf-8")
    linked = re.findall(r"static '([\w-]+\.css)'", layout)
    assert linked == [*SHEETS]
    loose = {one.name for one in (PACKAGE / "static").glob("*.css")} - {*linked, "printed.css"}
    assert not loose


def test_the_contrast_of_black_and_white_is_what_the_standard_says() -> None:
    assert [round(contrast(one, other)) for one, other in pairwise(["#000000", "#ffffff"])] == [21]


def test_each_table_of_a_page_is_one_of_ours() -> None:
    # Bootstrap's `table` draws its ground as a shadow, so that axe cannot tell its contrast: the
    # list of devices stood black on black in the dark, and no fault was found.
    templates = PACKAGE / "templates"
    strange = [
        f"{path.relative_to(templates)}: {table}"
        for path in templates.rglob("*.html")
        if "printed" not in path.parts
        for table in re.findall(r"<table[^>]*>", path.read_text(encoding="utf-8"))
        if not re.match(r'<table class="(people|compare)\b', table)
    ]
    assert not strange
