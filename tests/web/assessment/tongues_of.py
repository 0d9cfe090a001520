"""Where a page shows words of a tool, and whether each bears its language and direction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Final

from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.kernel.languages import all_languages

Words = Mapping[str, frozenset[str]]  # a text of a tool, and the languages that it may be in
_ALONE: Final = frozenset({"meta", "link", "input", "br", "img", "hr", "source", "col", "wbr"})
# What is read out or shown of an element beside the text in it.
_SAID: Final = ("aria-label", "data-label", "title", "placeholder")


def words_of_tools(tools: Iterable[Instrument]) -> Words:
    """Every text of these tools as a page writes it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for tool in tools:
        for text in _texts(tool):
            found[" ".join(text.split())].add(tool.language)
    return {text: frozenset(languages) for text, languages in found.items()}


def _texts(tool: Instrument) -> Iterator[str]:
    yield from (tool.title, f"{tool.title} ({tool.version})", *tool.never_evidence)
    for domain in tool.domains:
        yield domain.title.shown
        for item in domain.items:
            yield from (item.title.shown, f"{item.id} {item.title.shown}", item.ask.shown)
            for part in (item.look_for, item.not_evidence, item.anchors.values(), item.help):
                yield from (one.shown for one in part)
    for rating in (*tool.ratings.ratings, *tool.strength_ratings.ratings):
        yield from (rating.label.shown, f"{rating.code}: {rating.label.shown}")
    for last in tool.judgements:
        asked = " · ".join(one.shown for one in (*last.prompts, *last.fields))
        yield from (last.title.shown, *(one.shown for one in last.options), *filter(None, [asked]))


class _Reader(HTMLParser):
    """Goes through a page and keeps in which language and direction each text stands."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words, self.around = words, [("", "", "")]
        self.seen: set[str] = set()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        _tag, language, way = self.around[-1]
        here = (tag, own.get("lang") or language, own.get("dir") or way)
        for name in _SAID:
            for text in (own.get(name) or "").split(": "):
                self._look(text, here[1], None)
        if tag not in _ALONE:
            self.around.append(here)

    def handle_endtag(self, tag: str) -> None:
        while len(self.around) > 1 and self.around.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        self._look(data, *self.around[-1][1:])

    def _look(self, said: str, language: str, way: str | None) -> None:
        text = " ".join(said.split())
        if text not in self.words:
            return
        self.seen.add(text)
        wanted = self.words[text]
        if language not in wanted:
            self.faults.append(f"{text[:60]!r} is {sorted(wanted)} and stands in {language!r}")
        elif way is not None and way != all_languages()[language].direction.value:
            self.faults.append(f"{text[:60]!r} runs {way!r} in {language!r}")


def looked_at(page: str, words: Words) -> tuple[set[str], list[str]]:
    """The words of tools that stand on a page, and the faults of those."""
    reader = _Reader(words)
    reader.feed(page)
    reader.close()
    return reader.seen, reader.faults
