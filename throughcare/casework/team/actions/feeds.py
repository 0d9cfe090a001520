"""The secret address of a calendar: made, made anew, and revoked."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from datetime import datetime
from typing import Final

from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering
from throughcare.casework.team.feed_digest import digest_of
from throughcare.casework.team.house import enter, put_in_house
from throughcare.casework.team.models import Feed

# As many as cannot be guessed: 256 bits.
_BYTES: Final = 32


@entering
def make_feed(*, by: Viewer, at: datetime) -> str:
    """A new secret for the own calendar; the one before counts no more. Only its digest is kept.

    Raises NotThere without a post.
    """
    leave = standing(by, at=at)
    secret = urlsafe_b64encode(os.urandom(_BYTES)).decode("ascii").rstrip("=")
    row = Feed(account=str(by.account), digest=digest_of(secret))
    put_in_house(
        row, by=by, at=at, leave=leave, event="team.feed_made", happened_at=at, ends=_standing(by)
    )
    return secret


@entering
def revoke_feed(*, by: Viewer, at: datetime) -> None:
    """From now on the address answers nothing. Raises NotThere without a post."""
    leave = standing(by, at=at)
    row = _standing(by)
    if row is None:
        return
    row.stood_until = max(at, row.recorded_at)
    row.save(update_fields=["stood_until"])
    enter(row, by=by, at=at, leave=leave, event="team.feed_revoked", happened_at=at)


def _standing(by: Viewer) -> Feed | None:
    rows = Feed.objects.select_for_update()
    return rows.filter(account=str(by.account), stood_until=None).first()
