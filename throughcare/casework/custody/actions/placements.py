"""To give a person a place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.errors import BadMoment, NotInCustody, NotInUse, Taken
from throughcare.casework.custody.models import Bed, Placement
from throughcare.casework.custody.standing import placement_at, stay_at
from throughcare.casework.custody.writing import put
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.kernel.models import Place
from throughcare.kernel.places import establishment_of


@entering
def place_in(
    *, by: Viewer, at: datetime, person_id: UUID, place: str, since: datetime,
    bed: str | None = None, reason: str = "", why: str = "",
) -> Placement:  # fmt: skip
    """Put a person into a cell or unit (its path), and a bed of it, from a moment on.

    The place the person was in until then ends at that moment. Raises NotInCustody, NotInUse,
    Taken, BadMoment, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )
    if since > at:
        raise BadMoment(_("the time has not come"), remedy=_("look at day and hour"))
    if stay_at(person_id, at=since, known_at=at) is None:
        raise NotInCustody(
            _("this person was not in custody at that time"),
            remedy=_("receive the person first, or look at day and hour"),
        )
    where = _in_use(place, holding, since)
    lying = _bed(where, bed, since) if bed else None
    _end_the_one_before(holding, since)
    row = Placement(place=where, bed=lying, since=since, reason=reason.strip())
    return put(holding, row, event="custody.placed", happened_at=since)


def _in_use(path: str, holding: Holding, since: datetime) -> Place:
    where = Place.objects.in_use(since).filter(path=path).first()
    if where is None or establishment_of(path) != holding.person.held_at:
        raise NotInUse(
            _("%(place)s is no place in use here at that time") % {"place": path},
            remedy=_("choose a place of this establishment"),
        )
    return where


def _bed(where: Place, code: str, since: datetime) -> Bed:
    bed = Bed.objects.filter(place=where, code=code, used_from__lte=since).first()
    if bed is None or (bed.used_until is not None and bed.used_until <= since):
        raise NotInUse(
            _("there is no bed %(bed)s in use there") % {"bed": code},
            remedy=_("choose one of the beds of this place"),
        )
    overlapping = Placement.objects.filter(bed=bed, stood_until=None)
    if overlapping.exclude(until__lte=since).exists():
        raise Taken(
            _("somebody lies in bed %(bed)s at that time") % {"bed": code},
            remedy=_("choose another bed, or move that person first"),
        )
    return bed


def _end_the_one_before(holding: Holding, since: datetime) -> None:
    before = placement_at(holding.person.id, at=since, known_at=holding.at)
    later = Placement.objects.filter(
        person=holding.person.id, stood_until=None, since__gt=since
    ).exists()  # fmt: skip
    if later or (before is not None and before.until is not None):
        raise Taken(
            _("another placement of this person stands for that time"),
            remedy=_("correct that placement first"),
        )
    if before is not None:
        ended = Placement(
            place=before.place, bed=before.bed, since=before.since, until=since,
            reason=before.reason,
        )  # fmt: skip
        put(holding, ended, event="custody.moved_out", happened_at=since, replaces=before)
