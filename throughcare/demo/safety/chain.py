"""What custody and safety agree on: the cells and the transfer of the chained separation.

Both rooms ask here, so that the person lies where the register of separation says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from throughcare.demo.country import Country
from throughcare.demo.places import Establishment, Group

NAME: Final = "chained_separation"
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Three cells and two prisons. In a third cell the person lies today."""

    began: datetime
    origin: Establishment
    first: str
    left: datetime
    arrived_by: datetime
    second: str
    changed: datetime


def chain(made: Country) -> Chain:
    """Nineteen days up to now, over a transfer after seven and another cell after thirteen."""
    origin = made.establishments[1]
    left = made.on - 12 * _DAY
    return Chain(
        began=made.on - 19 * _DAY, origin=origin, first=origin.cells[Group.MEN][0], left=left,
        arrived_by=left + timedelta(hours=10), second=made.home.cells[Group.MEN][-1],
        changed=made.on - 6 * _DAY,
    )  # fmt: skip
