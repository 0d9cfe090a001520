"""What the register is told of the country: an entry for each row, and first one for the whole."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from throughcare.demo.row import MAKER, MAKERS_ROLE, Row
from throughcare.register.actions import Draft

EVENT: Final = "demo.made"
COUNTRY: Final = "demo.country"  # the first entry: an event that no room ever writes


def draft_of_country(*, seed: int, size: str, at: datetime) -> Draft:
    """The entry that says that the whole database is invented, and how to make it again."""
    return Draft(
        event=COUNTRY, by=MAKER, role=MAKERS_ROLE, place="", happened_at=at, at=at,
        why=f"{size} {seed}", content={"seed": seed, "size": size},
    )  # fmt: skip


def draft_of(one: Row, *, at: datetime) -> Draft | None:
    """The entry of a row, recorded when the country is made; None where the room writes none."""
    if one.content is None:
        return None
    return Draft(
        event=EVENT, about=one.about, compartment=one.compartment, table=one.row._meta.db_table,
        row=str(one.row.pk), by=one.by, role=one.role, place=one.place, happened_at=one.at, at=at,
        content=one.content,
    )  # fmt: skip
