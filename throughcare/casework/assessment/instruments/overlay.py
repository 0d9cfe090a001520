"""The words of a translation are laid over its original, one for one: whole, or refused."""

from __future__ import annotations

from typing import Any, Final

from standards.rulebook.errors import Problem
from standards.rulebook.located import Items, Section
from throughcare.casework.assessment.instruments.counting import JUDGEMENTS
from throughcare.casework.assessment.instruments.keys import Page
from throughcare.casework.assessment.instruments.naming import is_code, named
from throughcare.casework.assessment.instruments.scales import RATINGS, STRENGTHS
from throughcare.casework.assessment.instruments.sheet import TRANSLATION
from throughcare.casework.assessment.instruments.texts import HEAD

# What is no word of the tool, so that a translation can neither say nor change it.
_STAYS: Final = HEAD | {"id", "protective", "scale", "required", "sources"}
# Below these stand codes and no keys: one that is called like a key is a code all the same.
_CODED: Final = frozenset({RATINGS, STRENGTHS, "anchors"})
_ENTRIES: Final = {"domains": "domain", "items": "item", JUDGEMENTS: "final judgement"}
_OWN: Final = frozenset({TRANSLATION, "language"})
_LONG: Final = 3  # words from which on nothing is by chance the same in two languages
_WHOLE: Final = "translate it; what is not whole is not shown"


def laid_over(original: Section, words: Section, page: Page) -> Section:
    """The original with the words of the translation at their lines; what does not fit is noted."""
    whole = _Overlay(page).section(original, words, "translation")
    whole["language"] = words.get("language")
    whole.lines["language"] = words.line_of("language")
    return whole


class _Overlay:
    """One translation being laid over its original."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def section(
        self, original: Section, words: Section, name: str, *, coded: bool = False
    ) -> Section:
        whole = Section(words.line)
        for key, value in original.items():
            whole.lines[key] = words.line_of(key)
            stays = (not coded and key in _STAYS) or not isinstance(value, str | Items | Section)
            whole[key] = value if stays else self._value(value, words, key, name)
        names = _STAYS - (_OWN if name == TRANSLATION else {"id"})
        for key in words:
            if key in original and not coded and key in names:
                remedy = "remove it: a translation holds words, all else is the original's"
                self._note(words.line_of(key), name, f"'{key}' is no word of the tool", remedy)
            elif key not in original and key not in _OWN:
                what = f"{named(key)} does not stand in the original"
                self._note(
                    words.line_of(key),
                    name,
                    what,
                    "remove it, look how it is spelt, or quote the text with the comma",
                )
        return whole

    def _value(self, value: Any, words: Section, key: str, name: str) -> Any:
        given, line = words.get(key), words.line_of(key)
        said = f"'{key}'" if is_code(key) else "a text"
        if given is None or given in ("", []):
            self._note(line, name, f"{said} is not translated", _WHOLE)
        elif isinstance(value, str):
            if isinstance(given, str):
                self._other(value, given, line, f"{name}: {said}")
                return given
            self._note(line, name, f"{said} is not a text", "write one text, in quotes")
        elif isinstance(value, Section):
            if isinstance(given, Section):
                inner = key if name == TRANSLATION else f"{name}, {said}"
                return self.section(value, given, inner, coded=key in _CODED)
            self._note(line, name, f"{said} has no keys of its own", "write its keys, indented")
        elif not isinstance(given, Items):
            self._note(line, name, f"{said} is not a list", "write one for each of the original")
        elif key in _ENTRIES:
            return self._entries(value, given, key, name)
        else:
            return self._texts(value, given, line, f"{name}: {said}")
        return value

    def _entries(self, value: Items, given: Items, key: str, name: str) -> Items:
        """Each entry of the original with the one of the translation that has its id."""
        thing, whole, there = _ENTRIES[key], Items(given.line), dict[str, Section]()
        wanted = {str(one.get("id")) for one in value if isinstance(one, Section)}
        for one, line in zip(given, given.lines, strict=True):
            said = one.get("id") if isinstance(one, Section) else None
            own = said if isinstance(said, str) else ""
            if own not in wanted or own in there:
                called = f"{thing} {named(own)}" if own else f"an entry of '{key}' without an id"
                what = "stands twice" if own in there else "does not stand in the original"
                remedy = f"use each id of the original once: {', '.join(sorted(wanted))}"
                self._note(line, name, f"{called} {what}", remedy)
            else:
                there[own] = one
        for one in value:
            own = str(one.get("id"))
            if own in there:
                whole.append(self.section(one, there[own], f"{thing} {named(own)}"))
                whole.lines.append(there[own].line)
            else:
                self._note(given.line, name, f"{thing} {named(own)} is not translated", _WHOLE)
        return whole

    def _texts(self, value: Items, given: Items, line: int, place: str) -> Items:
        if len(value) != len(given):
            what = f"{place} has {len(given)} texts, and the original has {len(value)}"
            remedy = "write one for each, in the same order; a text with a comma stands in quotes"
            self.page.problems.append(Problem(self.page.file, line, what, remedy))
            return given
        for one, other, its_line in zip(value, given, given.lines, strict=True):
            if isinstance(one, str) and isinstance(other, str):
                self._other(one, other, its_line, place)
        return given

    def _other(self, one: str, other: str, line: int, place: str) -> None:
        """Whether it was translated at all."""
        if one.casefold() == other.casefold() and len(one.split()) >= _LONG:
            what = f"{place} has the very words of the original"
            self.page.problems.append(Problem(self.page.file, line, what, _WHOLE))

    def _note(self, line: int, name: str, what: str, remedy: str) -> None:
        self.page.problems.append(Problem(self.page.file, line, f"{name}: {what}", remedy))
