"""What the rules say of the room's own records: worked out in memory, and shown inside it alone.

The engine that judges every file is told nothing of this room. Rule vep-14 asks that nothing comes
from a confidential relation, vep-15 that each report is looked at again, then kept or deleted. Both
speak of violent extremist prisoners; here they are asked of every report, as that asks for more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Final
from uuid import UUID

from django.conf import settings

from standards.checks import Check
from standards.findings import Finding
from standards.instants import from_datetime
from standards.person.engine import evaluate_archive
from standards.records import Archive, Record
from standards.rulebook.load import load_rulebook
from standards.rulebook.model import Rulebook
from standards.rulebook.profile import load_profile

RULES: Final = ("vep-14", "vep-15")
_KEPT: Final = frozenset(
    {
        "intelligence_report", "intelligence_report_retained", "intelligence_review",
        "intelligence_from_confidential_relation",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report as the rules know it: since when, until when, from where, and its reviews."""

    item: UUID
    who: UUID
    since: datetime
    until: datetime
    confidential: bool
    reviews: Sequence[datetime]


def judged(reports: Iterable[Told], *, zone: str, at: datetime) -> list[Finding]:
    """What the two rules say as of a moment, by the clock of the place."""
    records = [record for one in reports for record in _records(one)]
    archive = Archive(zone=zone, records=records, kept=_KEPT)
    return evaluate_archive(archive, _checks(at.date()), as_of=from_datetime(at))


def _records(one: Told) -> Iterable[Record]:
    key, who, since = str(one.item), str(one.who), from_datetime(one.since)
    yield Record(id=f"{key}:report", type="intelligence_report", who=who, at=since, key=key)
    yield Record(
        id=f"{key}:kept", type="intelligence_report_retained", who=who, since=since,
        until=from_datetime(one.until), key=key,
    )  # fmt: skip
    if one.confidential:
        kind = "intelligence_from_confidential_relation"
        yield Record(id=f"{key}:{kind}", type=kind, who=who, at=since, key=key)
    for number, when in enumerate(one.reviews):
        yield Record(
            id=f"{key}:{number}", type="intelligence_review", who=who, at=from_datetime(when),
            key=key,
        )  # fmt: skip


@cache
def _checks(day: date) -> tuple[Check, ...]:
    known = _rulebook().checks(day)
    return tuple(replace(known[rule], group=None) for rule in RULES if rule in known)


@cache
def _rulebook() -> Rulebook:
    book = load_rulebook(None)
    return book.with_profile(load_profile(settings.COUNTRY)) if settings.COUNTRY else book
