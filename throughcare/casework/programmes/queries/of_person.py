"""Everything of programmes in one file: what was offered and came of it, and what may be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from throughcare.access.gate import Leave
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Role
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.programmes.circles import may_read_content
from throughcare.casework.programmes.house import PRG
from throughcare.casework.programmes.models import (
    Attendance,
    Certificate,
    Consent,
    Group,
    LiteracyCheck,
    Measure,
    Note,
    Programme,
    Referral,
    RefusalReview,
    Withdrawal,
)
from throughcare.casework.programmes.terms import Came
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Facts of progress and needs. `shared`: the viewer may read them, now."""

    shared: bool
    notes: Sequence[Note] = ()
    measures: Sequence[Measure] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One referral of a person. `came`: how many sessions, by what was written of each."""

    row: Referral
    programme: Programme
    group: Group | None
    consent: Consent | None
    withdrawn: Withdrawal | None
    came: Mapping[str, int]
    certificate: Certificate | None
    content: Content
    reviews: Sequence[RefusalReview]

    @property
    def attended(self) -> int:
        """Sessions that the person came to, whole or in part."""
        return self.came.get(Came.ATTENDED, 0) + self.came.get(Came.PART, 0)

    @property
    def not_brought(self) -> int:
        """Sessions to which the prison did not bring the person."""
        return self.came.get(Came.NOT_BROUGHT, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpOf:
    """Everything of one person, the latest first. `redacted`: a short reading, which shows none.

    `own`: it is the viewer's own file.
    """

    person_id: UUID
    redacted: bool
    may_write: bool = False
    own: bool = False
    taken: Sequence[Taken] = field(default_factory=tuple)
    literacy: Sequence[LiteracyCheck] = field(default_factory=tuple)


@reading
def attendance_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> HelpOf:
    """What was offered to a person, and how it went: sessions attended, and not brought to.

    A redacted reading names no field of it, and shows nothing. Leaves an entry. NotThere, Refused.
    """
    full = may_about(viewer, Act.READ, PRG, person_id, at=at)
    leave = ask_about(
        viewer, Act.READ if full else Act.READ_REDACTED, PRG, person_id, at=at
    )  # fmt: skip
    whole = subject_of(person_id).person or person_id
    if not full:
        _enter(viewer, leave, whole, (), at=at)
        return HelpOf(person_id=whole, redacted=True)
    taken = _taken(viewer, leave, whole, at)
    _enter(viewer, leave, whole, taken, at=at)
    own = Role(leave.role) is Role.PRISONER
    return HelpOf(
        person_id=whole, redacted=False, own=own, taken=taken,
        may_write=not own and may_about(viewer, Act.WRITE, PRG, whole, at=at),
        literacy=list(rows_of(LiteracyCheck, whole, known_at=at).order_by("-checked_at")),
    )  # fmt: skip


def _taken(viewer: Viewer, leave: Leave, whole: UUID, at: datetime) -> list[Taken]:
    rows = list(rows_of(Referral, whole, known_at=at).order_by("-referred_at", "-id"))
    programmes = {
        one.first: one
        for one in Programme.objects.filter(
            first__in=[row.programme_id for row in rows], stood_until=None
        )
    }
    groups = {
        one.first: one
        for one in Group.objects.filter(
            first__in=[row.group_id for row in rows if row.group_id], stood_until=None
        )
    }
    consents = _by_referral(Consent, whole, at)
    withdrawals, certificates = _by_referral(Withdrawal, whole, at), _by_referral(
        Certificate, whole, at
    )  # fmt: skip
    came = _by_referral(Attendance, whole, at)
    notes, measures = _by_referral(Note, whole, at), _by_referral(Measure, whole, at)
    reviews = _by_referral(RefusalReview, whole, at)
    found = []
    for row in rows:
        consent = next(iter(consents[row.first]), None)
        gone = next(iter(withdrawals[row.first]), None)
        opens = may_read_content(leave, consent, withdrawn=gone is not None)
        found.append(
            Taken(
                row=row, programme=programmes[row.programme_id],
                group=groups.get(row.group_id) if row.group_id else None, consent=consent,
                withdrawn=gone, came=Counter(one.came for one in came[row.first]),
                certificate=next(iter(certificates[row.first]), None),
                content=Content(
                    shared=opens, notes=notes[row.first] if opens else (),
                    measures=measures[row.first] if opens else (),
                ),
                reviews=reviews[row.first],
            )
        )  # fmt: skip
    return found


def _by_referral(model: type[R], whole: UUID, at: datetime) -> Mapping[UUID, list[R]]:
    found = defaultdict[UUID, list[R]](list)
    for row in rows_of(model, whole, known_at=at).order_by("recorded_at", "id"):
        found[row.referral_id].append(row)  # type: ignore[attr-defined]
    return found


def _enter(
    viewer: Viewer, leave: Leave, whole: UUID, taken: Sequence[Taken], *, at: datetime
) -> None:
    record(
        event="read.programmes_of", by=str(viewer.account), role=leave.role, place=leave.place,
        at=at, happened_at=at, about=whole, compartment=PRG,
        content={
            "rows": [str(one.row.id) for one in taken],
            "content": [str(one.row.id) for one in taken if one.content.shared],
        },
    )  # fmt: skip
