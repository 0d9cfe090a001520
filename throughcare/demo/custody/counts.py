"""Roll counts of the last evenings, unit by unit. Nearly all agree with what was expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta

from throughcare.access.terms import Role
from throughcare.casework.custody.models import RollCount
from throughcare.casework.people.rows import content_of
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.beds import Lying
from throughcare.demo.custody.places import Where
from throughcare.demo.places import Establishment
from throughcare.demo.row import Row, new
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id

_EVENINGS = 3
_SAID = "counted again: one was at the nurse"


def counts_of(
    country: Country, establishment: Establishment, lie: Mapping[int, Lying], where: Where
) -> Iterator[Row]:
    """A count of each unit on each of the last evenings."""
    source = chance(country.seed, "counts", establishment.code)
    officers = country.members_at(establishment.code, Role.SECURITY_OFFICER)
    last = range(establishment.first, establishment.first + establishment.people)
    units = Counter(lie[number].cell.rpartition("/")[0] for number in last)
    for evening in range(_EVENINGS, 0, -1):
        at = country.on - timedelta(days=evening, hours=-9)
        for unit, many in sorted(units.items()):
            by = source.choice(officers)
            short = source.random() < 0.02
            row = new(
                RollCount,
                id=sortable_id(at, source.randbytes(RANDOM_BYTES)), place_id=where.places[unit],
                counted_at=at, counted=many - short, expected=many, said=_SAID if short else "",
                recorded_at=at, recorded_by=str(by.number),
            )  # fmt: skip
            yield Row(
                row=row, content=content_of(row), by=str(by.number), role=by.role.value,
                place=by.place, at=at,
            )  # fmt: skip
