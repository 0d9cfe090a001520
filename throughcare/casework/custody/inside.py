"""Who is in custody at each establishment, within a viewer's reach. Behind the wall."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.models import Stay, known
from throughcare.casework.people.files import held_where, whose


def inside(
    viewer: Viewer, establishment: str | None, act: Act, *, at: datetime
) -> dict[str, list[UUID]]:
    """The whole files of those in custody about whose sentence the viewer may do this, by place.

    None is every establishment within reach.
    """
    within = whose("person", viewer, Compartment.SEN, act, at=at)
    stays = Stay.objects.filter(within, known(at), left_at=None, admitted_at__lte=at)
    found = held_where(stays.values_list("person", flat=True))
    return found if establishment is None else {establishment: found.get(establishment, [])}
