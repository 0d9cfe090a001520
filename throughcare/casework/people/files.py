"""How a room above asks about a person's file: whom it is about, and whether the viewer may."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection
from django.db.models import Q

from throughcare.access import gate
from throughcare.access.gate import Leave
from throughcare.access.question import Subject, Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.actions.holding import Holding, fresh_id, hold, need_reason
from throughcare.casework.people.actions.holding_several import hold_several
from throughcare.casework.people.actions.persons import begin_file
from throughcare.casework.people.actions.sheaf import Sheaf
from throughcare.casework.people.asked_once import once
from throughcare.casework.people.doors import entering, reading
from throughcare.casework.people.joined_files import (
    parts_by_whole,
    parts_of,
    wholes_of,
)
from throughcare.casework.people.models import Merge, Person

__all__ = [
    "Holding",
    "Sheaf",
    "ask_about",
    "begin_file",
    "entering",
    "fresh_id",
    "held_where",
    "hold",
    "hold_several",
    "may_about",
    "need_reason",
    "parts_by_whole",
    "parts_of",
    "reading",
    "subject_of",
    "whole_by_part",
    "whose",
]

# Not through the ORM: every question about a file begins with it, at a quarter of the cost.
_WHOSE: Final = "SELECT id, held_at FROM people_person WHERE id = (SELECT people_whole(%s))"


def subject_of(person_id: UUID) -> Subject:
    """Whom it is about: the whole file, and where the person is held. Behind the wall.

    What the wall hides and what does not exist are one: a person held nowhere.
    """
    return once(("subject", person_id), lambda: _subject(person_id))


def _subject(person_id: UUID) -> Subject:
    with connection.cursor() as cursor:
        cursor.execute(_WHOSE, [person_id])
        found = cursor.fetchone()
    return Subject(*found) if found else Subject(person_id, None)


def held_where(person_ids: Iterable[UUID]) -> dict[str, list[UUID]]:
    """The whole files of these persons by the establishment that holds them, each once."""
    wholes = set(wholes_of(set(person_ids)).values())
    found: dict[str, list[UUID]] = {}
    held = Person.objects.filter(id__in=wholes, held_at__gt="").order_by("id")
    for person, place in held.values_list("id", "held_at"):
        found.setdefault(str(place), []).append(person)
    return found


def whole_by_part(person_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Every file that is read together with one of these, with the one it is read in."""
    return parts_by_whole(sorted(set(wholes_of(person_ids).values())))


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


def whose(
    column: str, viewer: Viewer, compartment: Compartment, act: Act, *, at: datetime
) -> Q:  # fmt: skip
    """A filter on a column of person ids: the rows of a room that lie within the viewer's reach.

    A row of a merged file lies where the file lies that it is read in.
    """
    reach = scope_of(viewer, compartment, act, at=at)
    held = Person.objects.filter(held_at__in=reach.establishments)
    at_places = Q(**{f"{column}__in": held.values("id")})
    within = (Q() if reach.everything else at_places) & ~Q(**{f"{column}__in": reach.barred})
    parts = wholes_of(Merge.objects.filter(undone_at=None).values_list("merged", flat=True))
    places = dict(Person.objects.filter(id__in=parts.values()).values_list("id", "held_at"))
    inside = {part for part, whole in parts.items() if reach.admits(whole, places.get(whole))}
    elsewhere = ~Q(**{f"{column}__in": set(parts) - inside})
    return (within & elsewhere) | Q(**{f"{column}__in": reach.persons | inside})
