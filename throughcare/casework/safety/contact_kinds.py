"""Which contacts count as meaningful, and which do not: the rulebook's two lists (Rule 44)."""

from __future__ import annotations

from collections.abc import Sequence

from standards.rulebook.derivations import SolitaryByLocalDay
from throughcare.casework.safety.limits import rulebook


def meaningful_kinds() -> Sequence[str]:
    """The kinds that count, in the rulebook's order."""
    return _solitary().meaningful_kinds


def not_meaningful_kinds() -> Sequence[str]:
    """The kinds that are written down and do not count, in the rulebook's order."""
    return _solitary().not_meaningful_kinds


def counts(kind: str) -> bool:
    """Whether a contact of this kind counts as meaningful."""
    return kind in meaningful_kinds()


def is_known(kind: str) -> bool:
    """Whether the kind stands in one of the two lists."""
    return counts(kind) or kind in not_meaningful_kinds()


def _solitary() -> SolitaryByLocalDay:
    derivations = rulebook().derivations
    return next(one for one in derivations if isinstance(one, SolitaryByLocalDay))
