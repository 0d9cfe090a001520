"""The tables of the room."""

from __future__ import annotations

from typing import Final

from throughcare.casework.contact.models.contact import Contact
from throughcare.casework.rows.record import Record

__all__ = ["EVERY", "Contact"]

EVERY: Final[tuple[type[Record], ...]] = (Contact,)
