"""How the name of an event tells a reading from a change.

A reading is called `read`, or `read.` and what was read: `read.file`, `read.search`. Every other
name is a change.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

READ: Final = "read"
# What an entry says of a row that was taken away on purpose.
GONE: Final[Mapping[str, object]] = {"gone": True}


def is_reading(event: str) -> bool:
    """Was something only read?"""
    return event == READ or event.startswith(f"{READ}.")
