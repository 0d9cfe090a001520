"""Case files: small invented situations with the findings they must give (cases.yaml)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from standards.checks import BadCheck, Check, parse_check
from standards.civil import calendar_day, day_number
from standards.findings import Finding
from standards.instants import (
    BadInstant,
    Instant,
    UnknownZone,
    parse_instant,
    to_datetime,
    zone_info,
)
from standards.records import Archive, Filling, Person, Place, Record
from standards.rulebook.load import Rulebook

_INSTANTS = ("at", "recorded_at", "made_at", "voided_at", "planned_at")
_TEXTS = ("key", "place", "zone", "by_staff", "supersedes", "kind")
_MEASURE_NAMES = {"capacity": "certified_capacity"}
_UNKNOWN_VALUES = ("not_known", "none")
_CASE_KEYS = frozenset(
    [
        "id",
        "title",
        "rule",
        "pattern",
        "tags",
        "zone",
        "as_of",
        "known_at",
        "settings",
        "persons",
        "places",
        "records",
        "expected",
        "kept",
        "assumptions",
        "note",
    ]
)


class BadCase(ValueError):
    """A case file that cannot be read; the message names the case and what is wrong."""


@dataclass(frozen=True, slots=True)
class Case:
    """One situation: what to evaluate, when, and what must come out (None if not told)."""

    id: str
    title: str
    rule: str
    settings: Mapping[str, Any]
    archive: Archive
    as_of: Instant
    known_at: Instant
    expected: list[Mapping[str, Any]] | None


def read_cases(path: Path) -> list[Case]:
    """All cases of a file. Raises BadCase."""
    try:
        text = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadCase(f"{path}: cannot be read: {error}") from error
    cases = text.get("cases") if isinstance(text, dict) else text
    if not isinstance(cases, list):
        raise BadCase(f"{path}: there is no list 'cases'")
    return [_read_case(path, number, case) for number, case in enumerate(cases, start=1)]


def answer_case(
    case: Case, rulebook: Rulebook, evaluate: Callable[..., list[Finding]]
) -> list[Finding]:
    """What an engine says about a case, with the numbers in force on its day."""
    entry = rulebook.entries.get(case.rule)
    if entry is None:
        raise BadCase(f"{case.id}: there is no rule '{case.rule}'")
    day = to_datetime(case.as_of, case.archive.zone).date()
    raw = entry.effective_on(day)
    if raw is None:
        raise BadCase(f"{case.id}: {case.rule} is not a monitored rule")
    return evaluate(
        case.archive,
        [check_for(case, raw)],
        as_of=case.as_of,
        known_at=case.known_at,
        derivations=rulebook.derivations,
    )


def expected_answers(case: Case) -> list[tuple[object, ...]]:
    """The expected findings in the form of Finding.answer, without the key."""
    return [
        (
            finding.get("rule", case.rule),
            finding["status"],
            str(finding["who"]),
            parse_instant(finding["from"]),
            None if finding.get("to") is None else parse_instant(finding["to"]),
            tuple(sorted(finding.get("flags") or ())),
        )
        for finding in case.expected or ()
    ]


def check_for(case: Case, raw_check: Mapping[str, Any]) -> Check:
    """The rule's check with the settings of the case laid over it. Raises BadCase."""
    try:
        return parse_check(case.rule, {**raw_check, **case.settings})
    except BadCheck as error:
        raise BadCase(f"{case.id}: {error}") from error


def _read_case(path: Path, number: int, case: Any) -> Case:
    name = case.get("id", f"number {number}") if isinstance(case, dict) else f"number {number}"
    where = f"{path}, case {name}"
    try:
        return _build(case)
    except (BadInstant, UnknownZone, ValueError, TypeError, KeyError, AttributeError) as error:
        said = f"'{error.args[0]}' is missing" if isinstance(error, KeyError) else str(error)
        raise BadCase(f"{where}: {said}") from error


def _build(case: Mapping[str, Any]) -> Case:
    unknown = set(case) - _CASE_KEYS
    if unknown:
        raise ValueError(f"unknown keys {', '.join(sorted(unknown))}")
    zone = case.get("zone", "UTC")
    zone_info(zone)
    as_of = parse_instant(case["as_of"])
    archive = Archive(
        zone=zone,
        records=[_record(n, record) for n, record in enumerate(case.get("records") or (), 1)],
        persons={str(p["id"]): _person(p) for p in case.get("persons") or ()},
        places={str(p["id"]): _place(p) for p in case.get("places") or ()},
        kept=frozenset(case["kept"]) if "kept" in case else None,
        assumptions=frozenset(case.get("assumptions") or ()),
    )
    return Case(
        id=str(case["id"]),
        title=str(case.get("title", "")),
        rule=str(case["rule"]),
        settings=case.get("settings") or {},
        archive=archive,
        as_of=as_of,
        known_at=parse_instant(case["known_at"]) if case.get("known_at") else as_of,
        expected=case.get("expected"),
    )


def _record(number: int, raw: Mapping[str, Any]) -> Record:
    written: dict[str, Any] = {name: _instant(raw.get(name)) for name in _INSTANTS}
    written |= {name: _text(raw.get(name)) for name in _TEXTS}
    if written["zone"] is not None:
        zone_info(written["zone"])
    record = Record(
        id=_text(raw.get("id")) or f"record {number}",
        type=str(raw["type"]),
        who=_text(raw.get("who")),
        since=_instant(raw.get("from")),
        until=_instant(raw.get("to")),
        amount=None if raw.get("amount") is None else float(raw["amount"]),
        **written,
    )
    fields = raw.get("fields")
    if not fields:
        return record
    fillings = {
        name if "." in name else f"{record.type}.{name}": _filling(value, record)
        for name, value in fields.items()
    }
    return replace(record, fields=fillings)


def _filling(value: Any, record: Record) -> Filling:
    """A field: the instant of its entry, null, or a mapping with value, entered_at, reason."""
    if value is None:
        return Filling(entered_at=None)
    if isinstance(value, Mapping):
        moment = next((value[k] for k in ("entered_at", "recorded_at", "at") if value.get(k)), None)
        entered = _instant(moment) if moment is not None else record.known_from
        if value.get("value", True) is None:
            return Filling(entered_at=None)
        unknown = value.get("value") in _UNKNOWN_VALUES
        return Filling(entered, unknown=unknown, reasoned=bool(value.get("reason")))
    if value in _UNKNOWN_VALUES:
        return Filling(record.known_from, unknown=True)
    try:
        return Filling(parse_instant(value))
    except BadInstant:
        return Filling(record.known_from)


def _instant(value: Any) -> Instant | None:
    return None if value is None else parse_instant(value)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _person(raw: Mapping[str, Any]) -> Person:
    born = raw.get("birth_date")
    day, latest = _birth_date(born) if born is not None else (None, False)
    return Person(
        id=str(raw["id"]),
        birth_date=day,
        birth_date_is_latest=latest,
        sex=_text(raw.get("sex")),
        zone=_text(raw.get("zone")),
    )


def _birth_date(text: Any) -> tuple[date, bool]:
    """A birth date; one known by year or month only stands for its last day."""
    if isinstance(text, date):
        return text, False
    parts = str(text).split("-")
    if len(parts) == 1:
        return date(int(parts[0]), 12, 31), True
    if len(parts) == 2:
        first = date(int(parts[0]), int(parts[1]), 1)
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return calendar_day(day_number(after) - 1), True
    return date.fromisoformat(str(text)), False


def _place(raw: Mapping[str, Any]) -> Place:
    measures = {
        _MEASURE_NAMES.get(name, name): float(value)
        for name, value in raw.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
    return Place(
        id=str(raw["id"]),
        measures=measures,
        closed=raw.get("closed"),
        zone=_text(raw.get("zone")),
    )
