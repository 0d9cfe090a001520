"""The explanation for programs."""

from __future__ import annotations

import json
from typing import Any

from standards.instants import Instant, format_instant
from throughcare.explain.model import Explanation, Step, Told, UsedRecord
from throughcare.report.sentences import sentence
from throughcare.report.words import citation


def render_json(said: Explanation) -> str:
    """The whole explanation as JSON. `complete` is the last key: a text cut short lacks it."""
    return json.dumps(as_json(said), ensure_ascii=False, indent=1) + "\n"


def as_json(said: Explanation) -> dict[str, Any]:
    """The explanation as plain values."""
    report, rule = said.report, said.rule
    return {
        "rule": {
            "id": rule.id,
            "cite": citation(rule.id, rule.cite),
            "title": rule.title,
            "says": rule.says,
            "set_by": rule.set_by,
            "words": list(said.rule_words),
        },
        "person": said.person,
        "as_of": format_instant(report.as_of, report.zone),
        "as_of_from_clock": report.as_of_from_clock,
        "known_at": format_instant(report.known_at, report.zone),
        "zone": report.zone,
        "profile": report.profile,
        "findings": [_finding(said, told) for told in said.told],
        "nothing": [_step(step) for step in said.nothing],
        "records": [_record(used, report.zone) for used in said.records],
        "set_aside": [_record(used, report.zone) for used in said.set_aside],
        "timeline": _timeline(said),
        "assumptions": [
            {"name": a.name, "text": a.text, "records_touched": a.records_touched}
            for a in report.assumptions
        ],
        "knowledge": list(said.knowledge),
        "challenge": list(said.challenge),
        "confirmed": rule.confirmed_on is not None,
        "confirmed_on": None if rule.confirmed_on is None else rule.confirmed_on.isoformat(),
        "complete": True,
    }


def _finding(said: Explanation, told: Told) -> dict[str, Any]:
    found, zone = told.line.finding, told.line.zone
    return {
        **found.as_json(zone),
        "key": found.key,
        "duty": format_instant(found.duty, zone),
        "says": sentence(told.line, said.rule, said.report.as_of),
        "reasoning": [_step(step) for step in told.steps],
        "conclusion": told.conclusion,
        "next": list(told.next),
        "evidence": list(found.evidence),
    }


def _step(step: Step) -> dict[str, Any]:
    return {"text": step.text, "records": list(step.records)}


def _record(used: UsedRecord, zone: str) -> dict[str, Any]:
    record = used.record
    instants = {
        "at": record.at, "from": record.since, "to": record.until, "planned_at": record.planned_at,
        "made_at": record.made_at, "recorded_at": record.recorded_at,
        "voided_at": record.voided_at,
    }  # fmt: skip
    source = used.source
    return {
        "id": record.id,
        "type": record.type,
        # Who the other one is stays out of an answer that is about this person.
        "of_another": used.of_another,
        **{name: _instant(at, record.zone or zone) for name, at in instants.items()},
        "place": None if used.of_another else record.place,
        "supersedes": record.supersedes,
        "source": None if source is None else {"file": source.file, "row": source.row},
        "counts": not used.fate,
        "why_not": used.fate or None,
    }


def _instant(at: Instant | None, zone: str) -> str | None:
    return None if at is None else format_instant(at, zone)


def _timeline(said: Explanation) -> list[dict[str, Any]]:
    """The moments of all findings in order, each once."""
    moments = {
        (mark.at, told.line.zone, mark.text): mark.sign for told in said.told for mark in told.marks
    }
    return [
        {"at": format_instant(at, zone), "text": text, "limit": moments[at, zone, text] == "!"}
        for at, zone, text in sorted(moments)
    ]
