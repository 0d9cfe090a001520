"""The explanation as plain text of 80 columns that can be read aloud."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from standards.civil import to_wall
from standards.findings import Status
from standards.instants import DAY
from throughcare.explain.conclusions import NOTHING
from throughcare.explain.drawing import draw
from throughcare.explain.model import Explanation, Step, Told, UsedRecord
from throughcare.explain.words import capital, full, isolated
from throughcare.report.preface import NO_ASSUMPTION
from throughcare.report.sentences import sentence
from throughcare.report.words import STATUS_WORDS, citation, plural

WIDTH = 80
_MOST_REASONS = 2
_MOST_RECORDS = 20
DAYS_ONLY = (
    "Every time in these records is 00:00. A day that is written without an hour is read so."
)


def render_text(said: Explanation) -> str:
    """The whole explanation."""
    numbers = {r.record.id: r.number for r in (*said.records, *said.set_aside)}
    blocks = [
        _head(said),
        _titled("In short", _short(said)),
        _titled("What the rule says", _bullets(said.rule_words)),
        _titled("What the records say", _records(said)),
    ]
    seen: set[str] = set()
    for index, told in enumerate(said.told):
        many = f", answer {index + 1} of {len(said.told)}" if len(said.told) > 1 else ""
        blocks.append(_titled(f"How the answer follows{many}", _reasoning(told, numbers, seen)))
        blocks.append(_titled(f"Timeline{many}", _timeline(told, said)))
    if said.nothing:
        blocks.append(_titled("How the answer follows", _steps(said.nothing, numbers)))
    blocks.append(_titled("What can be done", _bullets(_next(said))))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _head(said: Explanation) -> list[str]:
    report, rule = said.report, said.rule
    clock = " (read from the clock of this computer)" if report.as_of_from_clock else ""
    return [
        *_wrap(f"{rule.title.upper()}"),
        *_wrap(f"{citation(rule.id, rule.cite)} (in our rulebook: {rule.id})"),
        f"About: {isolated(said.person)}",
        *_wrap(f"As of {full(report.as_of, report.zone)}{clock}. Times are those of "
               f"{report.zone.replace('_', ' ')}."),
        "=" * WIDTH,
    ]  # fmt: skip


def _short(said: Explanation) -> list[str]:
    if not said.told:
        why = [step.text for step in said.nothing[1:-1][:_MOST_REASONS]]
        return _wrap(" ".join([said.nothing[-1].text, *why]), indent=2)
    lines = []
    for told in said.told:
        status = STATUS_WORDS[told.line.finding.status]
        lines += _wrap(f"{status}. {told.conclusion}", indent=2)
        if status != STATUS_WORDS[Status.UNKNOWN]:
            lines += _wrap(sentence(told.line, said.rule, said.report.as_of), indent=4)
    return lines


def _records(said: Explanation) -> list[str]:
    lines = [part for text in said.knowledge for part in _wrap(text, indent=2)]
    lines += _wrap(DAYS_ONLY, indent=2) if _only_days(said) else []
    if not said.records:
        lines.append("  No record bears on this answer.")
    for record in said.records[:_MOST_RECORDS]:
        lines += _record(record)
    if len(said.records) > _MOST_RECORDS:
        more = plural(len(said.records) - _MOST_RECORDS, "more record")
        lines += ["", *_wrap(f"And {more}: `--format json` shows each.", indent=2)]
    if said.set_aside:
        lines += ["", "  On file, but not counted:"]
        for record in said.set_aside:
            lines += _record(record)
    lines += ["", "  Assumptions:"]
    for assumed in said.report.assumptions:
        touched = plural(assumed.records_touched, "record")
        lines += _wrap(f"- {assumed.text} It touches {touched} of the data.", indent=2, hang=4)
    if not said.report.assumptions:
        lines += _wrap(f"- {NO_ASSUMPTION}", indent=2, hang=4)
    return lines


def _only_days(said: Explanation) -> bool:
    """Is every moment of the records the beginning of a day?"""
    moments = [
        at
        for used in said.records
        for at in (used.record.at, used.record.since, used.record.until)
        if at is not None
    ]
    return bool(moments) and all(to_wall(at, said.report.zone) % DAY == 0 for at in moments)


def _record(used: UsedRecord) -> list[str]:
    whose = " of somebody who is not named here" if used.of_another else ""
    lines = ["", *_wrap(f"[{used.number}] {capital(used.what)}{whose}", indent=2, hang=6)]
    lines += [part for text in (*used.when, *used.entered) for part in _wrap(f"{text}.", indent=6)]
    if used.source is not None:
        lines += _wrap(f"It stands in {used.source.file}, row {used.source.row}.", indent=6)
    if used.fate:
        lines += _wrap(used.fate, indent=6)
    return lines


def _reasoning(told: Told, numbers: dict[str, int], seen: set[str]) -> list[str]:
    """The steps; those said already for an earlier answer are not said again."""
    new = [step for step in told.steps if step.text not in seen]
    seen.update(step.text for step in told.steps)
    lines = []
    if len(new) < len(told.steps):
        lines.append("  What was said above is not said again.")
    lines += _steps(new, numbers)
    return [*lines, *_wrap(f"Answer: {told.conclusion}", indent=2, hang=10)]


def _steps(steps: Iterable[Step], numbers: dict[str, int]) -> list[str]:
    lines = []
    for index, step in enumerate(steps, start=1):
        known = sorted({numbers[one] for one in step.records if one in numbers})
        where = f" [{', '.join(map(str, known))}]" if known else ""
        lines += _wrap(f"{index:>2}. {step.text}{where}", indent=2, hang=6)
    return lines


def _timeline(told: Told, said: Explanation) -> list[str]:
    lines = draw(told, said.report.as_of)
    lines += ["", "  The same as a list:"] if lines else []
    for mark in told.marks:
        lines += _wrap(f"{full(mark.at, told.line.zone)}: {mark.text}", indent=2, hang=4)
    return lines


def _next(said: Explanation) -> list[str]:
    """What is to be done for each answer; that nothing is, only where that holds for all."""
    acts = [n for told in said.told for n in told.next if n != NOTHING]
    return list(dict.fromkeys([*(acts or [NOTHING]), *said.challenge]))


def _titled(title: str, lines: list[str]) -> list[str]:
    return [title.upper(), *lines] if lines else []


def _bullets(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in _wrap(f"- {text}", indent=2, hang=4)]


def _wrap(text: str, *, indent: int = 0, hang: int | None = None) -> list[str]:
    """Lines of at most 80 columns; a long name is never broken."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hang is None else hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
