"""What one person asked and wishes, and what was offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.chaplaincy.models import Request, Service, Visit, Wish
from throughcare.casework.people.files import ask_about, may_about, reading
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request, and what was offered for it."""

    row: Request
    visits: Sequence[Visit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Faith:
    """The latest first. `own`: the person reads; `may_offer`: the chaplaincy writes visits."""

    asked: Sequence[Asked]
    wishes: Sequence[Wish]
    visits: Sequence[Visit]
    services: Sequence[Service]
    own: bool
    may_wish: bool

    @property
    def may_offer(self) -> bool:
        """What was offered is written by the chaplaincy alone."""
        return self.may_wish and not self.own


@reading
def faith_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Faith:
    """All of it, for the chaplain of the person and for the person. Raises NotThere or Refused."""
    leave = ask_about(viewer, Act.READ, Compartment.REL, person_id, at=at)
    record(
        event="read.chaplaincy", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=person_id, compartment=Compartment.REL,
    )  # fmt: skip
    visits = list(rows_of(Visit, person_id, known_at=at).order_by("-at", "-id")[:_MOST])
    asked = rows_of(Request, person_id, known_at=at).order_by("-asked_at", "-id")[:_MOST]
    return Faith(
        asked=[
            Asked(row=one, visits=[row for row in visits if row.request_id == one.id])
            for one in asked
        ],
        wishes=list(rows_of(Wish, person_id, known_at=at).order_by("-since", "-id")[:_MOST]),
        visits=visits,
        services=list(rows_of(Service, person_id, known_at=at).order_by("-at", "-id")[:_MOST]),
        own=Role(leave.role) in OWN_RIGHT,
        may_wish=may_about(viewer, Act.WRITE, Compartment.REL, person_id, at=at),
    )
