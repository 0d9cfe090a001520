"""The tables of the room."""

from __future__ import annotations

from typing import Final

from throughcare.casework.chaplaincy.models.rows import FAITH, Request, Service, Visit, Wish
from throughcare.casework.rows.record import Record

__all__ = ["EVERY", "FAITH", "Request", "Service", "Visit", "Wish"]

EVERY: Final[tuple[type[Record], ...]] = (Request, Wish, Visit, Service)
