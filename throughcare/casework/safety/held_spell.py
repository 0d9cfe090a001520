"""A spell that somebody holds for a change: found, begun, renewed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.casework.custody.standing import placement_at, stay_at
from throughcare.casework.people.files import Holding, fresh_id
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.errors import AlreadySeparated, BadSeparation, NotSeparated
from throughcare.casework.safety.models import Separation
from throughcare.casework.safety.spells import Known, spells_of
from throughcare.casework.safety.terms import SeparationKind
from throughcare.kernel.models import Place


def need_free(
    holding: Holding, since: datetime, until: datetime | None, *, but: UUID | None = None
) -> None:
    """Refuse a second separation for the same time. Raises AlreadySeparated."""
    for one in spells_of(holding.person.id, known_at=holding.at):
        if one.id != but and one.meets(since, until):
            raise AlreadySeparated(
                _("the person is separated since %(since)s already, whatever the ground")
                % {"since": one.since.strftime("%Y-%m-%d %H:%M")},
                remedy=_("continue that separation by another order, or end it first"),
            )


def need_sound_times(holding: Holding, since: datetime, until: datetime | None) -> None:
    """Refuse times to come, an end before the beginning, and time outside custody."""
    if since > holding.at or (until is not None and until > holding.at):
        raise BadSeparation(_("the time has not come"), remedy=_("look at day and hour"))
    if until is not None and until < since:
        raise BadSeparation(
            _("the separation would end before it begins"), remedy=_("look at both days and hours")
        )
    if stay_at(holding.person.id, at=since, known_at=holding.at) is None:
        raise BadSeparation(
            _("this person was not in custody at that time"), remedy=_("look at day and hour")
        )


def need_kind(kind: str) -> SeparationKind:
    """The kind of separation. Raises BadSeparation for a word of another list."""
    if kind not in SeparationKind.values:
        raise BadSeparation(
            _("this kind of separation is none of the list"),
            remedy=_("choose one of: %(kinds)s")
            % {"kinds": ", ".join(str(label) for label in SeparationKind.labels)},
        )
    return SeparationKind(kind)


def begin(
    holding: Holding, *, kind: str, since: datetime, until: datetime | None, found: str
) -> Separation:
    """Put down a spell that begins, in the place where the person lies then."""
    first = fresh_id(holding.at)
    row = Separation(
        id=first, spell=first, kind=need_kind(kind), place=_where(holding, since), since=since,
        until=until, found=found,
    )  # fmt: skip
    event = "safety.separation_found" if found else "safety.separated"
    return put(holding, row, event=event, happened_at=since)


def spell_of(holding: Holding, spell_id: UUID) -> Known:
    """The spell of this very file, as the door tells it. Raises NotThere."""
    spells = spells_of(holding.person.id, known_at=holding.at)
    found = next((one for one in spells if one.id == spell_id), None)
    if found is None:
        raise NotThere
    return found


def running(holding: Holding, spell_id: UUID) -> Known:
    """The spell, if nobody has written that it ended. Raises NotThere, NotSeparated."""
    known = spell_of(holding, spell_id)
    if known.until is not None:
        raise NotSeparated(
            _("this separation ended on %(until)s") % {"until": known.until.strftime("%Y-%m-%d")},
            remedy=_("if the person is separated again, order it anew"),
        )
    return known


def row_of(holding: Holding, spell_id: UUID) -> Separation:
    """The version of the spell that stands, for those who may read it. Raises NotThere."""
    rows = rows_of(Separation, holding.person.id, known_at=holding.at)
    row = rows.filter(spell=spell_id).first()
    if row is None:
        raise NotThere
    return row


def _where(holding: Holding, since: datetime) -> Place | None:
    placed = placement_at(holding.person.id, at=since, known_at=holding.at)
    if placed is not None:
        return placed.place
    return Place.objects.filter(path=holding.person.held_at).first()
