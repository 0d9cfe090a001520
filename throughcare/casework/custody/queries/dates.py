"""The release dates of one person, with every line for whoever may read sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.due import Due, due
from throughcare.casework.custody.models import Adjustment, ManualDate, Order, Sentence
from throughcare.casework.custody.release_dates import Dates, Profile
from throughcare.casework.custody.sentenced import Sentenced, profile_at, sentenced
from throughcare.casework.custody.terms import DateKind, OrderKind
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseDates:
    """What a viewer may know of the dates of a person.

    `final` is the day of release that counts: set by hand by two people, else computed. `whole` is
    false for whoever sees the day alone; then there are no lines, sentences and days to see, and
    no conditional dates. `in_custody` is whether a stay stands open. `today` is the day there, or
    the day that was asked for.
    """

    whole: bool
    may_write: bool
    final: date | None
    by_hand: ManualDate | None
    conditional_by_hand: ManualDate | None
    computed: Dates
    proposals: Sequence[ManualDate]
    sentences: Sequence[Sentence]
    adjustments: Sequence[Adjustment]
    orders: Sequence[Order]
    profile: Profile
    in_custody: bool
    due: Due | None
    today: date
    zone: ZoneInfo


@reading
def release_dates_of(
    viewer: Viewer,
    person_id: UUID,
    *,
    at: datetime,
    known_at: datetime | None = None,
    why: str = "",
) -> ReleaseDates:
    """The dates as known at `known_at` (now, if none is given). Raises NotThere or Refused.

    Whoever reads sentences redacted is given the day of release and nothing else.
    """
    leave = ask_about(viewer, Act.READ_REDACTED, Compartment.SEN, person_id, at=at)
    record(
        event="read.release_dates", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=subject_of(person_id).person, compartment=Compartment.SEN,
        why=why,
    )  # fmt: skip
    whole = may_about(viewer, Act.READ, Compartment.SEN, person_id, at=at)
    told = _told(viewer, person_id, known_at=known_at or at, at=at)
    return told if whole else _day_alone(told)


def _told(viewer: Viewer, person_id: UUID, *, known_at: datetime, at: datetime) -> ReleaseDates:
    subject = subject_of(person_id)
    whole = subject.person or person_id
    person = sentenced(whole, known_at=known_at)
    # To a relative the file does not say where it lies; the country is that of the stay.
    where = subject.establishment or (person.stay.establishment if person.stay else None)
    profile, zone = profile_at(where), zone_of(where)
    computed = person.dates(profile)
    final = person.final(computed)
    dates = rows_of(ManualDate, whole, known_at=known_at).order_by("recorded_at", "id")
    orders = rows_of(Order, whole, known_at=known_at).filter(kind=OrderKind.SENTENCE)
    inside = _in_custody(person)
    return ReleaseDates(
        whole=True, may_write=may_about(viewer, Act.WRITE, Compartment.SEN, whole, at=at),
        final=final, by_hand=person.by_hand.get(DateKind.FINAL),
        conditional_by_hand=person.by_hand.get(DateKind.CONDITIONAL), computed=computed,
        proposals=list(dates.filter(confirmed_by=None)),
        sentences=list(
            rows_of(Sentence, whole, known_at=known_at)
            .select_related("order", "after").order_by("starts_on", "recorded_at")
        ),
        adjustments=list(
            rows_of(Adjustment, whole, known_at=known_at).order_by("recorded_at", "id")
        ),
        orders=list(orders.order_by("issued_on", "id")), profile=profile, in_custody=inside,
        due=due(final, at=known_at, zone=zone, hour=computed.hour) if final and inside else None,
        today=known_at.astimezone(zone).date(), zone=zone,
    )  # fmt: skip


def _in_custody(person: Sentenced) -> bool:
    return person.stay is not None and person.stay.left_at is None


def _day_alone(told: ReleaseDates) -> ReleaseDates:
    """Without everything that says more than the day of release."""
    return ReleaseDates(
        whole=False, may_write=False, final=told.final, by_hand=None, conditional_by_hand=None,
        computed=Dates(lines=(), final=told.computed.final), proposals=(), sentences=(),
        adjustments=(), orders=(), profile=told.profile, in_custody=told.in_custody,
        due=told.due, today=told.today, zone=told.zone,
    )  # fmt: skip
