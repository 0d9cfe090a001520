"""The report for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from standards.instants import Instant, format_instant
from throughcare.report.lengths import Lengths, Spell
from throughcare.report.model import Line, Report, Rule
from throughcare.report.sentences import sentence
from throughcare.report.summary import RuleSummary, Summary, remedies
from throughcare.report.words import citation

_DIGITS = 2


def render_json(summary: Summary) -> str:
    """The whole report as JSON, one finding a line.

    `complete` is the last key: a text cut short lacks it.
    """
    parts = [f"{json.dumps(key)}: {_written(value)}" for key, value in as_json(summary).items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def as_json(summary: Summary) -> dict[str, Any]:
    """The report as plain values."""
    report = summary.report
    parts = summary.rules
    return {
        "files": list(report.files),
        "as_of": format_instant(report.as_of, report.zone),
        "as_of_from_clock": report.as_of_from_clock,
        "known_at": format_instant(report.known_at, report.zone),
        "zone": report.zone,
        "engine": report.engine,
        "profile": report.profile,
        "rulebook_digest": report.digest,
        "rows": _rows(report),
        "assumptions": [asdict(assumed) for assumed in report.assumptions],
        "summary": {rule: part.counts for rule, part in parts.items()},
        "rules": {rule: _rule(report, part.rule) for rule, part in parts.items()},
        "places": {rule: part.places for rule, part in parts.items()},
        "months": {rule: part.months for rule, part in parts.items()},
        "groups": {rule: part.groups for rule, part in parts.items()},
        "lengths": {
            rule: _lengths(part.lengths, report.as_of)
            for rule, part in parts.items()
            if part.lengths is not None
        },
        "unknowns": [_unknown(report, part) for part in parts.values() if part.counts["unknown"]],
        "coverage": {
            "answerable": list(report.answerable),
            "partly": {
                rule: list(part.rule.lacking) for rule, part in parts.items() if part.rule.lacking
            },
            "not_answerable": [asdict(rule) for rule in report.unanswered],
        },
        "notices": list(report.notices),
        "findings": [_finding(report, line) for line in report.lines],
        "complete": True,
    }


def _written(value: Any) -> str:
    if isinstance(value, list) and value:
        items = (json.dumps(item, ensure_ascii=False) for item in value)
        return "[\n" + ",\n".join(items) + "\n]"
    return json.dumps(value, ensure_ascii=False)


def _rows(report: Report) -> dict[str, Any]:
    damaged = [asdict(row) for row in report.damaged]
    return {"read": report.read, "accepted": report.accepted, "damaged": damaged}


def _rule(report: Report, rule: Rule) -> dict[str, Any]:
    confirmed = rule.confirmed_on.isoformat() if rule.confirmed_on else None
    return {
        "cite": citation(rule.id, rule.cite),
        "title": rule.title,
        "says": rule.says,
        "severity": rule.severity,
        "number_set_by": rule.set_by,
        "number_note": rule.set_by_note,
        "profile_values": list(rule.laid_over),
        "confirmed_on": confirmed,
        "confirmed": confirmed is not None,
        "answerable": rule.id in report.answerable,
    }


def _unknown(report: Report, part: RuleSummary) -> dict[str, Any]:
    return {
        "rule": part.rule.id,
        "count": part.counts["unknown"],
        "record": list(remedies(report, part.rule)),
    }


def _finding(report: Report, line: Line) -> dict[str, Any]:
    found, rule = line.finding, report.rules[line.finding.rule]
    return {
        **found.as_json(line.zone),
        "key": found.key,
        "duty": format_instant(found.duty, line.zone),
        "severity": rule.severity,
        "place": line.place,
        "labels": dict(line.labels),
        "evidence": list(found.evidence),
        "source": [asdict(source) for source in line.source],
        "says": sentence(line, rule, report.as_of),
    }


def _lengths(lengths: Lengths, as_of: Instant) -> dict[str, Any]:
    return {
        "unit": lengths.unit,
        "limit": round(lengths.limit, _DIGITS),
        "ended": len(lengths.ended),
        "ended_over": lengths.ended_over,
        "ended_within": lengths.ended_within,
        "still_open": len(lengths.open),
        "median": _rounded(lengths.median),
        "mean": _rounded(lengths.mean),
        "distribution": [asdict(bar) for bar in lengths.bars],
        "longest": [_spell(spell, lengths, as_of) for spell in lengths.longest],
        "open": [_spell(spell, lengths, as_of) for spell in lengths.open],
    }


def _spell(spell: Spell, lengths: Lengths, as_of: Instant) -> dict[str, Any]:
    line = spell.line
    until = None if spell.is_open else line.finding.until
    return {
        "who": line.finding.who,
        "place": line.place,
        "from": format_instant(line.finding.duty, line.zone),
        "to": None if until is None else format_instant(until, line.zone),
        "length": _rounded(lengths.in_units(spell.length)),
        "over": spell.is_over,
        "source": [asdict(source) for source in line.source],
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, _DIGITS)
