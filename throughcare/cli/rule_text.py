"""A rule as text for a reader and as JSON for a program."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any

from standards.rulebook.entry import NOT_CONFIRMED, Entry, ProfileValue
from standards.rulebook.fields import plain
from standards.rulebook.model import Rulebook

WIDTH = 96
_ID, _KIND, _SEVERITY = 24, 10, 9


def listed_rule(entry: Entry) -> dict[str, object]:
    """One line of `throughcare rules list --format json`."""
    return {
        "id": entry.id,
        "cite": entry.cite,
        "title": entry.title,
        "kind": entry.kind,
        "severity": entry.severity or None,
        "applies_to": list(entry.applies_to),
        "pattern": entry.pattern or None,
        "set_by": entry.set_by or None,
        "checked_on": entry.checked_on.isoformat() if entry.checked_on else None,
        "instrument": entry.instrument,
        "chapter": entry.chapter,
        "file": entry.file,
    }


def full_rule(entry: Entry, rulebook: Rulebook, on: date) -> dict[str, object]:
    """Everything that is known of a rule, with the numbers in force on the day."""
    return {
        **listed_rule(entry),
        "line": entry.line,
        "number": entry.number,
        "says": entry.says,
        "reference": entry.reference,
        "adopted": entry.adopted.isoformat(),
        "part": entry.part,
        "confirmed": entry.confirmed,
        "text_note": entry.text_note or None,
        "check": plain(entry.effective_on(on)),
        "check_on": on.isoformat(),
        "values": [
            {"from": dated.since.isoformat(), **plain(dated.values)} for dated in entry.values
        ],
        "set_by_note": entry.set_by_note or None,
        "question": entry.question or None,
        "answers": list(entry.answers),
        "evidence": list(entry.evidence),
        "ask_every": str(entry.ask_every) if entry.ask_every is not None else None,
        "derivation": entry.derivation or None,
        "age_rule": dict(entry.age_rule) or None,
        "note": entry.note or None,
        "mended": entry.mended or None,
        "needs": list(entry.needs),
        "related": list(entry.related),
        "sources": [
            {"source": source.name, "at": source.at, "confidence": source.confidence}
            for source in entry.sources
        ],
        "profile": rulebook.profile.id if rulebook.profile is not None else None,
        "country_values": [_country_value(value) for value in entry.laid_over],
    }


def _country_value(value: ProfileValue) -> dict[str, object]:
    return {
        "parameter": value.parameter,
        "value": value.value,
        "from": value.since.isoformat() if value.since else None,
        "source": value.source,
        "date": value.source_date or None,
        "confidence": value.confidence,
        "confirmed": value.confirmed,
        "confirmed_by": value.confirmed_by or None,
        "standing": value.standing,
        "note": value.note or None,
    }


def rule_table(entries: Sequence[Entry]) -> str:
    """A line for each rule, below the chapter it stands in."""
    lines: list[str] = []
    chapter = ""
    for entry in entries:
        own = f"{entry.instrument}: {entry.chapter}"
        if own != chapter:
            chapter = own
            lines += ["", *textwrap.wrap(own, WIDTH)]
        kind = f"{entry.kind:{_KIND}} {entry.severity:{_SEVERITY}}"
        lines.append(f"  {entry.id:{_ID}} {kind} {entry.title}")
    count = f"{len(entries)} rule{'' if len(entries) == 1 else 's'}."
    waiting = sum(entry.checked_on is None for entry in entries)
    if waiting:
        who = "Each of them" if waiting == len(entries) else f"{waiting} of them"
        count += f" {who}: {NOT_CONFIRMED}."
    return "\n".join([*lines[1:], "", count] if lines else [count])


def rule_page(entry: Entry, rulebook: Rulebook, on: date) -> str:
    """One rule on a page."""
    lines = [f"{entry.id}  {entry.title}", ""]
    lines += textwrap.wrap(entry.says, WIDTH)
    lines += [
        "",
        *_row("Cited as", entry.cite),
        *_row("Instrument", f"{entry.instrument}; {entry.reference}; {_adopted(entry.adopted)}"),
        *_row("Chapter", entry.chapter),
        *_row("Kind", " ".join(filter(None, (entry.kind, entry.severity)))),
        *_row("About", ", ".join(entry.applies_to)),
        *_row("Confirmed", entry.confirmed),
        *_row("Words", entry.text_note),
    ]
    lines += _check_rows(entry, rulebook, on)
    lines += _country_rows(entry, rulebook)
    lines += _question_rows(entry)
    lines += _row("Derived state", entry.derivation)
    for key, said in entry.age_rule.items():
        lines += _row(key.replace("_", " "), said)
    lines += _row("Note", entry.note)
    lines += _row("Mended", entry.mended)
    for source in entry.sources:
        at = f", {source.at}" if source.at else ""
        lines += _row("Source", f"{source.name}{at} (confidence {source.confidence})")
    lines += _row("Needs", ", ".join(entry.needs))
    lines += _row("Related", ", ".join(entry.related))
    lines += _row("Written in", f"{entry.file}:{entry.line}")
    return "\n".join(lines)


def _adopted(day: date) -> str:
    """A day; a source known by its year alone stands in the rulebook for 1 January of it."""
    return str(day.year) if (day.month, day.day) == (1, 1) else day.isoformat()


def _check_rows(entry: Entry, rulebook: Rulebook, on: date) -> list[str]:
    check, written = entry.effective_on(on), entry.written_on(on)
    if check is None or written is None:
        return []
    country = rulebook.profile.name if rulebook.profile is not None else ""
    lines = ["", f"Check, with the numbers in force on {on}"]
    for key, value in check.items():
        before = _value(written[key]) if key in written else "no number"
        of = "" if value == written.get(key) else f"  ({country}; the instrument has {before})"
        lines.append(f"  {key:16} {_value(value)}{of}")
    set_by = "the instrument" if entry.set_by == "rule" else "policy, to be confirmed locally"
    return [*lines, "", *_row("Numbers set by", set_by), *_row("", entry.set_by_note)]


def _country_rows(entry: Entry, rulebook: Rulebook) -> list[str]:
    """The country's values; one that nobody has confirmed says so."""
    if rulebook.profile is None:
        return []
    if not entry.laid_over:
        return _row("Country", f"{rulebook.profile.name} changes nothing here")
    lines = []
    for value in entry.laid_over:
        said = f"{rulebook.profile.name}: {value.parameter} {value.value}, {value.source}"
        lines += _row("Country", f"{said} ({value.standing}; the stricter of the two applies)")
        lines += _row("", value.note)
    return lines


def _question_rows(entry: Entry) -> list[str]:
    if not entry.question:
        return []
    lines = ["", *_row("Question", entry.question), *_row("Answers", ", ".join(entry.answers))]
    for one in entry.evidence:
        lines += _row("Evidence", one)
    return [*lines, *_row("Asked every", str(entry.ask_every))]


def _row(name: str, text: str) -> list[str]:
    """A name and its text, wrapped; nothing where there is no text."""
    if not text:
        return []
    return textwrap.wrap(text, WIDTH, initial_indent=f"{name:16} ", subsequent_indent=" " * 17)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {item}" for key, item in value.items())
    return str(value)
