"""How a room above asks about a person's file: whom it is about, and whether the viewer may."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.gate import Leave
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.doors import entering
from throughcare.casework.people.joined_files import whole_file
from throughcare.casework.people.models import Person

__all__ = ["ask_about", "entering", "may_about", "subject_of"]


def subject_of(person_id: UUID) -> Subject:
    """Whom it is about: the whole file, and where the person is held. Behind the wall.

    What the wall hides and what does not exist are one: a person held nowhere.
    """
    person = Person.objects.filter(id=whole_file(person_id)).first()
    return Subject(person.id, person.held_at) if person else Subject(person_id, None)


def ask_about(
    viewer: Viewer, act: Act, compartment: Compartment, person_id: UUID, *, at: datetime
) -> Leave:
    """May the viewer do this in the file of this person? Raises NotThere or Refused."""
    return gate.ask(viewer, act, compartment, subject_of(person_id), at=at)


def may_about(
    viewer: Viewer, act: Act, compartment: Compartment, person_id: UUID, *, at: datetime
) -> bool:
    """Whether the viewer may do this in the file of this person."""
    return gate.may(viewer, act, compartment, subject_of(person_id), at=at)
