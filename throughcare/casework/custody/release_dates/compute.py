"""The computation: from sentences and days to lines and dates. The order stands in `__init__`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from throughcare.casework.custody.release_dates.calendar import TooFar
from throughcare.casework.custody.release_dates.counting import Counted, counted
from throughcare.casework.custody.release_dates.inputs import Change, ChangeKind, Kind, Term
from throughcare.casework.custody.release_dates.outcome import (
    Conditional,
    Dates,
    Line,
    Said,
    Unsupported,
)
from throughcare.casework.custody.release_dates.paths import Path, has_gap, paths_of
from throughcare.casework.custody.release_dates.profile import Profile, Value

_LENGTHLESS = {Kind.LIFE: Unsupported.LIFE, Kind.OTHER: Unsupported.OTHER}


def release_dates(terms: Sequence[Term], changes: Iterable[Change], profile: Profile) -> Dates:
    """The release dates with each line of the computation. Raises BadTerms.

    The order in which sentences and changes are given makes no difference.
    """
    terms, changes = sorted(terms, key=lambda one: one.id), list(changes)
    reason = _cannot(terms)
    if reason is not None:
        return Dates(lines=(), unsupported=reason)
    missing = _missing(terms, changes, profile)
    if missing:
        return Dates(lines=(), unsupported=Unsupported.UNKNOWN_VALUE, missing=missing)
    try:
        paths = paths_of(
            terms, month_end=profile["month_end"].value,
            first_counts=profile["first_day_counts"].value,
        )  # fmt: skip
        if has_gap(paths):
            return Dates(lines=(), unsupported=Unsupported.GAP)
        return _dates(paths, changes, profile)
    except (TooFar, OverflowError):
        return Dates(lines=(), unsupported=Unsupported.TOO_LONG)


def _cannot(terms: Sequence[Term]) -> Unsupported | None:
    if not terms:
        return Unsupported.NO_SENTENCE
    for kind, reason in _LENGTHLESS.items():
        if any(term.kind is kind for term in terms):
            return reason
    if any(not (term.years or term.months or term.days) for term in terms):
        return Unsupported.NO_LENGTH
    return None


def _missing(terms: Sequence[Term], changes: Sequence[Change], profile: Profile) -> list[str]:
    """The values that this computation needs and the profile does not know."""
    needed = ["month_end", "first_day_counts", "release_on", "remission"]
    if any(one.kind is ChangeKind.REMAND for one in changes):
        needed.append("remand_credited")
    if any(term.kind is Kind.FINE_DEFAULT for term in terms):
        needed.append("fine_default")
    return [name for name in needed if profile[name].value is None]


def _dates(paths: Sequence[Path], changes: Sequence[Change], profile: Profile) -> Dates:
    ways = [counted(path, number, changes, profile) for number, path in enumerate(paths, start=1)]
    lines = [line for way in ways for line in way.lines]
    begins, end = min(way.begins for way in ways), max(way.end for way in ways)
    if len(ways) > 1:
        lines.append(Line(said=Said.LATEST, end=end))
    rule = profile["release_on"]
    final = _release_day(begins, end, rule)
    hour = profile["release_hour"]
    lines.append(
        Line(said=Said.RELEASE_DAY, end=end, rule=rule, given={"on": final, "hour": hour.value})
    )
    if profile["rest_day"].value == "working_day_before":
        lines.append(Line(said=Said.REST_DAY, end=end, rule=profile["rest_day"]))
    conditional = [_conditional(ways, one, final, rule) for one in profile.conditional]
    lines.extend(
        Line(said=Said.CONDITIONAL, end=None, rule=one.rule, given={"on": one.on})
        for one in conditional
    )
    if not conditional:
        lines.append(Line(said=Said.CONDITIONAL_UNKNOWN, end=None))
    return Dates(
        lines=lines, begins=begins, final=final, hour=hour.value, conditional=conditional
    )  # fmt: skip


def _release_day(begins: date, end: date, rule: Value) -> date:
    """The day on which the door opens: the last day served, or the day after it."""
    return end if rule.value == "day_after" else max(begins, end - timedelta(days=1))


def _conditional(ways: Sequence[Counted], share: Value, final: date, rule: Value) -> Conditional:
    """When the share is served on each path; credited days count as served."""
    latest = max(_release_day(way.begins, way.after_share(share.value), rule) for way in ways)
    return Conditional(name=share.name, on=min(latest, final), rule=share)
