"""The days of a separation: the entries of a whole unit that come in, and a day as it goes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from throughcare.api.fields import Form, Line, Moment, Reason, Shown
from throughcare.api.schemas.of_rows import RecordShown
from throughcare.casework.safety.actions import DayWords, Fate
from throughcare.casework.safety.contact_kinds import counts
from throughcare.casework.safety.queries import Day, Waiting
from throughcare.casework.safety.terms import EntryTable, Settlement

# A large unit, every kind of entry, one day: so many come at once, and no more.
MOST_ENTRIES = 2_000


class DayEntryForm(Form):
    """One entry of one person. `key` is new for each entry: sent twice, it is written once."""

    person: UUID
    entry: EntryTable
    key: UUID
    since: Moment
    until: Annotated[Moment | None, Field(description="The end of what lasted")] = None
    kind: Annotated[Line, Field(description="Of a contact; or who asked for health staff")] = ""
    answers: Annotated[UUID | None, Field(description="The request that a visit answers")] = None
    said_at: Annotated[Moment | None, Field(description="What the device's own clock said")] = None

    def as_words(self) -> DayWords:
        """The entry as the room takes it."""
        said = self.model_dump(exclude={"person"})
        return DayWords(person_id=self.person, **said)


class UnitDayForm(Form):
    """The entries of many people. Where one is wrong, none is written."""

    entries: Annotated[list[DayEntryForm], Field(min_length=1, max_length=MOST_ENTRIES)]
    why: Line = ""


class OutcomeShown(Shown):
    """What became of an entry: `conflict` waits until a person settles it.

    `row`: what was written, or stands; `by`: the account that wrote what stands.
    """

    key: UUID
    fate: Fate
    said: str | None
    row: UUID | None
    by: str | None


class UnitDayShown(Shown):
    """What became of every entry, in the order in which they came."""

    outcomes: list[OutcomeShown]


class SettlementForm(Form):
    """Which of two entries is right."""

    outcome: Settlement
    why: Reason


class HoursShown(RecordShown):
    """Out of the cell in [since, until)."""

    since: datetime
    until: datetime


class ContactShown(HoursShown):
    """With others in [since, until). `counts`: as meaningful human contact (Rule 44)."""

    kind: str
    counts: bool


class VisitShown(RecordShown):
    """Health staff saw the person."""

    at: datetime
    answers: UUID | None


class HealthRequestShown(RecordShown):
    """The person or staff asked for health staff."""

    at: datetime
    asked_by: str


class DayShown(Shown):
    """One local day; the minutes are of that day alone."""

    day: date
    out_minutes: int
    contact_minutes: int
    meaningful_minutes: int
    out: list[HoursShown]
    contacts: list[ContactShown]
    visits: list[VisitShown]
    requests: list[HealthRequestShown]


class DaysShown(Shown):
    """Each day from the first to the last, also those without an entry."""

    days: list[DayShown]


class WaitingShown(Shown):
    """Somebody asked for health staff, and nobody has written that they came."""

    person: UUID
    request: UUID
    at: datetime
    asked_by: str


class WaitingListShown(Shown):
    """The open requests of those who are separated in a prison, the earliest first."""

    waiting: list[WaitingShown]


def days_shown(found: Sequence[Day]) -> DaysShown:
    """The days as they go out."""
    return DaysShown(days=[_day(one) for one in found])


def waiting_shown(found: Sequence[Waiting]) -> WaitingListShown:
    """The requests as they go out."""
    return WaitingListShown(
        waiting=[
            WaitingShown(person=one.person, request=one.id, at=one.at, asked_by=one.asked_by)
            for one in found
        ]
    )


def _day(one: Day) -> DayShown:
    return DayShown(
        day=one.day, out_minutes=one.out_minutes, contact_minutes=one.contact_minutes,
        meaningful_minutes=one.meaningful_minutes,
        out=[HoursShown.of(row) for row in one.out],
        contacts=[
            ContactShown(
                id=row.id, recorded_at=row.recorded_at, recorded_by=row.recorded_by,
                since=row.since, until=row.until, kind=row.kind, counts=counts(row.kind),
            )
            for row in one.contacts
        ],
        visits=[
            VisitShown(
                id=row.id, recorded_at=row.recorded_at, recorded_by=row.recorded_by, at=row.at,
                answers=row.answers_id,
            )
            for row in one.visits
        ],
        requests=[HealthRequestShown.of(row) for row in one.requests],
    )  # fmt: skip
