"""What the answer is, and what could be done next."""

from __future__ import annotations

from standards.checks import (
    Check,
    MaxDuration,
    OnlyWith,
    Quota,
    RecurWithin,
    RequiresFields,
    RespondWithin,
)
from standards.findings import Flag, Status
from throughcare.explain.amounts import owed_words
from throughcare.explain.asked import Asked
from throughcare.explain.words import full, name
from throughcare.report.model import Line, Rule
from throughcare.report.words import join_words, term

NOTHING = "Nothing needs to be done."


def conclusion(asked: Asked, line: Line) -> str:
    """The answer in one or two sentences."""
    found, zone = line.finding, line.zone
    since = full(found.since, zone)
    until = None if found.until is None else full(found.until, zone)
    match found.status:
        case Status.BREACHED if until is None:
            return (
                f"The rule has been broken since {since}, and still was at "
                f"{full(asked.as_of, zone)}."
            )
        case Status.BREACHED if until == since:
            return f"The rule was broken on {since}."
        case Status.BREACHED:
            return f"The rule was broken from {since} to {until}."
        case Status.DUE if isinstance(asked.check, MaxDuration):
            return f"The rule is not broken. The limit falls on {until}."
        case Status.DUE:
            return f"The rule is not broken. Something is still to be done, by {until}."
        case Status.LAPSED:
            return f"The duty ended on {until}, before it had to be done. Nothing was broken."
        case Status.UNKNOWN:
            return (
                f"The records do not allow an answer for the time from {since} to "
                f"{until or 'now'}. The rule can be called neither kept nor broken."
            )
    if Flag.PROVISIONAL in found.flags:
        return "The rule was kept, as far as can be said now."
    return "The rule was kept." if until is not None else "The rule is kept so far."


def what_next(asked: Asked, line: Line, rule: Rule) -> tuple[str, ...]:
    """What could be done now about this answer."""
    found, zone = line.finding, line.zone
    match found.status:
        case Status.BREACHED if found.until is None:
            if isinstance(asked.check, RequiresFields):
                return ("To end the breach: write down what is missing.",)
            return (f"To end the breach: {_act(asked.check)}. Then write down when it was done.",)
        case Status.BREACHED:
            return ("The breach is over. It stays on file, with its dates.",)
        case Status.DUE if found.until is not None:
            act = _act(asked.check)
            said = [f"To keep the rule: {act}, by {full(found.until, zone)}."]
            if Flag.PLANNED_PAST_LIMIT in found.flags:
                said.append("The end that is planned now is too late. Plan an earlier one.")
            return tuple(said)
        case Status.UNKNOWN:
            return (
                f"To get an answer, this must be recorded: {join_words(to_record(asked, rule))}.",
            )
    return (NOTHING,)


def _act(check: Check) -> str:
    match check:
        case MaxDuration():
            return f"end {name(check.state)}"
        case RespondWithin() | RecurWithin():
            return f"do what is called for, {name(check.response)}"
        case OnlyWith(planned=None):
            return f"see to {name(check.guard)}, or end what needs it"
        case OnlyWith():
            return f"see to {name(check.guard)}"
        case RequiresFields():
            return "write down what is missing"
        case Quota(max=most) if most is not None:
            return f"let there be no more {name(check.amount_of)} until it is {owed_words(check)}"
        case Quota():
            return f"see to it that there is {name(check.amount_of)}, {owed_words(check)}"
        case _:
            return "end what the rule forbids"


def to_record(asked: Asked, rule: Rule) -> list[str]:
    """What to record so that an unknown becomes an answer, in plain words."""
    kept = asked.archive.kept
    types = kept if kept is not None else {r.type for r in asked.archive.records}
    needs = rule.lacking or tuple(n for n in rule.needs if n.split(".")[0] not in types)
    by_record: dict[str, list[str]] = {}
    for need in needs or rule.needs:
        record, _, own = need.partition(".")
        by_record.setdefault(record, [])
        if own and own not in by_record[record]:
            by_record[record].append(own)
    said = []
    for record, owns in by_record.items():
        parts = f" ({join_words([term(own) for own in owns])})" if owns else ""
        said.append(f"{term(record)}{parts}")
    return said
