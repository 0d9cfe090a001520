"""Who should be free already, and whose release is near: computed, with nothing to switch off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.due import Due, days_since, due
from throughcare.casework.custody.inside import inside
from throughcare.casework.custody.release_dates import Unsupported
from throughcare.casework.custody.sentenced import Sentenced, all_sentenced, profile_at
from throughcare.casework.custody.terms import DateKind
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
    for place, people in inside(viewer, establishment, Act.READ_REDACTED, at=at).items():
        _look_through(found, people, place, at=at)
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


def _look_through(
    found: ReleaseDue, people: Sequence[UUID], establishment: str, *, at: datetime
) -> None:
    profile, zone = profile_at(establishment), zone_of(establishment)
    for person, told in all_sentenced(people, known_at=at).items():
        dates = told.dates(profile)
        final = told.final(dates)
        if final is None:
            if _asks_for_a_date(told, dates.unsupported):
                found.without_date.append(person)
            continue
        stands = due(final, at=at, zone=zone, hour=dates.hour)
        if stands is Due.LATER:
            continue
        by_hand = told.by_hand.get(DateKind.FINAL) is not None
        found.rows.append(
            DueRelease(
                person=person, establishment=establishment, final=final, due=stands,
                days=days_since(final, at=at, zone=zone), by_hand=by_hand,
                confirmed=by_hand or dates.confirmed,
            )
        )  # fmt: skip


def _asks_for_a_date(told: Sentenced, reason: Unsupported | None) -> bool:
    return bool(told.terms) and reason not in (None, Unsupported.NO_SENTENCE)
