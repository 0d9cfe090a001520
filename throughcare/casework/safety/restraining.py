"""Which restraints may be put on whom, for what, on whose order. Behind the wall; asks nobody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.people.files import Holding
from throughcare.casework.safety.catalogue import forbidden_instruments, instruments
from throughcare.casework.safety.measure_errors import (
    ForbiddenInstrument,
    ForbiddenRestraint,
    MustNotBeRestrained,
    NoDirectorOrder,
)
from throughcare.casework.safety.measure_terms import LAWFUL_PURPOSES, Purpose
from throughcare.casework.safety.ruled import after, length_of, words_of

_LAWFUL, _CHAINS, _ORDER, _APPEARANCE, _SANCTION = (
    "nmr-47-2-law", "nmr-47-1", "nmr-47-2-b-order", "nmr-47-2-a", "nmr-43-2"
)  # fmt: skip


def may_be_used(instrument: str, purpose: str) -> bool:
    """Whether the list lets this instrument be used for this."""
    found = instruments().get(instrument)
    return found is not None and purpose in found.purposes


def need_lawful_use(
    instrument: str, purpose: str, *, as_sanction: bool, at_appearance: bool
) -> None:
    """Refuse what a rule forbids. Raises ForbiddenInstrument, ForbiddenRestraint."""
    if instrument in forbidden_instruments():
        raise ForbiddenInstrument(
            words_of(forbidden_instruments()[instrument]),
            remedy=_("use none, or a milder one of the list"),
        )
    if as_sanction:
        raise ForbiddenRestraint(
            words_of(_SANCTION), remedy=_("take them off; a sanction is another one of the list")
        )
    if at_appearance:
        raise ForbiddenRestraint(
            words_of(_APPEARANCE), remedy=_("take them off before the person enters the room")
        )
    if purpose not in LAWFUL_PURPOSES or not may_be_used(instrument, purpose):
        raise ForbiddenInstrument(
            words_of(_LAWFUL),
            remedy=_("choose an instrument that the list has for this purpose, or use none"),
        )


def need_order(
    holding: Holding, purpose: str, ordered_at: datetime | None, since: datetime
) -> None:
    """Refuse restraints against harm without the director's order in time. NoDirectorOrder."""
    if purpose != Purpose.HARM:
        return
    zone = str(zone_of(holding.person.held_at))
    lasts = length_of(_ORDER, "max_age", holding.at.date())
    if ordered_at is None or ordered_at > since or after(ordered_at, lasts, zone) < since:
        raise NoDirectorOrder(
            words_of(_ORDER),
            remedy=_("ask the director; what was done without an order is written as it was"),
        )


def need_not_barred(person_id: UUID, since: datetime, until: datetime | None) -> None:
    """Refuse for whom the health file bars it, without a word of why. MustNotBeRestrained."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT safety_must_not_be_restrained(%s, %s, %s)", [person_id, since, until or since]
        )
        barred = cursor.fetchone()[0]
    if barred:
        raise must_not()


def must_not() -> MustNotBeRestrained:
    """The one answer, whatever stands in the health file."""
    return MustNotBeRestrained(
        _("this person must not be restrained, on grounds kept in the health file"),
        remedy=_("use no restraints, and ask health staff what helps instead"),
    )
