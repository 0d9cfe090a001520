"""Whose calendar a secret address is, and whether somebody has one."""

from __future__ import annotations

from datetime import datetime

from throughcare.access.errors import NotThere
from throughcare.access.policy import without_post
from throughcare.access.queries import Account, viewer_of
from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering
from throughcare.casework.team.feed_digest import digest_of
from throughcare.casework.team.models import Feed


def feed_viewer(secret: str, *, at: datetime) -> Viewer:
    """The viewer whose secret address this is, as the rows stand now.

    Raises NotThere for what was revoked or never was, and once no post is in force: all look alike.
    What is read then leaves the entries of its readings.
    """
    row = Feed.objects.filter(digest=digest_of(secret), stood_until=None).first()
    if row is None:
        raise NotThere
    try:
        viewer = viewer_of(int(row.account), at=at)
    except Account.DoesNotExist:
        raise NotThere from None
    if without_post(viewer, at):
        raise NotThere
    return viewer


@entering
def feed_since(viewer: Viewer, *, at: datetime) -> datetime | None:
    """Since when the own calendar has a secret address; None where it has none."""
    row = Feed.objects.filter(account=str(viewer.account), stood_until=None).first()
    return None if row is None or row.recorded_at > at else row.recorded_at
