"""What was referred and screened about one person, for the case staff and who looks after them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.assessment.models import Referral, Screening
from throughcare.casework.assessment.queries.status import FOR_THE_PERSON
from throughcare.casework.assessment.terms import GOES_ON, ScreeningState
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

PLN = Compartment.PLN


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """A referral as it stands, and which account wrote it."""

    row: Referral
    referred_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """Referrals and screenings as known at `known_at`, the latest first.

    The person and a lawyer see neither who referred and what was said, nor what is not decided, and
    of a screening what came of it and why.
    `in_force`: the latest confirmed screening, where something is to follow from it.
    """

    person_id: UUID
    known_at: datetime
    may_write: bool
    referrals: Sequence[Referred]
    screenings: Sequence[Screening]
    in_force: Screening | None


@reading
def judgements_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Judgements:
    """What was judged of a person so far. Leaves an entry. Raises NotThere or Refused."""
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    whole, then = subject_of(person_id).person or person_id, known_at or at
    screenings = list(rows_of(Screening, whole, known_at=then).order_by("-screened_at", "-id"))
    for_the_person = Role(leave.role) in FOR_THE_PERSON
    if for_the_person:
        confirmed = [one for one in screenings if one.state == ScreeningState.CONFIRMED]
        screenings = [_without_what_others_said(one) for one in confirmed]
    found = Judgements(
        person_id=whole, known_at=then,
        may_write=not for_the_person and may_about(viewer, Act.WRITE, PLN, whole, at=at),
        referrals=[] if for_the_person else _referrals(whole, then), screenings=screenings,
        in_force=_in_force(screenings),
    )  # fmt: skip
    _enter(viewer, leave, found, at=at)
    return found


def _referrals(whole: UUID, then: datetime) -> list[Referred]:
    rows = list(rows_of(Referral, whole, known_at=then).order_by("-happened_at", "-id"))
    wrote = dict(
        Referral.objects.filter(id__in=[one.first for one in rows]).values_list("id", "recorded_by")
    )
    return [Referred(row=one, referred_by=wrote[one.first]) for one in rows]


def _without_what_others_said(row: Screening) -> Screening:
    """What came of it and why; who told what of whom is not the person's to read. Never saved."""
    seen = copy(row)
    seen.act = seen.otherwise = seen.looked_why = ""
    return seen


def _in_force(screenings: Sequence[Screening]) -> Screening | None:
    confirmed = (one for one in screenings if one.state == ScreeningState.CONFIRMED)
    latest = next(confirmed, None)
    return latest if latest is not None and latest.outcome in GOES_ON else None


def _enter(viewer: Viewer, leave: Leave, found: Judgements, *, at: datetime) -> None:
    listed = [str(one.row.id) for one in found.referrals] + [
        str(one.id) for one in found.screenings
    ]
    record(
        event="read.judgements", by=str(viewer.account), role=leave.role, place=leave.place, at=at,
        happened_at=at, about=found.person_id, compartment=PLN, content={"rows": listed},
    )  # fmt: skip
