"""Entries of days that contradict each other and wait for a person, with what stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from throughcare.access import gate
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import entering, whose
from throughcare.casework.rows.record import known
from throughcare.casework.safety.models import Contact, DayConflict, OutOfCell
from throughcare.casework.safety.terms import EntryTable
from throughcare.register.actions import record

MOST = 200  # on one page; what is settled makes room for the others


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConflict:
    """The later entry, and what stands in those hours now: usually one, at times several."""

    later: DayConflict
    stands: Sequence[OutOfCell | Contact]


@entering
def open_conflicts(viewer: Viewer, *, at: datetime) -> Sequence[OpenConflict]:
    """All within reach of whoever may settle them, the earliest first. Leaves an entry.

    Raises NotThere, Refused: where no post of the viewer may write in the register.
    """
    leave = _leave(viewer, at)
    mine = whose("person", viewer, Compartment.DIS, Act.WRITE, at=at)
    waiting = list(
        DayConflict.objects.filter(known(at), mine, outcome="").order_by("since", "id")[:MOST]
    )
    found = [OpenConflict(later=one, stands=_stands(one, at)) for one in waiting]
    record(
        event="read.day_conflicts", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=Compartment.DIS,
        content={"named": sorted({str(one.person_id) for one in waiting})},
    )  # fmt: skip
    return found


def _leave(viewer: Viewer, at: datetime) -> gate.Leave:
    """By the first post that may settle; else in the words of the first post's refusal."""
    refusal: NotThere | Refused = NotThere()
    held = [one for one in viewer.posts if one.period.holds(at)]
    for number, post in enumerate(held):
        try:
            return gate.ask(
                viewer, Act.WRITE, Compartment.DIS, Subject(None, post.establishment), at=at
            )
        except (NotThere, Refused) as error:
            refusal = error if number == 0 else refusal
    raise refusal


def _stands(one: DayConflict, at: datetime) -> list[OutOfCell | Contact]:
    model: type[OutOfCell] | type[Contact] = (
        OutOfCell if one.entry == EntryTable.OUT_OF_CELL else Contact
    )
    meets = Q(since__lt=one.until, until__gt=one.since)
    return list(model.objects.filter(known(at), meets, person=one.person_id).order_by("since"))
