"""The keys of one part of an instrument; what is wrong is noted at its line, and nothing is quoted.

A file of a licence holder may hold licensed text in any place, also a wrong one. So messages repeat
short codes only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from standards.rulebook.errors import Problem
from standards.rulebook.fields import Fields
from standards.rulebook.located import Items, Section
from standards.rulebook.nearest import did_you_mean
from throughcare.casework.assessment.instruments.counting import computed_key, counting_key
from throughcare.casework.assessment.instruments.naming import is_code, named
from throughcare.casework.assessment.instruments.wording import Wording


@dataclass(frozen=True, slots=True)
class Page:
    """The file being read, whether its words are licensed, and what is wrong with it so far."""

    file: str
    licensed: bool
    problems: list[Problem] = field(default_factory=list)

    def keys(self, section: Section, name: str) -> Keys:
        """The keys of a part; `name` begins each message about it."""
        return Keys(section, self, name)

    def wording(self, text: str) -> Wording:
        """A text of the instrument, guarded if it is licensed."""
        return Wording(text, licensed=self.licensed)


class Keys(Fields):
    """One part being read."""

    def __init__(self, section: Section, page: Page, name: str) -> None:
        super().__init__(section, page.file, page.problems, name)
        self.page = page

    def only(self, allowed: Iterable[str]) -> None:
        """Refuse keys that nobody reads, and say so where one would make a number of a person."""
        names = set(allowed)
        for key in self.section:
            if key not in names:
                self.problem(key, *_about(key, names))

    def text(self, key: str, *, required: str = "") -> str:
        """A text. `required` says what to write where it is missing."""
        value = self.section.get(key)
        if isinstance(value, str) and value.strip():
            return value
        if value is not None and not isinstance(value, str):
            self.problem(key, f"'{key}' is not a text", "write one text, in quotes")
        elif required:
            self.problem(key, f"'{key}' is missing", required)
        return ""

    def id(self, key: str, form: re.Pattern[str], remedy: str) -> str:
        """A short code of the given form; "" where it is missing or of another form."""
        value = self.text(key, required=remedy)
        if value and form.fullmatch(value) is None:
            self.problem(key, f"'{key}' cannot be used as written", remedy)
            return ""
        return value

    def choice(self, key: str, choices: Iterable[str], *, required: bool = True) -> str:
        """One of the given codes."""
        names = list(choices)
        list_of = f"write one of {', '.join(names)}"
        value = self.text(key, required=list_of if required else "")
        if value and value not in names:
            self.problem(key, f"'{key}' is {named(value)}", did_you_mean(value, names, list_of))
            return ""
        return value

    def number(self, key: str) -> int | None:
        """A whole number, or nothing."""
        value = self.section.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self.problem(key, f"'{key}' is not a whole number", "write a whole number")
        return None

    def texts(self, key: str, *, required: str = "") -> tuple[str, ...]:
        """A list of texts."""
        value = self.section.get(key)
        if not isinstance(value, Items):
            if value is not None:
                self.problem(key, f"'{key}' is not a list", f"write {key}: [one, another]")
            elif required:
                self.problem(key, f"'{key}' is missing", required)
            return ()
        if required and not value:
            self.problem(key, f"'{key}' is empty", required)
        for item, line in zip(value, value.lines, strict=True):
            if not isinstance(item, str) or not item.strip():
                what = f"{self.name}: something in '{key}' is not a text"
                self.problems.append(Problem(self.file, line, what, "put it in quotes"))
        return tuple(item for item in value if isinstance(item, str))

    def codes(self, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """A list of known codes; another word in it is noted and left out."""
        given = self.texts(key)
        for code in given:
            if code not in known:
                what = f"'{key}' has a word that is not known: {named(code)}"
                self.problem(key, what, f"use {', '.join(known)}")
        return tuple(code for code in given if code in known)

    def wording(self, key: str, *, required: str = "") -> Wording:
        """A text of the instrument."""
        return self.page.wording(self.text(key, required=required))

    def wordings(self, key: str, *, required: str = "") -> tuple[Wording, ...]:
        """A list of texts of the instrument."""
        return tuple(self.page.wording(text) for text in self.texts(key, required=required))

    def must_be(self, key: str, wanted: bool, why: str) -> None:
        """A declaration that every instrument makes in the same way."""
        if self.section.get(key) is not wanted:
            word = "true" if wanted else "false"
            self.problem(key, f"'{key}' is not {word}", f"write {key}: {word}; {why}")


def _about(key: str, names: set[str]) -> tuple[str, str]:
    if counting_key(key):
        return f"{named(key)} would make a number of a person", "remove it; nothing is counted here"
    if computed_key(key):
        what = f"{named(key)} would let the software judge"
        return what, "remove it; a person judges, and the software suggests nothing"
    remedy = f"use one of {', '.join(sorted(names))}, or remove it"
    nearest = did_you_mean(key, names, remedy) if is_code(key) else remedy
    return f"{named(key)} is not a known key", nearest
