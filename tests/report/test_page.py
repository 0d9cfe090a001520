"""The page stands alone, reads without colour and trusts nothing that came from a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from made_reports import SOLITARY, rule_of, spell

from standards.findings import Status
from throughcare.report.model import Assumed
from throughcare.report.page import render_page
from throughcare.report.rule_part import MOST_ROWS
from throughcare.report.summary import Summary

EMPTY_ELEMENTS = {"meta", "rect", "line", "circle"}
NASTY = '<script>alert("x")</script>&\u202e'


class Reader(HTMLParser):
    """Checks that every element is closed in order, and keeps what was seen."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in EMPTY_ELEMENTS:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY_ELEMENTS:
            assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@pytest.fixture
def page(mixed: Summary) -> str:
    return render_page(mixed)


def test_the_page_is_well_formed_and_names_its_language_and_direction(page: str) -> None:
    root = read(page).all("html")[0]
    assert root == {"lang": "en", "dir": "ltr"}


def test_no_id_comes_twice_and_every_reference_has_its_target(page: str) -> None:
    seen = [attributes for _, attributes in read(page).seen]
    ids = [attributes["id"] for attributes in seen if "id" in attributes]
    assert len(ids) == len(set(ids))
    for attributes in seen:
        for name in (attributes.get("aria-labelledby") or "").split():
            assert name in ids
        if (attributes.get("href") or "").startswith("#"):
            assert attributes["href"] == f"#{attributes['href'][1:]}"
            assert attributes["href"][1:] in ids


def test_nothing_is_fetched_from_anywhere(page: str) -> None:
    addresses = re.findall(
        r"https?://[^\"'\s<]*", page.replace('xmlns="http://www.w3.org/2000/svg"', "")
    )
    assert addresses == []
    assert "@import" not in page and "src=" not in page
    assert not [tag for tag, _ in read(page).seen if tag in {"script", "link", "img", "iframe"}]


def test_assumptions_stand_before_any_figure(page: str) -> None:
    assert page.index("walks_count") < page.index("In short") < page.index("<figure")


def test_without_assumptions_the_page_says_so(make: Callable[..., Summary]) -> None:
    assert "No assumption was declared." in render_page(make())


def test_each_picture_has_words_and_the_same_content_as_a_table(page: str) -> None:
    reader = read(page)
    pictures = [one for one in reader.all("svg") if one.get("role") == "img"]
    assert len(pictures) == 3
    assert len(reader.all("title")) == 1 + 3 and len(reader.all("desc")) == 3
    assert page.count("The same as a table") == 3


def test_the_limit_is_drawn_and_named_as_the_rule_has_it(make: Callable[..., Summary]) -> None:
    check = {"pattern": "max_duration", "state": "solitary", "limit": "P7D"}
    summary = make(spell("A", "2026-01-01", "2026-01-04"), rules={SOLITARY: rule_of(check=check)})
    assert "limit: 7 days" in render_page(summary)
    assert "15 days" not in render_page(summary)


def test_each_status_is_a_word_with_a_sign_and_never_a_colour_alone(page: str) -> None:
    for word in ("Breached", "Due", "Met", "Unknown"):
        assert re.search(rf'class="chip \w+"><span aria-hidden="true">.</span> {word}', page)


def test_what_is_not_confirmed_is_said_to_be_so(page: str) -> None:
    assert "Not yet confirmed against the official text" in page


def test_damaged_rows_and_notices_are_listed(page: str) -> None:
    assert "it ends before it starts" in page and "overlaps another" in page


def test_text_from_a_file_cannot_become_markup(make: Callable[..., Summary]) -> None:
    line = spell(NASTY, "2026-01-01", "2026-01-10", place=NASTY, reason=NASTY)
    page = render_page(
        make(line, label_names=("reason",), files=(NASTY,), notices=(NASTY,),
             assumptions=(Assumed(NASTY, NASTY, 1),))
    )  # fmt: skip
    assert "<script" not in page
    assert not read(page).all("script")


def test_long_lists_are_cut_with_a_sentence_that_says_how_many_are_left_out(
    make: Callable[..., Summary],
) -> None:
    lines = [spell(f"P{n}", "2026-01-01", "2026-01-10") for n in range(MOST_ROWS + 7)]
    assert "7 more findings are left out here." in render_page(make(*lines))


def test_breaches_are_shown_before_all_else_where_a_list_is_cut(
    make: Callable[..., Summary],
) -> None:
    lines = [spell(f"P{n}", "2026-01-01", "2026-01-10") for n in range(MOST_ROWS)]
    late = spell("Last", "2026-02-01", "2026-03-10", status=Status.BREACHED)
    assert "<bdi>Last</bdi>" in render_page(make(*lines, late))


def test_nothing_found_is_a_page_too(make: Callable[..., Summary]) -> None:
    page = render_page(make())
    read(page)
    assert "There is nothing to report." in page and "No breach found." in page


def test_it_can_be_printed_and_turned_around(page: str) -> None:
    assert "@media print" in page
    style = page[page.index("<style>") : page.index("</style>")]
    assert not re.search(r"(margin|padding|border)-(left|right)\b|text-align: (left|right)", style)
