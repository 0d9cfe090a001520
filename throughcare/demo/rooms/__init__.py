"""What each room of the service is filled with: a file for each, with one of two doors.

A room about everything has the door `rows(country) -> Iterator[Row]`, a room about people
`rows(country, establishment, people)`: it is asked of one establishment after the other, so that
each person is made once for all rooms and nobody is kept. Both turn values into rows of the room's
own tables, each after the rows that it points to. Two rooms do not know each other: what they must
agree on (who somebody is, which cell, which account) they ask the country. A new room is a new file
and a word in one of the lists, below the rooms on whose rows its own rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from throughcare.demo.country import Country
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.rooms import (
    access,
    custody,
    daily,
    intelligence,
    observations,
    people,
    places,
    plans,
    programmes,
    safety,
)
from throughcare.demo.row import Row

Door = Callable[[Country], Iterator[Row]]
DoorOfPeople = Callable[[Country, Establishment, Sequence[Person]], Iterator[Row]]

ROOMS: Final[tuple[Door, ...]] = (places.rows, access.rows)
ROOMS_OF_EVERYBODY: Final[tuple[DoorOfPeople, ...]] = (people.rows, custody.rows)
# Nothing is said of most people, or a little.
ROOMS_OF_FEW: Final[tuple[DoorOfPeople, ...]] = (
    safety.rows, observations.rows, intelligence.rows, daily.rows, plans.rows, programmes.rows,
)  # fmt: skip


def rows_of_all(country: Country) -> Iterator[Row]:
    """Every row of the country, each after those that it points to."""
    for door in ROOMS:
        yield from door(country)
    yield from rows_of(country, *ROOMS_OF_EVERYBODY, *ROOMS_OF_FEW)


def rows_of(country: Country, *doors: DoorOfPeople) -> Iterator[Row]:
    """What these rooms say of everybody, establishment by establishment."""
    for establishment in country.establishments:
        held = tuple(country.people_at(establishment))
        for door in doors:
            yield from door(country, establishment, held)
