"""What release dates are computed from, for one person or for a list. Behind the wall; asks nobody.

Through doors of the database that give lengths and days alone (migrations 0003 and 0010), so that
the date can be computed for whoever may see no more than the date.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.models import ManualDate
from throughcare.casework.custody.release_dates import (
    BadTerms,
    Change,
    ChangeKind,
    Dates,
    Kind,
    Profile,
    Term,
    Unsupported,
    profile_of_zone,
    release_dates,
)
from throughcare.casework.custody.terms import DateKind
from throughcare.casework.people.files import parts_by_whole
from throughcare.casework.rows.record import known

_LENGTHS = (
    "SELECT person, id, kind, years, months, days, starts_on, after, recorded_at "
    "FROM custody_lengths(%s, %s)"
)
_HELD = "SELECT person, admitted_at, left_at, establishment FROM custody_when_held(%s, %s)"
_ADJUSTED = (
    "SELECT person, kind, days, from_on, sentence, recorded_at FROM custody_adjusted(%s, %s)"
)


@dataclass(frozen=True, slots=True)
class Held:
    """When and where a stay began and, unless it is open, when it ended."""

    admitted_at: datetime
    left_at: datetime | None
    establishment: str


@dataclass(slots=True, kw_only=True)
class Sentenced:
    """One person: sentences, changes, dates set by hand and confirmed, and the present stay."""

    terms: list[Term] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    by_hand: dict[str, ManualDate] = field(default_factory=dict)
    stay: Held | None = None
    earlier_until: datetime | None = None

    def of_this_stay(self, recorded_at: datetime) -> bool:
        """Whether a row counts now: what was recorded before an earlier stay ended does not."""
        return self.earlier_until is None or recorded_at > self.earlier_until

    def dates(self, profile: Profile) -> Dates:
        """The dates that follow, without those set by hand."""
        try:
            return release_dates(self.terms, self.changes, profile)
        except BadTerms:
            return Dates(lines=(), unsupported=Unsupported.BROKEN)

    def final(self, dates: Dates) -> date | None:
        """The day of release: as two people set it by hand, else as computed."""
        set_by_hand = self.by_hand.get(DateKind.FINAL)
        return set_by_hand.on if set_by_hand else dates.final


def sentenced(person_id: UUID, *, known_at: datetime) -> Sentenced:
    """What is known of one person."""
    return all_sentenced([person_id], known_at=known_at)[person_id]


def all_sentenced(persons: Collection[UUID], *, known_at: datetime) -> dict[UUID, Sentenced]:
    """What was known of these persons, by whole file; five questions for any number of them."""
    whole_of = parts_by_whole(list(persons))
    told = {person: Sentenced() for person in persons}
    parts = list(whole_of)
    _stays(told, whole_of, parts, known_at)
    with connection.cursor() as cursor:
        cursor.execute(_LENGTHS, [parts, known_at])
        for person, *row in cursor.fetchall():
            _term(told[whole_of[person]], row)
        cursor.execute(_ADJUSTED, [parts, known_at])
        for person, *row in cursor.fetchall():
            _change(told[whole_of[person]], row)
    rows = ManualDate.objects.filter(known(known_at), person__in=parts, confirmed_by__gt="")
    for one in rows.order_by("recorded_at", "id"):
        mine = told[whole_of[one.person_id]]
        if mine.of_this_stay(one.recorded_at):
            mine.by_hand[one.kind] = one
    return told


def _stays(
    told: Mapping[UUID, Sentenced], whole_of: Mapping[UUID, UUID], parts: Sequence[UUID],
    known_at: datetime,
) -> None:  # fmt: skip
    for person, stay in when_held(parts, known_at=known_at):
        mine = told[whole_of[person]]
        if mine.stay is not None and mine.stay.left_at is not None:
            mine.earlier_until = mine.stay.left_at
        mine.stay = stay


def when_held(persons: Sequence[UUID], *, known_at: datetime) -> list[tuple[UUID, Held]]:
    """The stays of these files, the earliest first, for whoever may see the day of release."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [list(persons), known_at])
        return [(person, Held(*held)) for person, *held in cursor.fetchall()]


def _term(mine: Sentenced, row: Sequence[object]) -> None:
    key, kind, years, months, days, starts_on, after, recorded_at = row
    if mine.of_this_stay(recorded_at):  # type: ignore[arg-type]
        mine.terms.append(
            Term(
                id=str(key), kind=Kind(str(kind)), years=years, months=months, days=days,  # type: ignore[arg-type]
                starts_on=starts_on, after=str(after) if after else None,  # type: ignore[arg-type]
            )
        )  # fmt: skip


def _change(mine: Sentenced, row: Sequence[object]) -> None:
    kind, days, from_on, sentence, recorded_at = row
    if mine.of_this_stay(recorded_at):  # type: ignore[arg-type]
        mine.changes.append(
            Change(
                kind=ChangeKind(str(kind)), days=days, from_on=from_on,  # type: ignore[arg-type]
                term=str(sentence) if sentence else None,
            )
        )  # fmt: skip


def profile_at(establishment: str | None) -> Profile:
    """The profile of the country in which the establishment lies."""
    return profile_of_zone(zone_of(establishment).key)
