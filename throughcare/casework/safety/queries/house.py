"""The register of a whole prison: what waits to be settled, and who was separated before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Q

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import entering, held_where
from throughcare.casework.rows.record import known
from throughcare.casework.safety.models import DayConflict, Separation, SeparationOrder
from throughcare.register.actions import record

MOST: Final = 500  # rows of a history; who asks for more asks for a shorter time


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A separation of the history, with its orders."""

    row: Separation
    orders: Sequence[SeparationOrder]


@entering
def conflicts_in(viewer: Viewer, establishment: str, *, at: datetime) -> Sequence[DayConflict]:
    """Entries of people held there that a person must settle, the earliest first.

    Leaves an entry. For who reads the register. Raises NotThere, Refused.
    """
    rows = list(DayConflict.objects.filter(known(at), outcome="").order_by("since", "id"))
    here = _held_here((one.person_id for one in rows), establishment)
    found = [one for one in rows if one.person_id in here]
    _enter(viewer, "read.separation_conflicts", establishment, here, at=at)
    return found


@entering
def history_in(
    viewer: Viewer, establishment: str, *, first: datetime, last: datetime, at: datetime
) -> tuple[Sequence[Past], bool]:
    """Who was separated in [first, last), the newest first, and whether more were.

    Of those held there now. Leaves an entry. Raises NotThere, Refused.
    """
    rows = Separation.objects.filter(known(at), since__lt=last).filter(
        Q(until__isnull=True) | Q(until__gte=first)
    )
    spells = list(rows.order_by("-since", "id"))
    here = _held_here((one.person_id for one in spells), establishment)
    shown = [one for one in spells if one.person_id in here]
    orders: dict[UUID, list[SeparationOrder]] = {}
    of = SeparationOrder.objects.filter(
        known(at), separation_id__in=[one.spell for one in shown[:MOST]]
    )
    for order in of.order_by("valid_from", "id"):
        orders.setdefault(order.separation_id, []).append(order)
    _enter(viewer, "read.separation_history", establishment, here, at=at)
    past = [Past(row=one, orders=orders.get(one.spell, [])) for one in shown[:MOST]]
    return past, len(shown) > MOST


def _held_here(people: Iterable[UUID], establishment: str) -> set[UUID]:
    return set(held_where(set(people)).get(establishment, ()))


def _enter(
    viewer: Viewer, event: str, establishment: str, named: Iterable[UUID], *, at: datetime
) -> None:
    leave = gate.ask(viewer, Act.READ, Compartment.DIS, Subject(None, establishment), at=at)
    record(
        event=event, by=str(viewer.account), role=leave.role, place=leave.place, happened_at=at,
        at=at, compartment=Compartment.DIS,
        content={"named": sorted(str(one) for one in named)},
    )  # fmt: skip
