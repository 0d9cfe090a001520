"""What is read of tokens: which one opens, and the list of those that were made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.api.models import Token
from throughcare.api.secret import digest_of


@dataclass(frozen=True, slots=True)
class Opened:
    """A token in force, its secret as it was presented, and as whom it acts."""

    token: Token
    secret: str
    viewer: Viewer


def opened_with(secret: str, *, at: datetime) -> Opened | None:
    """Whom the secret acts as at that moment; None when it opens nothing, whatever the reason.

    The viewer has the one post that the token names and no emergency access: an emergency is
    declared by somebody who is there. Cases and kinship are those of the account.
    """
    token = Token.objects.filter(
        digest=digest_of(secret), ended_at=None, begins__lte=at, ends__gt=at
    ).first()
    if token is None:
        return None
    whole = viewer_of(token.account_id, at=at)
    role = Role(token.role)
    posts = tuple(
        post
        for post in whole.posts
        if post.role is role and post.establishment == token.establishment and post.period.holds(at)
    )
    if whole.suspended or not posts:
        return None
    return Opened(token, secret, replace(whole, posts=posts, grants=()))


def tokens_made() -> QuerySet[Token]:
    """All tokens, the newest first, with their accounts. For administrators: nobody's file."""
    return Token.objects.select_related("account").order_by("-pk")
