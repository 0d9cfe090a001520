"""Many files held for one change: a unit at once, in three questions instead of three a file."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from throughcare.access.errors import NotThere, Refused
from throughcare.casework.people import doors
from throughcare.casework.people.actions.holding import Holding
from throughcare.casework.people.actions.sheaf import Sheaf
from throughcare.casework.people.joined_files import wholes_of
from throughcare.casework.people.models import Person


def hold_several(
    *, person_ids: Collection[UUID], act: doors.Act, compartment: str, by: doors.Viewer,
    at: datetime, why: str, sheaf: Sheaf,
) -> dict[UUID, Holding | NotThere | Refused]:  # fmt: skip
    """Lock the whole files of these persons; whom the viewer may not, with the refusal.

    Always in one order, so that two who write about the same people do not wait for each other.
    What is put into one of them is gathered in the sheaf.
    """
    wholes = wholes_of(set(person_ids))
    locked = Person.objects.select_for_update().filter(id__in=set(wholes.values())).order_by("id")
    persons = {person.id: person for person in locked}
    # A merge may have come between the reading and the lock; then the file is locked as one.
    now = wholes_of(set(person_ids))
    found: dict[UUID, Holding | NotThere | Refused] = {}
    for asked in person_ids:
        person = persons.get(now[asked])
        try:
            leave = doors.ask(
                by, act, compartment, now[asked], person.held_at if person else None, at=at
            )
        except (NotThere, Refused) as refusal:
            found[asked] = refusal
            continue
        found[asked] = (
            doors.not_there()
            if person is None
            else Holding(
                person=person, by=by, at=at, why=why, leave=leave, compartment=compartment,
                sheaf=sheaf,
            )
        )  # fmt: skip
    return found
