"""What an inspector looks at first: separations under an exception, and those that were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import entering, held_where
from throughcare.casework.rows.record import known
from throughcare.casework.safety.models import Separation, SeparationOrder
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Orders beyond the limit under an exception; spells and orders that were only found."""

    exceptions: Sequence[SeparationOrder]
    found: Sequence[Separation]
    orders_found: Sequence[SeparationOrder]


@entering
def marked_at(viewer: Viewer, establishment: str, *, at: datetime) -> Marked:
    """Of those held in a prison now, the newest first. Leaves an entry. NotThere, Refused."""
    leave = gate.ask(viewer, Act.READ, Compartment.DIS, Subject(None, establishment), at=at)
    orders = list(SeparationOrder.objects.filter(known(at)).exclude(lawful_exception="", found=""))
    spells = list(Separation.objects.filter(known(at)).exclude(found=""))
    people = {one.person_id for one in (*orders, *spells)}
    here: set[UUID] = set(held_where(people).get(establishment, ()))
    orders = sorted(
        (one for one in orders if one.person_id in here), key=lambda one: one.made_at, reverse=True
    )
    record(
        event="read.separations_marked", by=str(viewer.account), role=leave.role,
        place=leave.place, happened_at=at, at=at, compartment=Compartment.DIS,
        content={"named": sorted({str(one) for one in people & here})},
    )  # fmt: skip
    return Marked(
        exceptions=[one for one in orders if one.lawful_exception],
        found=sorted(
            (one for one in spells if one.person_id in here),
            key=lambda one: one.since, reverse=True,
        ),
        orders_found=[one for one in orders if one.found],
    )  # fmt: skip
