"""To give a person a place, to move several at once, and to correct where somebody lay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.errors import (
    BadMoment,
    BadPlacing,
    NotInCustody,
    SamePlace,
    Taken,
)
from throughcare.casework.custody.models import Placement
from throughcare.casework.custody.placing import bed_in, need_may_share, place_in_use, placing
from throughcare.casework.custody.standing import placement_at, stay_at
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put
from throughcare.kernel.models import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where one person goes: the path of a place, and the code of a bed of it."""

    person_id: UUID
    place: str
    bed: str | None = None


@entering
def place_in(
    *, by: Viewer, at: datetime, person_id: UUID, place: str, since: datetime,
    bed: str | None = None, reason: str = "", despite: str = "", why: str = "",
) -> Placement:  # fmt: skip
    """Put a person into a cell or unit (its path), and a bed of it, from a moment on.

    The place the person was in until then ends at that moment. `despite` says why, where a rule
    keeps the person apart from somebody there (sharing.yaml); some rules take no reason.
    Raises MayNotShare, NotInCustody, NotInUse, Taken, SamePlace, BadMoment, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )
    return _place(holding, Move(person_id=person_id, place=place, bed=bed), since, reason, despite)


@entering
def move_several(
    *, by: Viewer, at: datetime, moves: Sequence[Move], since: datetime, reason: str,
    despite: str = "", why: str = "",
) -> list[Placement]:  # fmt: skip
    """Move several people at one moment, such as out of a unit that is closed for repair.

    All or nobody: where one cannot be moved, nobody is. Raises as `place_in`, and BadPlacing where
    nobody is named, or somebody twice.
    """
    if not moves or len({one.person_id for one in moves}) < len(moves):
        raise BadPlacing(
            _("nobody is to be moved, or somebody twice"),
            remedy=_("choose a new place for each person who moves, once"),
        )
    # Always in one order, so that two who move the same people do not wait for each other.
    holdings = [
        (
            hold(
                person_id=one.person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at,
                why=why,
            ),
            one,
        )
        for one in sorted(moves, key=lambda one: one.person_id)
    ]  # fmt: skip
    for holding, _move in holdings:
        _end_the_one_before(holding, since)
    return [_place(holding, move, since, reason, despite) for holding, move in holdings]


@entering
def correct_placement(
    *, by: Viewer, at: datetime, person_id: UUID, placement_id: UUID, place: str,
    since: datetime, until: datetime | None = None, bed: str | None = None, reason: str = "",
    despite: str = "", why: str,
) -> Placement:  # fmt: skip
    """Write down where and when somebody really lay, in place of an entry that was wrong.

    What stood before stays readable. Raises NoReason, AlreadyReplaced, and as `place_in`.
    """
    need_reason(why)
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.ID, by=by, at=at, why=why
    )
    stands = _that_stands(person_id, placement_id, at)
    _need_sound_period(person_id, since, until, at=at)
    where = place_in_use(place, holding, since)
    lying = bed_in(where, bed, since, until=until, but=stands) if bed else None
    # Who lies there now decides only where the person is said to lie there now.
    nevertheless = need_may_share(holding, where, despite) if until is None else despite.strip()
    row = Placement(
        place=where, bed=lying, since=since, until=until, reason=reason.strip(),
        despite=nevertheless,
    )  # fmt: skip
    with placing(where, bed):
        return put(
            holding, row, event="custody.placement_corrected", happened_at=since, replaces=stands
        )


def _place(holding: Holding, move: Move, since: datetime, reason: str, despite: str) -> Placement:
    _need_sound_period(move.person_id, since, None, at=holding.at)
    where = place_in_use(move.place, holding, since)
    before = placement_at(holding.person.id, at=since, known_at=holding.at)
    if before is not None and before.until is None:
        _need_another_place(before, where, move.bed)
    lying = bed_in(where, move.bed, since) if move.bed else None
    nevertheless = need_may_share(holding, where, despite)
    _end_the_one_before(holding, since)
    row = Placement(
        place=where, bed=lying, since=since, reason=reason.strip(), despite=nevertheless
    )
    with placing(where, move.bed):
        return put(holding, row, event="custody.placed", happened_at=since)


def _that_stands(person_id: UUID, placement_id: UUID, at: datetime) -> Placement:
    """The placement of this very file; a row of another is not there."""
    found = rows_of(Placement, person_id, known_at=at).filter(id=placement_id).first()
    if found is None:
        found = Placement.objects.filter(id=placement_id, person_id=person_id).first()
    if found is None:
        raise NotThere
    return found


def _need_sound_period(
    person_id: UUID, since: datetime, until: datetime | None, *, at: datetime
) -> None:
    if since > at or (until is not None and until > at):
        raise BadMoment(_("the time has not come"), remedy=_("look at day and hour"))
    if until is not None and until <= since:
        raise BadMoment(
            _("the person would leave the place before coming there"),
            remedy=_("look at both days and hours"),
        )
    if stay_at(person_id, at=since, known_at=at) is None:
        raise NotInCustody(
            _("this person was not in custody at that time"),
            remedy=_("receive the person first, or look at day and hour"),
        )


def _need_another_place(before: Placement, where: Place, bed: str | None) -> None:
    same_bed = (before.bed.code if before.bed else None) == (bed or None)
    if before.place_id == where.pk and same_bed:
        raise SamePlace(
            _("this person lies in %(place)s already") % {"place": where.path},
            remedy=_("choose another place, or correct the entry that stands"),
        )


def _end_the_one_before(holding: Holding, since: datetime) -> None:
    before = placement_at(holding.person.id, at=since, known_at=holding.at)
    later = rows_of(Placement, holding.person.id, known_at=holding.at).filter(since__gt=since)
    if later.exists() or (before is not None and before.until is not None):
        raise Taken(
            _("another placement of this person stands for that time"),
            remedy=_("correct that placement first"),
        )
    if before is not None:
        ended = Placement(
            place=before.place, bed=before.bed, since=before.since, until=since,
            reason=before.reason, despite=before.despite,
        )  # fmt: skip
        put(holding, ended, event="custody.moved_out", happened_at=since, replaces=before)
