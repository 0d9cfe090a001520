"""The people of a unit or a prison: whom one may write of, and who waits for a contact.

The list says what the prison owes, and nothing of anybody. How much of what kind is written is told
of the whole place, and only where it tells of nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.queries import people_in
from throughcare.casework.observations.last_contact import LastContact, last_contacts
from throughcare.casework.observations.values import share
from throughcare.casework.people.files import entering
from throughcare.kernel.places import establishment_of
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class OnUnit:
    """One person. `away`: why the person is out, or empty. `told`: last contact and officer."""

    person: UUID
    path: str
    away: str
    told: LastContact

    def due(self, separated_since: datetime | None = None) -> datetime | None:
        """Until when the prison owes the person a contact; None for nobody in custody."""
        return self.told.due(separated_since=separated_since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of each kind a place wrote in so many days."""

    days: int
    positive: int
    talks: int
    concerns: int

    @property
    def positive_percent(self) -> int:
        """Good things among good things and concerns, in whole per cent; of a place, of nobody."""
        told = self.positive + self.concerns
        return round(100 * self.positive / told) if told else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OfUnit:
    """A place: its people by path; `share` None where there is too little to tell it.

    `may_observe`: the viewer adds observations there.
    """

    path: str
    people: Sequence[OnUnit]
    share: Share | None
    may_observe: bool


@entering
def unit_of(viewer: Viewer, path: str, *, at: datetime) -> OfUnit:
    """The people of a place, for whoever adds or reads observations there. Leaves an entry.

    Raises NotThere, Refused.
    """
    where = Subject(None, establishment_of(path))
    adds = gate.may(viewer, Act.APPEND, Compartment.PRG, where, at=at)
    act = Act.APPEND if adds else Act.READ
    leave = gate.ask(viewer, act, Compartment.PRG, where, at=at)
    lying = people_in(viewer, path, at=at)
    told = last_contacts([one.person for one in lying], at=at)
    people = [
        OnUnit(person=one.person, path=one.path, away=one.away, told=told[one.person])
        for one in lying if one.person in told
    ]  # fmt: skip
    record(
        event="read.contacts_owed", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, compartment=Compartment.PRG,
        content={"place": path, "named": [str(one.person) for one in people]},
    )  # fmt: skip
    return OfUnit(path=path, people=people, share=_share(path, at=at), may_observe=adds)


def _share(path: str, *, at: datetime) -> Share | None:
    least = share()
    begins = at - timedelta(days=least["days"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM observations_of_unit(%s, %s, %s)", [path, begins, at])
        row = cursor.fetchone()
    if row is None:
        return None
    positive, talks, concerns, people, writers = row
    enough = (
        positive + talks + concerns >= least["entries"]
        and people >= least["people"] and writers >= least["writers"]
    )  # fmt: skip
    if not enough:
        return None
    return Share(days=least["days"], positive=positive, talks=talks, concerns=concerns)
