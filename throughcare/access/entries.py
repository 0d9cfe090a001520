"""The one place where this room writes to the register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID


def record(
    *,
    event: str,
    by: int,
    role: str,
    place: str,
    at: datetime,
    about: UUID | None = None,
    compartment: str = "",
    table: str,
    row: int,
    why: str,
    content: Mapping[str, object],
) -> None:
    """Write the entry of a change, in the transaction of that change."""
    from throughcare.register import actions

    actions.record(
        event=event, by=str(by), role=role, place=place, happened_at=at, at=at, about=about,
        compartment=compartment, table=table, row=str(row), why=why, content=content,
    )  # fmt: skip
