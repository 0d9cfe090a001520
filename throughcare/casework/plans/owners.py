"""Which members of staff are there no more. Staff matters: no file is opened by it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from throughcare.access.queries import Account, viewer_of


def without_post(accounts: Iterable[str], *, at: datetime) -> set[str]:
    """Those of these accounts that hold no post at the moment, or are suspended."""
    return {one for one in set(accounts) if one and not _is_there(one, at)}


def _is_there(account: str, at: datetime) -> bool:
    try:
        member = viewer_of(int(account), at=at)
    except (Account.DoesNotExist, ValueError):
        return False
    return not member.suspended and any(post.period.holds(at) for post in member.posts)
