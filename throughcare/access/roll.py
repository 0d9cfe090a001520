"""The roll of accounts: names and posts, for whoever stands at the machine itself.

It shows nobody's file and asks no viewer: who can run it on the machine rules the database anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from throughcare.access.models import Account, Post


@dataclass(frozen=True, slots=True)
class Line:
    """An account: the name to sign in with, whether it may, and its posts as (role, place)."""

    name: str
    active: bool
    posts: tuple[tuple[str, str], ...]


def roll(*, at: datetime) -> list[Line]:
    """Every account by name, each with the posts that are in force at the moment."""
    posts: dict[int, list[tuple[str, str]]] = {}
    held = Post.objects.filter(begins__lte=at).exclude(ends__lte=at)
    for account, role, place in held.order_by("role", "establishment").values_list(
        "account", "role", "establishment"
    ):
        posts.setdefault(account, []).append((role, place))
    return [
        Line(name, active, tuple(posts.get(key, ())))
        for key, name, active in Account.objects.order_by("name").values_list(
            "pk", "name", "is_active"
        )
    ]
