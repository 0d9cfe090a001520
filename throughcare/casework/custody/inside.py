"""Who is in custody at each establishment, within a viewer's reach. Behind the wall."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.models import Stay
from throughcare.casework.custody.sentenced import when_held
from throughcare.casework.people.files import held_where, parts_by_whole, whose
from throughcare.casework.rows.record import known


def inside(
    viewer: Viewer, establishment: str | None, act: Act, *, at: datetime
) -> dict[str, list[UUID]]:
    """The whole files of those in custody about whose sentence the viewer may do this, by place.

    None is every establishment within reach.
    """
    within = whose("person", viewer, Compartment.SEN, act, at=at)
    stays = Stay.objects.filter(within, known(at), left_at=None, admitted_at__lte=at)
    people = {*stays.values_list("person", flat=True), *_by_case(viewer, act, at)}
    found = held_where(people)
    return found if establishment is None else {establishment: found.get(establishment, [])}


def _by_case(viewer: Viewer, act: Act, at: datetime) -> Collection[UUID]:
    """Of the viewer's cases, who is in custody: a redacted reading shows the day, not the stay."""
    cases = scope_of(viewer, Compartment.SEN, act, at=at).persons
    parts = list(parts_by_whole(list(cases)))
    return [person for person, stay in when_held(parts, known_at=at) if stay.left_at is None]
