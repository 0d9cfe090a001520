"""Where a viewer may open a new file."""

from __future__ import annotations

from datetime import datetime

from throughcare.access.errors import NotThere, Refused
from throughcare.casework.people import doors


def may_open_at(viewer: doors.Viewer, *, at: datetime) -> list[str]:
    """The establishments, by code, where a post lets the viewer open a file. Reads no file."""
    places = dict.fromkeys(post.establishment for post in viewer.posts if post.period.holds(at))
    return [place for place in places if _may_open(viewer, place, at=at)]


def _may_open(viewer: doors.Viewer, establishment: str, *, at: datetime) -> bool:
    try:
        doors.ask_to_open(viewer, establishment, at=at)
    except (NotThere, Refused):  # a question, not an attempt
        return False
    return True
