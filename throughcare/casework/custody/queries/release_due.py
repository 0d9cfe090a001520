"""Who should be free already, and whose release is near: computed, with nothing to switch off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.terms import Compartment
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.due import Due, alert_days, days_since, due
from throughcare.casework.custody.release_days import ReleaseDay, release_days
from throughcare.casework.people.files import entering
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRelease:
    """One person whose release is due. `days` is how many days ago it was; negative is ahead."""

    person: UUID
    establishment: str
    final: date
    due: Due
    days: int
    by_hand: bool
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseDue:
    """The list of an establishment: overdue first, the longest first.

    `without_date` are those in custody under a sentence from which no date follows, so that
    somebody must set one by hand.
    """

    rows: list[DueRelease]
    without_date: list[UUID]

    def of(self, *which: Due) -> list[DueRelease]:
        """The rows that stand so."""
        return [row for row in self.rows if row.due in which]


@entering
def release_due(viewer: Viewer, establishment: str | None, *, at: datetime) -> ReleaseDue:
    """Whose release is overdue or near, of those held there (None: anywhere within reach).

    It asks only for a post; whoever may not know the day of a person is not told of that person.
    One entry says whose days were shown. Raises NotThere without a post.
    """
    leave = standing(viewer, at=at)
    found = ReleaseDue(rows=[], without_date=[])
    # A day more: the latest clock on earth is ahead of ours.
    until = at.date() + (alert_days()[-1] + 1) * timedelta(days=1)
    days = release_days(viewer, establishment, at=at, until=until)
    zones = {place: zone_of(place) for place in {day.held_at for day in days}}
    for day in days:
        _look_at(found, day, zones[day.held_at], at=at)
    found.rows.sort(key=lambda row: (row.final, row.person))
    record(
        event="read.release_due", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=Compartment.SEN,
        content={
            "establishment": establishment,
            "listed": [*(row.person for row in found.rows), *found.without_date],
        },
    )  # fmt: skip
    return found


def _look_at(found: ReleaseDue, day: ReleaseDay, zone: ZoneInfo, *, at: datetime) -> None:
    if day.final is None:
        if day.asks:
            found.without_date.append(day.person)
        return
    stands = due(day.final, at=at, zone=zone, hour=day.hour)
    if stands is Due.LATER:
        return
    found.rows.append(
        DueRelease(
            person=day.person, establishment=day.held_at, final=day.final, due=stands,
            days=days_since(day.final, at=at, zone=zone), by_hand=day.by_hand,
            confirmed=day.confirmed,
        )
    )  # fmt: skip
