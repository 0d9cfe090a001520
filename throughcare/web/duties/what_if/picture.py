"""The days of a plan, each with how many people something is broken for: a bar for each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import get_language_bidi

from throughcare.duties.queries.what_if import Day

HEIGHT: Final = 120


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, in hundredths across and units down."""

    on: date
    people: int
    x: str
    width: str
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Span:
    """Days after one another with one number: a row of the table."""

    first: date
    last: date
    days: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The picture and its table."""

    height: int
    most: int
    bars: Sequence[Bar]
    spans: Sequence[Span]


def calendar_of(days: Sequence[Day]) -> Calendar:
    """Of every day of the plan."""
    most = max([1, *(one.people for one in days)])
    wide, mirrored = 100 / max(len(days), 1), get_language_bidi()
    bars = []
    for number, one in enumerate(days):
        left = 100 - (number + 1) * wide if mirrored else number * wide
        tall = round(HEIGHT * one.people / most)
        bars.append(
            Bar(one.on, one.people, f"{left:.2f}%", f"{wide:.2f}%", HEIGHT - tall + 2, tall)
        )
    return Calendar(height=HEIGHT + 4, most=most, bars=bars, spans=_spans(days))


def _spans(days: Sequence[Day]) -> list[Span]:
    found: list[Span] = []
    for one in days:
        if found and found[-1].people == one.people:
            last = found.pop()
            found.append(Span(last.first, one.on, last.days + 1, one.people))
        else:
            found.append(Span(one.on, one.on, 1, one.people))
    return found
