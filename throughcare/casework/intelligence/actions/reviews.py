"""To look at a report again: it is kept for a reason and for a time, or it is deleted."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.casework.intelligence.checks import need_short, need_times, need_words
from throughcare.casework.intelligence.held import destroy, hold_item
from throughcare.casework.intelligence.keys import need_key
from throughcare.casework.intelligence.models import Report, Sealed
from throughcare.casework.intelligence.writing import put
from throughcare.casework.people.files import entering
from throughcare.casework.rows.anew import anew


@entering
def keep(*, by: Viewer, at: datetime, item: UUID, review_at: datetime, why: str) -> Report:
    """Keep it until another review; it ends when it would have ended.

    Raises NoKey, BadReport, TooLong, BadTime, Over, NotThere, Refused.
    """
    need_key()
    holding, row = hold_item(item, by=by, at=at)
    need_words(why=why)
    need_short(why)
    need_times(review_at, row.expires_at, at=at)
    return put(
        holding, anew(row, review_at=review_at), {"why": why.strip(), "came_to": "kept"},
        kind="review", item=item, expires_at=row.expires_at, event="intelligence.kept",
        replaces=row,
    )  # fmt: skip


@entering
def delete(*, by: Viewer, at: datetime, item: UUID, why: str) -> Report:
    """Destroy it and all that was made of it, before its end. Raises as `keep`."""
    need_key()
    holding, row = hold_item(item, by=by, at=at)
    need_words(why=why)
    need_short(why)
    gone = put(
        holding, anew(row, state="deleted"), {"why": why.strip(), "came_to": "deleted"},
        kind="review", item=item, expires_at=row.expires_at, event="intelligence.deleted",
        replaces=row,
    )  # fmt: skip
    for words in Sealed.objects.filter(item=item, destroyed_at=None).order_by("id"):
        destroy(holding, words, "deleted")
    return gone
