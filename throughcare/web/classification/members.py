"""Who may sit on a board of a prison, by office: accounts whose post there sits in that office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from throughcare.access.queries import account_names, posts_at
from throughcare.casework.assessment.board import sits_as
from throughcare.casework.assessment.board_terms import Office

# By office: the account as it is typed, and its name.
Members = Mapping[Office, Sequence[tuple[str, str]]]


def members_at(establishment: str | None, *, at: datetime) -> Members:
    """Each office with those who may sit in it, by name; an office that nobody holds is empty."""
    if establishment is None:
        return {}
    posts = list(posts_at(establishment, at=at).values_list("role", "account"))
    names = account_names([account for _role, account in posts])
    return {
        office: sorted(
            {
                (str(account), names[account]) for role, account in posts
                if role in sits_as(office) and account in names
            },
            key=lambda one: (one[1], one[0]),
        )
        for office in Office
    }  # fmt: skip
