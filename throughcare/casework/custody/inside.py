"""Who is in custody at an establishment, within a viewer's reach. Behind the wall."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.models import Stay, known
from throughcare.casework.people.files import held_in, whose


def inside(viewer: Viewer, establishment: str, act: Act, *, at: datetime) -> list[UUID]:
    """The whole files of those held there about whose sentence the viewer may do this."""
    within = whose("person", viewer, Compartment.SEN, act, at=at)
    stays = Stay.objects.filter(within, known(at), left_at=None, admitted_at__lte=at)
    return held_in(establishment, stays.values_list("person", flat=True))
