"""What a viewer sees of the facts: all, or what the matrix lists for a redacted reading of ID."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from throughcare.casework.people.asked_once import once
from throughcare.casework.people.kinds import SHOWN_REDACTED, Kind, Use
from throughcare.casework.people.models import Fact


def standing_facts(
    persons: Iterable[UUID], *, at: datetime, kinds: Collection[Kind] = ()
) -> list[Fact]:
    """The facts that stand at a moment: entered, neither struck out nor superseded by then.

    `kinds`: these alone. The wall is asked about each row, so that what is not needed costs too.
    """
    of, only = tuple(persons), frozenset(kinds)
    return list(once(("facts", of, at, only), lambda: _standing(of, at, only)))


def _standing(persons: Sequence[UUID], at: datetime, kinds: frozenset[Kind]) -> list[Fact]:
    entered = Fact.objects.filter(person__in=persons, recorded_at__lte=at)
    if kinds:
        entered = entered.filter(kind__in=kinds)
    kept = entered.exclude(voided_at__lte=at).exclude(superseded_by__recorded_at__lte=at)
    return list(kept.order_by("recorded_at", "made_in"))


def shown_redacted(facts: Sequence[Fact]) -> list[Fact]:
    """Preferred name, photo, language. Without a preferred name, the recorded one; no alias."""
    names = [fact for fact in facts if fact.kind == Kind.NAME]
    use = Use.PREFERRED if _used(names, Use.PREFERRED) else Use.RECORDED
    called = _used(names, use)[-1:]
    shown = [fact for fact in facts if fact.kind in SHOWN_REDACTED and fact.kind != Kind.NAME]
    return [*called, *shown]


def _used(names: Sequence[Fact], use: Use) -> list[Fact]:
    return [fact for fact in names if fact.value["use"] == use]
