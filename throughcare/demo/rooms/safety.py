"""Restrictive measures: separations, restrictions, restraints and discipline, for a small share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from throughcare.demo.country import Country
from throughcare.demo.custody.beds import lying
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.row import Row
from throughcare.demo.safety import visited
from throughcare.demo.safety.lots import rows_of
from throughcare.demo.safety.told import locked_up, rows_of_story
from throughcare.demo.stories import story_of


def rows(country: Country, establishment: Establishment, people: Sequence[Person]) -> Iterator[Row]:
    """What was drawn for each, and at home the stories; a unit that was locked up last."""
    lie = lying(country.seed, establishment, on=country.on)
    home = establishment == country.home
    free = list[Person]()  # of whom nothing is told
    for one in people:
        story = story_of(establishment, one.number)
        if story is not None:
            yield from rows_of_story(country, story.name, one, lie)
        elif not (home and one.group.female):  # the unit of the story is theirs
            drawn = list(rows_of(country, one, lie[one.number].cell))
            yield from drawn
            free += [] if drawn else [one]
    yield from visited.rows_of(country, establishment, free, lie)
    if home:
        yield from locked_up(country, people, lie)
