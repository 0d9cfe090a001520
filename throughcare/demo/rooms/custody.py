"""Custody: beds, then for everybody the stays, orders, places and steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from hashlib import blake2b
from typing import Final
from uuid import UUID

from throughcare.casework.custody.models import Bed
from throughcare.casework.people.rows import content_of
from throughcare.demo.country import Country
from throughcare.demo.custody.apart import kept_apart
from throughcare.demo.custody.beds import beds_of, lying
from throughcare.demo.custody.counts import counts_of
from throughcare.demo.custody.history import rows_of
from throughcare.demo.custody.places import Where
from throughcare.demo.custody.waiting import decrees_laid_down
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.row import MAKER, MAKERS_ROLE, Row, new
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id

_STOOD_SINCE: Final = datetime(2010, 1, 1, tzinfo=UTC)  # as long as the places


def rows(country: Country, establishment: Establishment, people: Sequence[Person]) -> Iterator[Row]:
    """The beds of an establishment, then everybody held there, and who counted them."""
    where = Where(places=country.keys_of_places, bed=partial(_bed, country.seed))
    for cell, many in beds_of(establishment).items():
        for number in range(1, many + 1):
            yield _stands(country, where, cell, number)
    if establishment == country.home:
        yield from decrees_laid_down(country)
    lie = lying(country.seed, establishment, on=country.on)
    apart = kept_apart(country, establishment, lie)
    for one in people:
        yield from rows_of(country, one, lie, where)
        yield from apart.get(one.number, ())
    yield from counts_of(country, establishment, lie, where)


def _stands(country: Country, where: Where, cell: str, number: int) -> Row:
    bed = new(
        Bed, id=where.bed(cell, number), place_id=where.places[cell], code=str(number),
        used_from=_STOOD_SINCE,
    )  # fmt: skip
    return Row(
        row=bed, content=content_of(bed), by=MAKER, role=MAKERS_ROLE, place=cell, at=country.on
    )


def _bed(seed: int, cell: str, number: int) -> UUID:
    """The id of a bed: by the digest of its name, so that who lies in it can name it too."""
    name = f"{seed}/bed/{cell}/{number}".encode()
    return sortable_id(_STOOD_SINCE, blake2b(name, digest_size=RANDOM_BYTES).digest())
