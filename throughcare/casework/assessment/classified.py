"""From when until when a classification holds: its review ends it, and nothing is written for that.

Every query and list asks here; no other place compares the days of a classification.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from throughcare.casework.assessment.board_terms import ClassificationState
from throughcare.casework.assessment.models import Classification

# Another member has signed it: it held from then on.
SIGNED: Final = frozenset({ClassificationState.IN_FORCE, ClassificationState.SET_ASIDE})


def ends(row: Classification) -> datetime:
    """When it holds no more by itself: at its review, or when it was set aside before that."""
    return row.review_at if row.ended_at is None else min(row.review_at, row.ended_at)


def holds_at(row: Classification, moment: datetime) -> bool:
    """Whether it holds, where no later one took its place: in [signed, review)."""
    return row.state in SIGNED and row.looked_at is not None and row.looked_at <= moment < ends(row)


def holding(rows: Iterable[Classification], moment: datetime) -> Classification | None:
    """The one of a person's that holds: the last that was decided."""
    held = [row for row in rows if holds_at(row, moment)]
    return max(held, key=lambda row: (row.decided_at, row.id), default=None)
