"""To open a person's file, and to say which establishment answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.people import doors
from throughcare.casework.people.actions.facts import put_first_facts
from throughcare.casework.people.actions.holding import Holding, fresh_id, hold, need_reason
from throughcare.casework.people.actions.sheaf import Sheaf
from throughcare.casework.people.errors import BadValue
from throughcare.casework.people.kinds import IDENTITY, Kind, compartment_of
from throughcare.casework.people.models import Person
from throughcare.casework.people.values import Value, checked

Said = tuple[Kind, Value]


@doors.entering
def register_person(
    *, by: doors.Viewer, at: datetime, establishment: str, facts: Sequence[Said], why: str = ""
) -> Person:
    """Open a file with what is known; a name must be among it, if only 'unknown'.

    All facts are stated. Raises BadValue, and access's NotThere or Refused.
    """
    sheaf = Sheaf()
    holding = begin_file(
        by=by, at=at, establishment=establishment, facts=facts, why=why, sheaf=sheaf
    )
    sheaf.write()
    return holding.person


def begin_file(
    *, by: doors.Viewer, at: datetime, establishment: str, facts: Sequence[Said], why: str,
    sheaf: Sheaf,
) -> Holding:  # fmt: skip
    """Gather what opens a file, which stands once the sheaf is written. See `register_person`.

    Within the transaction and behind the wall of the caller: for an import, whose files are many.
    """
    leave = doors.ask_to_open(by, establishment, at=at)
    _need_name(facts)
    person = Person(
        id=fresh_id(at), held_at=establishment, opened_at=at, opened_by=doors.account_of(by)
    )
    holding = Holding(
        person=person, by=by, at=at, why=why, leave=leave, compartment=IDENTITY, sheaf=sheaf
    )
    holding.put(person)
    holding.enter("people.file_opened", person)
    put_first_facts(holding, [(kind, checked(kind, value)) for kind, value in facts])
    return holding


@doors.entering
def hold_at(
    *, by: doors.Viewer, at: datetime, person_id: UUID, establishment: str | None, why: str
) -> Person:
    """Say which establishment holds the person from now on; None for none.

    For the room custody, which knows why. Raises NoReason, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=doors.Act.WRITE, compartment=IDENTITY, by=by, at=at, why=why
    )
    need_reason(why)
    holding.person.held_at = establishment
    doors.let_hold(holding.person)
    holding.enter("people.held_at", holding.person)
    return holding.person


def _need_name(facts: Sequence[Said]) -> None:
    if not any(kind is Kind.NAME for kind, _value in facts):
        raise BadValue(
            _("a file cannot be opened without a name"),
            remedy=_("type the name that the person gives, or 'unknown'"),
        )
    if any(compartment_of(kind) != IDENTITY for kind, _value in facts):
        raise BadValue(
            _("an emergency contact does not belong to what opens a file"),
            remedy=_("open the file first, then add the contact"),
        )
