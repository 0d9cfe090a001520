"""A calendar as the text that calendar programs read: RFC 5545, no more of it than is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

# RFC 5545, 3.1: a line holds at most 75 octets; the next one goes on after a space.
_OCTETS: Final = 75
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})

Field = tuple[str, str]


def calendar_text(events: Iterable[Sequence[Field]]) -> str:
    """The calendar of these events, each with its fields as `moment` and `words` made them."""
    lines = ["BEGIN:VCALENDAR", "PRODID:-//Throughcare//Team//EN", "VERSION:2.0"]
    for fields in events:
        lines.append("BEGIN:VEVENT")
        for name, value in fields:
            lines += _folded(f"{name}:{value}")
        lines.append("END:VEVENT")
    return "".join(f"{line}\r\n" for line in (*lines, "END:VCALENDAR"))


def moment(at: datetime) -> str:
    """A moment, in UTC."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def words(text: str) -> str:
    """Words, with the signs escaped that mean something in the format."""
    return text.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """A long line in pieces, none cut within a letter."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
