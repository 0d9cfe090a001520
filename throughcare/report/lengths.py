"""How long spells lasted, for the rules that limit a length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from statistics import mean, median

from standards.checks import Check, MaxDuration
from standards.civil import to_wall
from standards.durations import Duration
from standards.findings import Status
from standards.instants import DAY, HOUR, Instant
from throughcare.report.model import Line

_STEPS = (3, 4, 5, 2, 1)  # how many bars may lead up to the limit, the best number first
_REACH = 6  # the picture goes to six times the limit; one last bar holds the rest
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Spell:
    """One joined spell. `length` and `limit` are microseconds on the clock of its place."""

    line: Line
    length: int
    limit: int
    is_open: bool

    @property
    def is_over(self) -> bool:
        """Whether it lasted longer than allowed."""
        return self.line.finding.status == Status.BREACHED


@dataclass(frozen=True, slots=True)
class Bar:
    """How many spells lasted longer than `low` and at most `high` units; None has no end."""

    low: float
    high: float | None
    ended: int
    open: int
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """The lengths of all spells of one rule, in `unit` (days or hours).

    `limit` is what is `allowed`, in that unit.
    """

    allowed: Duration
    limit: float
    unit: str
    spells: tuple[Spell, ...]
    bars: tuple[Bar, ...]

    @property
    def ended(self) -> list[Spell]:
        """The spells that are over."""
        return [spell for spell in self.spells if not spell.is_open]

    @property
    def open(self) -> list[Spell]:
        """The spells still going on, the longest first."""
        return _longest_first(spell for spell in self.spells if spell.is_open)

    @property
    def longest(self) -> list[Spell]:
        """The longest spells that have ended, the longest first."""
        return _longest_first(self.ended)[:_LONGEST]

    @property
    def ended_over(self) -> int:
        """How many of the ended spells lasted longer than allowed."""
        return sum(spell.is_over for spell in self.ended)

    @property
    def ended_within(self) -> int:
        """How many of the ended spells kept to the limit."""
        return len(self.ended) - self.ended_over

    def in_units(self, length: float) -> float:
        """A length in days or hours."""
        return length / _size(self.unit)

    @property
    def median(self) -> float | None:
        """The middle length of the ended spells."""
        return self.in_units(median(s.length for s in self.ended)) if self.ended else None

    @property
    def mean(self) -> float | None:
        """The mean length of the ended spells."""
        return self.in_units(mean(s.length for s in self.ended)) if self.ended else None


def measure_spells(check: Check, lines: Iterable[Line], as_of: Instant) -> Lengths | None:
    """The lengths of the spells of a rule that limits them; None for any other rule."""
    if not isinstance(check, MaxDuration):
        return None
    spells = _spells(check.limit, lines, as_of)
    unit = "days" if check.limit.is_civil else "hours"
    limit = _usual(check.limit) / _size(unit)
    bars = _bars(spells, limit)
    return Lengths(allowed=check.limit, limit=limit, unit=unit, spells=spells, bars=bars)


def _spells(limit: Duration, lines: Iterable[Line], as_of: Instant) -> tuple[Spell, ...]:
    """One spell for each duty with a known length."""
    spells: dict[tuple[str, str, str, int], Spell] = {}
    for line in lines:
        found = line.finding
        if found.status in (Status.UNKNOWN, Status.LAPSED):
            continue
        # A spell that is due has its deadline in `until`; only `met` and `breached` say the end.
        ended = found.status in (Status.MET, Status.BREACHED) and found.until is not None
        end = found.until if ended and found.until is not None else as_of
        spells[line.duty] = Spell(
            line=line,
            length=to_wall(end, line.zone) - to_wall(found.duty, line.zone),
            limit=to_wall(limit.after(found.duty, line.zone), line.zone)
            - to_wall(found.duty, line.zone),
            is_open=not ended,
        )
    return tuple(spells.values())


def _bars(spells: tuple[Spell, ...], limit: float) -> tuple[Bar, ...]:
    """Bars of an equal part of the limit each, so that the limit falls between two bars."""
    steps = next((steps for steps in _STEPS if limit % steps == 0), _STEPS[0])
    count = steps * _REACH
    ended, still_open = [0] * (count + 1), [0] * (count + 1)
    for spell in spells:
        # A length that fills a bar to its edge belongs to it: the limit itself is allowed.
        position = min(max(ceil(steps * spell.length / max(spell.limit, 1)), 1) - 1, count)
        (still_open if spell.is_open else ended)[position] += 1
    step = limit / steps
    return tuple(
        Bar(
            low=step * index,
            high=None if index == count else step * (index + 1),
            ended=ended[index],
            open=still_open[index],
            over=index >= steps,
        )
        for index in range(count + 1)
    )


def _longest_first(spells: Iterable[Spell]) -> list[Spell]:
    return sorted(spells, key=lambda spell: (-spell.length, spell.line.finding.who))


def _usual(limit: Duration) -> int:
    """The limit in microseconds, a month being thirty days: for the labels of a picture."""
    return (limit.months * 30 + limit.days) * DAY + limit.elapsed


def _size(unit: str) -> int:
    return DAY if unit == "days" else HOUR
