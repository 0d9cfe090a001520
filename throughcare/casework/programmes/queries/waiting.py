"""Who waits, in the order in which they consented, and who was taken before others and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.people.files import entering, whole_by_part, whose
from throughcare.casework.programmes.data import answered_within
from throughcare.casework.programmes.house import PRG, desk_at, standing_rows
from throughcare.casework.programmes.models import Programme, Referral, Withdrawal
from throughcare.casework.programmes.terms import State
from throughcare.casework.rows.record import known


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """One who waits. `due`: by when a referral is answered; None once it is."""

    person_id: UUID
    row: Referral
    due: datetime | None
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingList:
    """One programme: who waits for an answer, who for a place, who was taken out of order."""

    programme: Programme
    to_answer: Sequence[Waits]
    waiting: Sequence[Waits]
    taken_before: Sequence[Waits]


@entering
def waiting_list(viewer: Viewer, place: str, *, at: datetime) -> Sequence[WaitingList]:
    """The lists of a prison, each in order, of those whose file the viewer reads.

    Leaves an entry. Raises NotThere.
    """
    desk = desk_at(viewer, place, Act.READ, at=at)
    mine = whose("person", viewer, PRG, Act.READ, at=at)
    programmes = standing_rows(Programme, place, at=at)
    rows = list(
        Referral.objects.filter(
            known(at), mine, programme__in=[one.first for one in programmes],
            state__in=[State.REFERRED, State.WAITING, State.ENROLLED],
        ).order_by("consented_at", "referred_at", "first")
    )  # fmt: skip
    gone = set(
        Withdrawal.objects.filter(known(at), referral__in=[row.first for row in rows])
        .values_list("referral", flat=True)
    )  # fmt: skip
    rows = [row for row in rows if row.first not in gone]
    wholes = whole_by_part({row.person_id for row in rows})
    desk.told("read.waiting_list", {"named": sorted({str(wholes[row.person_id]) for row in rows})})
    told = [_waits(row, wholes[row.person_id], at) for row in rows]
    return [_list(one, told) for one in programmes]


def _list(programme: Programme, told: Sequence[Waits]) -> WaitingList:
    mine = [one for one in told if one.row.programme_id == programme.first]
    of = {state: [one for one in mine if one.row.state == state] for state in State}
    return WaitingList(
        programme=programme, to_answer=of[State.REFERRED], waiting=of[State.WAITING],
        taken_before=[one for one in of[State.ENROLLED] if one.row.before_others_why],
    )  # fmt: skip


def _waits(row: Referral, whole: UUID, at: datetime) -> Waits:
    due = row.referred_at + answered_within() if row.state == State.REFERRED else None
    return Waits(person_id=whole, row=row, due=due, late=due is not None and due < at)
