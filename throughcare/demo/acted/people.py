"""About whom: people of the home prison of whom no story is told and nobody has drafted a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import connection

from throughcare.casework.custody.footing import legal_status_of
from throughcare.casework.custody.terms import Status
from throughcare.casework.plans.models import Plan
from throughcare.demo.accounts import own_person
from throughcare.demo.acted.cast import BEGAN, DAY
from throughcare.demo.country import Country
from throughcare.demo.custody.times import stays_of
from throughcare.demo.safety.lots import known_of_age
from throughcare.demo.stories import story_of

# The last cell of somebody may be new: this long after a reception people have settled.
_SETTLED: Final = timedelta(days=30)
# Of those who need not be sentenced: so long they are there at least.
LATELY: Final = timedelta(days=60)


def sentenced(made: Country, *, women: bool) -> Iterator[UUID]:
    """The files of adults sentenced before it began, in the order of their numbers."""
    for one in made.people_at(made.home):
        if one.group.young or one.group.female is not women:
            continue
        if story_of(made.home, one.number) is not None or not known_of_age(one, made.on):
            continue
        held = stays_of(made.seed, made.home, one.number, on=made.on)[-1]
        began = made.on - BEGAN
        if held.admitted_at > began - _SETTLED:
            continue
        if legal_status_of(one.id, at=began - DAY) is Status.SENTENCED and is_free(one.id):
            yield one.id


def children(made: Country) -> Iterator[UUID]:
    """The files of those held as children since some weeks, in the order of their numbers."""
    for one in made.people_at(made.home):
        if not one.group.young or story_of(made.home, one.number) is not None:
            continue
        if _is_long_here(made, one.number) and is_free(one.id):
            yield one.id


def with_own_account(made: Country) -> UUID | None:
    """The file of the person who signs in to the demo; None for one who came a short time ago."""
    number = own_person(made.home)
    file = made.file_of(number)
    return file if _is_long_here(made, number) and is_free(file) else None


def _is_long_here(made: Country, number: int) -> bool:
    held = stays_of(made.seed, made.home, number, on=made.on)[-1]
    return made.on - held.admitted_at > LATELY


def is_free(person: UUID) -> bool:
    """Nothing waits for an answer that would hold a board back, and no draft of a plan is there."""
    if Plan.objects.filter(person=person, stood_until=None).exists():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_items_waiting(%s)", [person])
        return bool(cursor.fetchone() == (0,))
