"""Every text of an instrument with its line, for whoever looks for words in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from standards.rulebook.located import Items, Section
from throughcare.casework.assessment.instruments.naming import is_code
from throughcare.kernel.folding import Word, words_of

# The head is no question to anybody; names of tools, holders and studies are what they are.
HEAD: Final = frozenset(
    {"version", "language", "status", "licence", "studies", "scoring", "validity_days", "requires",
     "not_for", "untried_persons", "type", "chosen_by", "allow"}
)  # fmt: skip
# These say what must not count, so they have to name it.
MUST_NOT_COUNT: Final = frozenset({"not", "never_evidence"})
_ANCHORS: Final = "anchors"


@dataclass(frozen=True, slots=True)
class Said:
    """One text as words: below which id and key, at which line."""

    where: str
    key: str
    line: int
    words: Sequence[Word]

    @property
    def place(self) -> str:
        """Where it stands, in words for a message."""
        return f"{self.where}, '{self.key}'" if self.where else f"'{self.key}'"


def texts_of(top: Section, leave_out: frozenset[str]) -> Iterator[Said]:
    """Every text below the section, but for what stands below one of the keys left out."""
    yield from _in_section(top, "", "", leave_out)


def _in_section(part: Section, where: str, key: str, leave_out: frozenset[str]) -> Iterator[Said]:
    own = part.get("id")
    inside = str(own) if is_code(own) and key else where
    for name, value in part.items():
        if name not in leave_out:
            shown = key if key == _ANCHORS else name
            yield from _in_value(value, inside, shown, part.line_of(name), leave_out)


def _in_value(
    value: Any, where: str, key: str, line: int, leave_out: frozenset[str]
) -> Iterator[Said]:
    if isinstance(value, Section):
        yield from _in_section(value, where, key, leave_out)
    elif isinstance(value, Items):
        for item, its_line in zip(value, value.lines, strict=True):
            yield from _in_value(item, where, key, its_line, leave_out)
    elif isinstance(value, str):
        yield Said(where, key, line, words_of(value))
