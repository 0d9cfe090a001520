"""A row to be written, and what the register is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Model

# In whose name the register is told of what nobody in the country did.
MAKER: Final = "the demo"
MAKERS_ROLE: Final = "maker of the demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`content` is what the room itself hands to the register for such a row.

    None: the room writes no entry for it (search keys). `by` is an account's id.
    """

    row: Model
    content: Mapping[str, object] | None
    by: str
    role: str
    place: str
    at: datetime
    about: UUID | None = None
    compartment: str = ""
