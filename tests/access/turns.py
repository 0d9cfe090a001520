"""Which roles ask at which doors in the usual run, so that every door is tried and every role asks.

Twenty-two roles at a hundred doors are too many for each change. A file of tests lets every third
role ask, the next file others; of many doors each role tries a third, beginning elsewhere than the
role before it. In the slow form (THROUGHCARE_SLOW=1) every role asks at all of them. What the
matrix itself lets is tried for every role and cell each time (test_every_cell, test_scenarios).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from tests.access.read_apart import ROLES
from tests.standards.properties.running import SLOW

T = TypeVar("T")


def every_third(first: int) -> list[str]:
    """The roles that ask in one file, from the first (0), second (1) or third; all if slow."""
    return sorted(ROLES) if SLOW else sorted(ROLES)[first::3]


def in_turn(role: str, asked: Iterable[T], *, share: int) -> list[T]:
    """Of these, every so-manieth from where this role begins; all of them in the slow form."""
    turn = sorted(ROLES).index(role) // 3  # so that the roles of one file begin elsewhere
    return [one for number, one in enumerate(asked, start=turn) if SLOW or number % share == 0]
