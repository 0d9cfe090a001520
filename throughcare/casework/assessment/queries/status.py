"""The statuses of one person, for whoever reads the plan, the person among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.assessment.lasting import ends, holds_at
from throughcare.casework.assessment.models import Status, StatusContest
from throughcare.casework.assessment.status_terms import CONFIRMED
from throughcare.casework.people.files import ask_about, may_about, reading, subject_of
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

PLN = Compartment.PLN
# The person and who stands beside the person in law: they see no proposal, and not what a written
# decision withholds (roles.md, section 1).
FOR_THE_PERSON: Final = frozenset({Role.PRISONER, Role.DEFENCE_LAWYER})
_WITHHELD: Final = ("evidence", "besides", "reasons", "new_evidence", "looked_why")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenStatus:
    """A status as it stands. `holds`: at the moment asked about; `ends_at`: when it holds no more.

    `withheld`: what it rests on is left out for this reader, by the decision that `row` names.
    """

    row: Status
    holds: bool
    ends_at: datetime
    withheld: bool
    contests: Sequence[StatusContest]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statuses:
    """Every status of a person as known at `known_at`, the latest first, over ones among them."""

    person_id: UUID
    known_at: datetime
    may_write: bool
    may_contest: bool
    seen: Sequence[SeenStatus]

    @property
    def in_force(self) -> Sequence[SeenStatus]:
        """Those that hold."""
        return [one for one in self.seen if one.holds]


@reading
def statuses_of(
    viewer: Viewer, person_id: UUID, *, at: datetime, known_at: datetime | None = None
) -> Statuses:
    """The history of a person's statuses. Leaves an entry. Raises NotThere or Refused."""
    leave = ask_about(viewer, Act.READ, PLN, person_id, at=at)
    whole, then = subject_of(person_id).person or person_id, known_at or at
    role = Role(leave.role)
    rows = rows_of(Status, whole, known_at=then).order_by("-since", "-id")
    if role in FOR_THE_PERSON:
        rows = rows.filter(state__in=sorted(CONFIRMED))
    contests = list(rows_of(StatusContest, whole, known_at=then).order_by("-contested_at", "-id"))
    seen = [_seen(row, role, contests, at=at) for row in rows]
    may = may_about(viewer, Act.WRITE, PLN, whole, at=at)
    record(
        event="read.statuses", by=str(viewer.account), role=leave.role, place=leave.place, at=at,
        happened_at=at, about=whole, compartment=PLN,
        content={"rows": [str(one.row.id) for one in seen]},
    )  # fmt: skip
    return Statuses(
        person_id=whole, known_at=then, may_write=may and role is not Role.PRISONER,
        may_contest=may, seen=seen,
    )  # fmt: skip


def _seen(
    row: Status, role: Role, contests: Iterable[StatusContest], *, at: datetime
) -> SeenStatus:
    withheld = role in FOR_THE_PERSON and row.withheld_why != ""
    return SeenStatus(
        row=without_grounds(row) if withheld else row, holds=holds_at(row, at), ends_at=ends(row),
        withheld=withheld, contests=[one for one in contests if one.status_id == row.first],
    )  # fmt: skip


def without_grounds(row: Status) -> Status:
    """The same status without what it rests on."""
    less = copy(row)
    for name in _WITHHELD:
        setattr(less, name, "")
    return less
