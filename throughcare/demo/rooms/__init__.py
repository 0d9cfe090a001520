"""What each room of the service is filled with: a file for each, all with the same door.

The door of a room is one function, `rows(country) -> Iterator[Row]`. It turns the country's
values into rows of the room's own tables, each after the rows that it points to. Two rooms do not
know each other: what they must agree on (who somebody is, which cell, which account) they ask the
country. A new room is a new file and a line in ROOMS, below the rooms on whose rows its own rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from throughcare.demo.country import Country
from throughcare.demo.rooms import access, custody, people, places
from throughcare.demo.row import Row

Door = Callable[[Country], Iterator[Row]]

ROOMS: Final[tuple[tuple[str, Door], ...]] = (
    ("places", places.rows),
    ("accounts", access.rows),
    ("people", people.rows),
    ("custody", custody.rows),
)
# How many of them go through everybody held, for those who watch the progress.
ROOMS_OF_PEOPLE: Final = 2
