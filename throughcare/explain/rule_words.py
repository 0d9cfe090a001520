"""What a rule says, how it is checked against records, and who set its numbers."""

from __future__ import annotations

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
from standards.durations import BadDuration, parse_duration
from standards.instants import Instant, to_datetime
from standards.rulebook.entry import Entry
from throughcare.explain.amounts import owed_words
from throughcare.explain.fields import field_words
from throughcare.explain.words import PARAMETERS, capital, name, plain
from throughcare.report.words import citation, join_words, limit_words, term


def rule_words(entry: Entry, check: Check, as_of: Instant, zone: str) -> tuple[str, ...]:
    """The rule in plain words, its place, how sure it is, and whose numbers these are."""
    said = [
        entry.says,
        f"It stands in {citation(entry.id, entry.cite)}. These are our short words for it; the "
        f"official text prevails. They are {entry.confirmed}.",
        f"How it is checked: {capital(how_checked(check))}",
        _set_by(entry),
    ]
    on = to_datetime(as_of, zone).date()
    for value in entry.country_values_on(on).values():
        written = entry.written_on(on) or {}
        said.append(
            f"The country profile sets {PARAMETERS.get(value.parameter, term(value.parameter))}: "
            f"{_value(value.value)} (the rule itself: "
            f"{_value(written.get(value.parameter, 'nothing'))}). The stricter of the two "
            f"applies. Source: {value.source} ({value.standing})."
        )
    return tuple(part for part in said if part)


def _set_by(entry: Entry) -> str:
    note = f" {plain(entry.set_by_note)}" if entry.set_by_note else ""
    if entry.set_by == "policy":
        return (
            "The number is local policy, not the rule's own. Each prison service is to confirm "
            f"it.{note}"
        )
    return f"What is asked is set by the rule itself.{note}"


def _value(written: object) -> str:
    try:
        return limit_words(parse_duration(str(written)))
    except BadDuration:
        return plain(str(written))


def how_checked(check: Check) -> str:
    """The check as one or two sentences."""
    about = f" Only for {name(check.group)}." if check.group is not None else ""
    match check:
        case MaxDuration():
            said = f"{name(check.state)} may last {limit_words(check.limit)} at most."
            if not check.merge_gap.is_zero:
                said += f" A break of {limit_words(check.merge_gap)} or less does not end it."
        case RespondWithin():
            within = "at once" if check.limit.is_zero else f"within {limit_words(check.limit)}"
            said = f"after {name(check.trigger)} there must be {name(check.response)} {within}."
        case RecurWithin():
            said = (
                f"during {name(check.state)} there must be {name(check.response)} at least every "
                f"{limit_words(check.limit)}."
            )
        case Never():
            said = f"{name(check.event or check.state or '')} must never be."
        case OnlyWith(planned=str() as planned):
            lead = "" if check.min_lead.is_zero else f" {limit_words(check.min_lead)} ahead"
            said = f"before {name(planned)} there must be {name(check.guard)}{lead}."
        case OnlyWith():
            what = name(check.event or check.state or "")
            said = f"{what} is allowed only with {name(check.guard)}."
        case RequiresFields():
            wanted = join_words([field_words(one, check.record) for one in check.fields])
            by = "at once" if check.by.is_zero else f"within {limit_words(check.by)}"
            said = f"with {name(check.record)} there must be written down {by}: {wanted}."
        case Quota():
            said = f"during {name(check.state)}: {name(check.amount_of)}, {owed_words(check)}."
        case Separate():
            groups = f"{name(check.group)} and {name(check.from_group)}"
            return f"{groups} must never be in one {check.level} at one time."
        case WithinRatio():
            bound = f"at least {check.min:g}" if check.min is not None else f"at most {check.max:g}"
            said = f"{name(check.count)} to {name(check.of)}: {bound}, in each {term(check.per)}."
        case _:
            said = ""
    return said + about
