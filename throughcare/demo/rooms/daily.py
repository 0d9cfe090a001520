"""Contact, work and religion: a little for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from throughcare.demo.country import Country
from throughcare.demo.custody.beds import lying
from throughcare.demo.daily.contact import contacts
from throughcare.demo.daily.file import file_of
from throughcare.demo.daily.religion import religion
from throughcare.demo.daily.work import work
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.row import Row

_UNIT = 3  # establishment, premises, unit


def rows(country: Country, establishment: Establishment, people: Sequence[Person]) -> Iterator[Row]:
    """Of each what was drawn."""
    lie = lying(country.seed, establishment, on=country.on)
    for one in people:
        file = file_of(country, one)
        contacts(file)
        work(file)
        religion(file, "/".join(lie[one.number].cell.split("/")[:_UNIT]))
        yield from file.pen.rows()
