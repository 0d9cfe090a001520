"""What an explanation is made of: steps, records and a timeline; each form is a view of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from standards.instants import Instant
from standards.records import Record
from throughcare.report.model import Line, Report, Rule, Source

# What each sign of the drawing means.
SIGNS = {
    "=": "within the rule",
    "#": "against the rule",
    ".": "a break",
    "-": "still to come",
    "?": "the records do not say",
    "o": "happened",
    "!": "a limit or deadline",
    ">": "still going on",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning, and the records that it rests on."""

    text: str
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment of the timeline, what happened then, and the sign in the drawing if any."""

    at: Instant
    text: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the drawing. An end of None runs on past the last moment."""

    start: Instant
    end: Instant
    sign: str


@dataclass(slots=True)
class Telling:
    """The reasoning about one finding while it is being put together."""

    zone: str
    steps: list[Step] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)

    def say(self, text: str, *records: str) -> None:
        """Add a step."""
        self.steps.append(Step(text, tuple(dict.fromkeys(records))))

    def mark(self, at: Instant, text: str, sign: str = "") -> None:
        """Add a moment, once."""
        mark = Mark(at, text, sign)
        if mark not in self.marks:
            self.marks.append(mark)

    def bar(self, start: Instant, end: Instant, sign: str) -> None:
        """Add a stretch, if it has any length."""
        if start < end:
            self.bars.append(Bar(start, end, sign))


@dataclass(frozen=True, slots=True)
class Told:
    """A finding explained: how the answer follows, what it is, and what could be done."""

    line: Line
    steps: tuple[Step, ...]
    conclusion: str
    next: tuple[str, ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class UsedRecord:
    """A record as a reader sees it. `fate` says why it does not count, if it does not."""

    record: Record
    number: int
    what: str
    when: tuple[str, ...]
    entered: tuple[str, ...]
    source: Source | None
    fate: str = ""
    of_another: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything that is said of one rule and one person.

    `nothing` says why there is no finding, where there is none.
    """

    report: Report
    rule: Rule
    person: str
    rule_words: tuple[str, ...]
    told: tuple[Told, ...]
    nothing: tuple[Step, ...]
    records: tuple[UsedRecord, ...]
    set_aside: tuple[UsedRecord, ...]
    knowledge: tuple[str, ...]
    challenge: tuple[str, ...]
