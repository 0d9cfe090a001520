"""Hours are typed to the minute: what happened in the same minute happened in either order."""

from __future__ import annotations

from datetime import datetime


def minute_of(moment: datetime) -> datetime:
    """The beginning of the minute in which it lies."""
    return moment.replace(second=0, microsecond=0)
