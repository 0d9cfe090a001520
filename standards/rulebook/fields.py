"""Reading the keys of a Section by kind; what does not fit becomes a Problem, never a guess."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from standards.durations import ZERO, BadDuration, Duration, parse_duration
from standards.rulebook.errors import Problem
from standards.rulebook.located import Items, Section
from standards.rulebook.nearest import did_you_mean


class Fields:
    """One Section being read; `problems` collects what is wrong with it."""

    def __init__(self, section: Section, file: str, problems: list[Problem], name: str) -> None:
        self.section = section
        self.file = file
        self.problems = problems
        self.name = name

    def problem(self, key: str, what: str, remedy: str) -> None:
        """Note a problem at the line of the key."""
        line = self.section.line_of(key)
        self.problems.append(Problem(self.file, line, f"{self.name}: {what}", remedy))

    def only(self, allowed: Iterable[str]) -> None:
        """Refuse keys that nobody reads: a misspelt key must not be silence."""
        names = set(allowed)
        for key in self.section:
            if key not in names:
                remedy = did_you_mean(key, names, "remove the key")
                self.problem(key, f"'{key}' is not a known key", remedy)

    def has(self, key: str) -> bool:
        """Is the key there with a value?"""
        return self.section.get(key) is not None

    def text(self, key: str, *, required: str = "") -> str:
        """A text. `required` says what to write where it is missing."""
        value = self.section.get(key)
        if isinstance(value, str) and value.strip():
            return value
        if value is not None and value != "":
            # The number read may have lost a zero: 58.10 reads as 58.1.
            remedy = "put it in quotes, as it was written"
            self.problem(key, f"'{key}' is not a text: {value!r}", remedy)
            return str(value)
        if required:
            self.problem(key, f"'{key}' is missing", required)
        return ""

    def choice(self, key: str, choices: Iterable[str], *, required: bool = True) -> str:
        """One of the given words."""
        names = list(choices)
        value = self.text(key, required=f"write one of {', '.join(names)}" if required else "")
        if value and value not in names:
            remedy = did_you_mean(value, names, f"write one of {', '.join(names)}")
            self.problem(key, f"'{key}' is '{value}'", remedy)
        return value

    def number(self, key: str) -> int | None:
        """A whole number, or nothing."""
        value = self.section.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self.problem(key, f"'{key}' is not a whole number: {value!r}", "write a whole number")
            return None
        return value

    def truth(self, key: str) -> bool:
        """True or false; false where it is not written."""
        value = self.section.get(key, False)
        if not isinstance(value, bool):
            self.problem(key, f"'{key}' is neither true nor false", "write true or false")
            return False
        return value

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A calendar day such as 2015-12-17, or nothing."""
        value = self.section.get(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        remedy = "write a date such as 2015-12-17, without quotes"
        if value is not None:
            self.problem(key, f"'{key}' is not a date: {value!r}", remedy)
        elif required:
            self.problem(key, f"the date '{key}' is missing", remedy)
        return None

    def duration(self, key: str) -> Duration:
        """A required duration such as PT22H."""
        value = self.section.get(key)
        try:
            return parse_duration(value if isinstance(value, str) else "")
        except BadDuration as error:
            self.problem(key, f"{key}: {error}", "write P15D for days, PT24H for hours")
            return ZERO

    def texts(self, key: str, *, required: str = "") -> tuple[str, ...]:
        """A list of texts."""
        value = self.section.get(key)
        if value is None:
            if required:
                self.problem(key, f"'{key}' is missing", required)
            return ()
        if not isinstance(value, Items):
            self.problem(key, f"'{key}' is not a list", f"write {key}: [{value}]")
            return ()
        for item, line in zip(value, value.lines, strict=True):
            if not isinstance(item, str):
                what = f"{self.name}: {item!r} in '{key}' is not a text"
                self.problems.append(Problem(self.file, line, what, "put it in quotes"))
        return tuple(str(item) for item in value)

    def part(self, key: str) -> Section | None:
        """A mapping below the key, or nothing."""
        value = self.section.get(key)
        if value is None or isinstance(value, Section):
            return value
        self.problem(key, f"'{key}' has no keys of its own", "write its keys below, indented")
        return None

    def parts(self, key: str) -> list[Section]:
        """A list of mappings below the key; an empty one if there is none."""
        value = self.section.get(key)
        if value is None:
            return []
        if isinstance(value, Items) and all(isinstance(item, Section) for item in value):
            return list(value)
        self.problem(key, f"'{key}' is not a list of entries", "begin each entry with '- '")
        return []


def plain(value: Any) -> Any:
    """A value of a file without its lines."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
