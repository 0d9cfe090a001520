"""The cases that the room cannot write down as they stand, each with the reason."""

from __future__ import annotations

from typing import Final

_DAY = "an order says the day on which it was made, and the case asks for the hour"
_TWO = "the database refuses two places of one person at one time"

NOT_REPLAYED: Final = {
    "case-076": _DAY,
    "guard-03": _DAY,
    "case-098": "to place somebody elsewhere writes the end of the place before: none is inferred",
    "case-135": _TWO,
    "ratio-07": _TWO,
    "mended-juv-crc-37-c-b": "a decision is written with the time for which it holds",
    "mended-nmr-7-c-b": "the database refuses a movement without a time",
    "ratio-08": "orders of the central administration about a place are not kept in this room",
}
