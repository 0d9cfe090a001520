"""Who of the chaplain's own people wishes services of which faith, unit by unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.chaplaincy.actions.offering import unit_of
from throughcare.casework.chaplaincy.models import Request, Service, Visit, Wish
from throughcare.casework.chaplaincy.terms import WishKind
from throughcare.casework.people.files import reading, whose
from throughcare.casework.rows.record import known
from throughcare.casework.rows.standing import holds
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Those of one unit and faith. `last`: when a service was open to one of them."""

    unit: str
    faith: str
    people: Sequence[UUID]
    last: datetime | None


@reading
def groups_of(viewer: Viewer, *, at: datetime) -> tuple[Sequence[Group], Sequence[Request]]:
    """The groups, and the requests that nobody has answered, the oldest first.

    Only of people whose chaplain the viewer is; an entry says whom it named. Raises NotThere
    without a post.
    """
    leave = standing(viewer, at=at)
    within = whose("person", viewer, Compartment.REL, Act.WRITE, at=at)
    wishes = Wish.objects.filter(
        within, known(at), holds("since", "until", at), kind=WishKind.SERVICES
    )
    found: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    names: dict[tuple[str, str], str] = {}
    for row in wishes.order_by("person"):
        unit = unit_of(row.person_id, at)
        if unit:
            found[unit, row.faith.casefold()].append(row.person_id)
            names.setdefault((unit, row.faith.casefold()), row.faith)
    answered = Visit.objects.filter(within, known(at)).exclude(request=None)
    waiting = Request.objects.filter(within, known(at)).exclude(id__in=answered.values("request"))
    asked = list(waiting.order_by("asked_at", "id"))
    named = {*(one for some in found.values() for one in some), *(one.person_id for one in asked)}
    record(
        event="read.chaplaincy_list", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=Compartment.REL,
        content={"named": sorted(str(one) for one in named)},
    )  # fmt: skip
    last = _last(viewer, at)
    return [
        Group(unit=unit, faith=names[unit, faith], people=people, last=last.get((unit, faith)))
        for (unit, faith), people in sorted(found.items())
    ], asked


def _last(viewer: Viewer, at: datetime) -> dict[tuple[str, str], datetime]:
    within = whose("person", viewer, Compartment.REL, Act.WRITE, at=at)
    rows = Service.objects.filter(within, known(at)).values_list("unit", "faith")
    found: dict[tuple[str, str], datetime] = {}
    for unit, faith, when in rows.annotate(when=Max("at")):
        key = (unit, faith.casefold())
        found[key] = max(when, found.get(key, when))
    return found
