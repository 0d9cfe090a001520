"""About whom: adults of the home prison of whom no story is told, sentenced before it began."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import connection

from throughcare.casework.custody.footing import legal_status_of
from throughcare.casework.custody.terms import Status
from throughcare.demo.acted.cast import BEGAN, DAY
from throughcare.demo.country import Country
from throughcare.demo.custody.times import stays_of
from throughcare.demo.safety.lots import known_of_age
from throughcare.demo.stories import story_of

# The last cell of somebody may be new: this long after a reception people have settled.
_SETTLED: Final = timedelta(days=30)


def sentenced(made: Country, *, women: bool) -> Iterator[UUID]:
    """The files of those whom it may be about, in the order of their numbers."""
    for one in made.people_at(made.home):
        if one.group.young or one.group.female is not women:
            continue
        if story_of(made.home, one.number) is not None or not known_of_age(one, made.on):
            continue
        held = stays_of(made.seed, made.home, one.number, on=made.on)[-1]
        began = made.on - BEGAN
        if held.admitted_at > began - _SETTLED:
            continue
        if legal_status_of(one.id, at=began - DAY) is Status.SENTENCED and _free(one.id):
            yield one.id


def _free(person: UUID) -> bool:
    """Nothing waits for an answer that would hold a board back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_items_waiting(%s)", [person])
        return bool(cursor.fetchone() == (0,))
