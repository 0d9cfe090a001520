"""A finding as a sentence that says what happened, what was owed and by when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from standards.checks import (
    Check,
    MaxDuration,
    Never,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
    Separate,
    WithinRatio,
)
from standards.civil import to_wall
from standards.findings import Finding, Status
from standards.instants import DAY, Instant
from throughcare.report.model import Line, Rule
from throughcare.report.words import (
    FLAG_WORDS,
    citation,
    join_words,
    length_words,
    limit_words,
    moment_words,
    number_words,
    term,
)


def sentence(line: Line, rule: Rule, as_of: Instant) -> str:
    """What a person reads of a finding, with the rule it rests on and what else to know."""
    said = _TELLERS[type(rule.check)](line, rule.check, as_of)
    flags = [FLAG_WORDS[flag] for flag in sorted(line.finding.flags)]
    notes = f"; {'; '.join(flags)}" if flags else ""
    return f"{said[:1].upper()}{said[1:]} ({citation(rule.id, rule.cite)}){notes}."


def _tell_length(line: Line, check: MaxDuration, as_of: Instant) -> str:
    found = line.finding
    name, limit = term(check.state), limit_words(check.limit)
    last = moment_words(check.limit.after(found.duty, line.zone), line.zone)
    match found.status:
        case Status.BREACHED if found.until is None:
            return f"Day {_day(found.duty, as_of, line)} of {name}; should have ended by {last}"
        case Status.BREACHED:
            length = _length(found.duty, found.until, line)
            return f"{length} of {name}; should have ended by {last}"
        case Status.DUE:
            day = _day(found.duty, as_of, line)
            return f"Day {day} of {name}; must end by {last}, after {limit}"
        case Status.MET:
            return f"{_length(found.duty, found.until, line)} of {name}, within {limit}"
    return _tell_open(line, name)


def _tell_response(line: Line, check: RespondWithin, as_of: Instant) -> str:
    found, answer, trigger = line.finding, term(check.response), term(check.trigger)
    match found.status:
        case Status.BREACHED if found.until is None:
            return f"{answer} missing since {_at(found.since, line)}, after {trigger}"
        case Status.BREACHED:
            since = _at(found.since, line)
            return f"{answer} was due by {since} and was still missing until {_until(line)}"
        case Status.DUE:
            return f"{answer} is due by {_until(line)}, after {trigger}"
        case Status.MET:
            return f"{answer} in time after {trigger}, on {_until(line)}"
        case Status.LAPSED:
            return f"{answer} was no longer owed from {_until(line)}"
    return _tell_open(line, answer)


def _tell_recurring(line: Line, check: RecurWithin, as_of: Instant) -> str:
    answer, state, limit = term(check.response), term(check.state), limit_words(check.limit)
    match line.finding.status:
        case Status.BREACHED:
            return f"no {answer} during {state} {_stretch(line)}; one was owed every {limit}"
        case Status.DUE:
            return f"next {answer} during {state} is due by {_until(line)}"
        case Status.MET:
            return f"{answer} at least every {limit} during {state} {_stretch(line)}"
    return _tell_open(line, answer)


def _tell_never(line: Line, check: Never, as_of: Instant) -> str:
    name = term(check.event or check.state or "")
    if line.finding.status != Status.BREACHED:
        return _tell_open(line, name)
    return f"{name} {_stretch(line)}, which must never be"


def _tell_guard(line: Line, check: OnlyWith, as_of: Instant) -> str:
    name = term(check.event or check.state or check.planned or "")
    guard = term(check.guard)
    match line.finding.status:
        case Status.BREACHED:
            return f"{name} without {guard} {_stretch(line)}"
        case Status.DUE:
            return f"{guard} for {name} is due by {_until(line)}"
        case Status.MET:
            return f"{name} with {guard} {_stretch(line)}"
        case Status.LAPSED:
            return f"{guard} for {name} was no longer owed from {_until(line)}"
    return _tell_open(line, name)


def _tell_apart(line: Line, check: Separate, as_of: Instant) -> str:
    groups = f"{term(check.group)} and {term(check.from_group)} in one {check.level}"
    if line.finding.status != Status.BREACHED:
        return _tell_open(line, groups)
    return f"{groups} {_stretch(line)}"


def _tell_fields(line: Line, check: RequiresFields, as_of: Instant) -> str:
    wanted = join_words([term(name.split(".")[-1]) for name in check.fields])
    record = term(check.record)
    match line.finding.status:
        case Status.BREACHED if line.finding.until is None:
            return f"{record}: {wanted} not complete since {_at(line.finding.since, line)}"
        case Status.BREACHED:
            return f"{record}: {wanted} completed late, on {_until(line)}"
        case Status.DUE:
            return f"{record}: {wanted} to be recorded by {_until(line)}"
        case Status.MET:
            return f"{record}: {wanted} recorded in time"
    return _tell_open(line, record)


def _tell_quota(line: Line, check: Quota, as_of: Instant) -> str:
    name, bound = term(check.amount_of), _bound(check.min, check.max)
    unit = "" if check.unit == "count" else f" {check.unit}"
    period = limit_words(check.rolling) if check.rolling else check.period.split("_")[-1]
    owed = f"{bound}{unit} in each {period}" if not check.rolling else f"{bound}{unit} in {period}"
    match line.finding.status:
        case Status.BREACHED:
            short = "too little" if check.min is not None else "too much"
            return f"{short} {name} {_stretch(line)}; the rule is {owed}"
        case Status.DUE:
            return f"{name}: {owed}, still open until {_until(line)}"
        case Status.MET:
            return f"{name}: {owed}, kept {_stretch(line)}"
    return _tell_open(line, name)


def _tell_ratio(line: Line, check: WithinRatio, as_of: Instant) -> str:
    ratio = f"{term(check.count)} for each {term(check.of)}"
    if line.finding.status != Status.BREACHED:
        return _tell_open(line, ratio)
    return f"{ratio} were not {_bound(check.min, check.max)} {_stretch(line)}"


def _tell_open(line: Line, name: str) -> str:
    """The form for every status that a pattern has no words of its own for."""
    match line.finding.status:
        case Status.UNKNOWN:
            return f"the records do not say whether this was {name}, {_stretch(line)}"
        case Status.LAPSED:
            return f"{name}: no longer owed from {_until(line)}"
    return f"{name} {_stretch(line)}"


def _day(start: Instant, now: Instant, line: Line) -> str:
    """The first day is day 1."""
    return f"{(to_wall(now, line.zone) - to_wall(start, line.zone)) // DAY + 1:,}"


def _length(start: Instant, end: Instant | None, line: Line) -> str:
    stop = start if end is None else end
    return length_words(to_wall(stop, line.zone) - to_wall(start, line.zone))


def _at(instant: Instant, line: Line) -> str:
    return moment_words(instant, line.zone)


def _until(line: Line) -> str:
    until = line.finding.until
    return "no set time" if until is None else _at(until, line)


def _stretch(line: Line) -> str:
    """When it was: on one moment, from one to another, or since then."""
    found: Finding = line.finding
    if found.until is None:
        return f"since {_at(found.since, line)}, still going on"
    if found.until == found.since:
        return f"on {_at(found.since, line)}"
    return f"from {_at(found.since, line)} to {_at(found.until, line)}"


def _bound(low: float | None, high: float | None) -> str:
    if low is not None:
        return f"at least {number_words(low)}"
    return f"at most {number_words(high if high is not None else 0)}"


_TELLERS: dict[type[Check], Callable[[Line, Any, Instant], str]] = {
    MaxDuration: _tell_length,
    RespondWithin: _tell_response,
    RecurWithin: _tell_recurring,
    Never: _tell_never,
    OnlyWith: _tell_guard,
    Separate: _tell_apart,
    RequiresFields: _tell_fields,
    Quota: _tell_quota,
    WithinRatio: _tell_ratio,
}
