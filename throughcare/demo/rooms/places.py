"""The tree of places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from throughcare.casework.people.rows import content_of
from throughcare.demo.country import Country
from throughcare.demo.row import MAKER, MAKERS_ROLE, Row, new
from throughcare.kernel.models import Place

_OPENED: Final = datetime(2010, 1, 1, tzinfo=UTC)  # invented; before anybody was held


def rows(country: Country) -> Iterator[Row]:
    """Every place, each after the one above it."""
    for site in country.sites():
        place = new(
            Place,
            id=site.number, parent_id=site.above, kind=site.kind, code=site.code, path=site.path,
            name=dict(site.name), certified_capacity=site.capacity, floor_area=site.square_metres,
            time_zone=site.zone, used_from=_OPENED,
        )  # fmt: skip
        yield Row(
            row=place, content=content_of(place), by=MAKER, role=MAKERS_ROLE, place=site.path,
            at=country.on,
        )  # fmt: skip
