"""What the register is told of the country: an entry for each row, and first one for the whole."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from throughcare.demo.row import MAKER, MAKERS_ROLE, Row
from throughcare.register.encoding import Said, digest_of, line_of
from throughcare.register.merkle import leaf_hash
from throughcare.register.models import Entry

EVENT: Final = "demo.made"
COUNTRY: Final = "demo.country"  # the first entry: an event that no room ever writes


def entry_of_country(*, seed: int, size: str, at: datetime) -> Entry:
    """The entry that says that the whole database is invented, and how to make it again."""
    said = {"seed": seed, "size": size}
    return _entry(
        Said(
            event=COUNTRY, about=None, compartment="", table="", row="", by=MAKER,
            role=MAKERS_ROLE, place="", happened_at=at, recorded_at=at, why=f"{size} {seed}",
            digest=digest_of(said),
        )
    )  # fmt: skip


def entry_of(one: Row, *, at: datetime) -> Entry | None:
    """The entry of a row, recorded when the country is made; None where the room writes none."""
    if one.content is None:
        return None
    return _entry(
        Said(
            event=EVENT, about=one.about, compartment=one.compartment,
            table=one.row._meta.db_table, row=str(one.row.pk), by=one.by, role=one.role,
            place=one.place, happened_at=one.at, recorded_at=at, why="",
            digest=digest_of(one.content),
        )
    )  # fmt: skip


def _entry(said: Said) -> Entry:
    return Entry(
        event=said.event, about=said.about, compartment=said.compartment, table=said.table,
        row=said.row, by=said.by, role=said.role, place=said.place, happened_at=said.happened_at,
        recorded_at=said.recorded_at, why=said.why, digest=said.digest,
        leaf=leaf_hash(line_of(said)),
    )  # fmt: skip
