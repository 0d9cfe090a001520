"""Who of a list is held without an order in force: asked after a register was taken over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q

from throughcare.access import gate
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.models import Order, Stay
from throughcare.casework.custody.terms import HOLDING
from throughcare.casework.people.files import entering, whole_by_part, whose
from throughcare.casework.rows.record import known
from throughcare.register.actions import record


@entering
def open_without_order(
    viewer: Viewer, person_ids: Collection[UUID], *, at: datetime, why: str
) -> set[UUID]:
    """Of these persons, those whose stay stands open without a holding order in force.

    Only whom the viewer may read. One entry. Raises NotThere without a post.
    """
    leave = gate.standing(viewer, at=at)
    whole_of = whole_by_part(person_ids)
    within = whose("person", viewer, Compartment.ID, Act.READ, at=at)
    stays = Stay.objects.filter(known(at), within, person__in=whole_of)
    held = stays.filter(_holds("admitted_at", "left_at", at)).values_list("person", flat=True)
    open_now = {whole_of[one] for one in held}
    last_left = {
        whole_of[one["person"]]: one["left"]
        for one in Stay.objects.filter(known(at), person__in=whole_of, left_at__lte=at)
        .values("person")
        .annotate(left=Max("left_at"))
        .order_by("left")
    }
    orders = Order.objects.filter(known(at), person__in=whole_of, kind__in=HOLDING)
    holding = orders.filter(_holds("valid_from", "valid_to", at)).values_list(
        "person", "valid_from"
    )
    found = open_now - {
        whole_of[one]
        for one, begins in holding
        if whole_of[one] not in last_left or begins >= last_left[whole_of[one]]
    }
    record(
        event="read.held_without_order", by=str(viewer.account), role=leave.role,
        place=leave.place, happened_at=at, at=at, why=why, compartment=Compartment.SEN,
        content={"persons": sorted(found)},
    )  # fmt: skip
    return found


def _holds(begins: str, ends: str, at: datetime) -> Q:
    return (Q(**{ends: None}) | Q(**{f"{ends}__gt": at})) & Q(**{f"{begins}__lte": at})
