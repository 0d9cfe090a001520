"""Who may write down certificates of whom, and who sees those of a prison."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from throughcare.access.actions.acting import Acting, acting, in_office, not_oneself
from throughcare.access.errors import NotThere
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.queries import Account, Post, posts_at
from throughcare.access.question import Viewer
from throughcare.access.terms import Role

DIRECTING: Final = frozenset({Role.PRISON_DIRECTOR})
INSPECTING: Final = frozenset({Role.NPM_INSPECTOR})
# Whose post at a prison makes nobody its staff: who is there by own right, and who watches it from
# the court. A director certifies no judge.
NOT_STAFF: Final = OWN_RIGHT | {Role.JUDGE_PROSECUTOR}


def staff_at(establishment: str, *, at: datetime) -> QuerySet[Post]:
    """The posts of staff in force at an establishment, each with its account."""
    return posts_at(establishment, at=at).exclude(role__in=NOT_STAFF).select_related("account")


def directing(by: Viewer, *, at: datetime, account: Account | None) -> Acting:
    """The viewer as director where this member of staff holds a post, with any account.

    Locks both human beings until the transaction ends. Raises Refused for who directs nowhere and
    for the own certificates, NotThere for the staff of others and for nobody.
    """
    me = in_office(acting(by, at=at, about=account), DIRECTING)
    if account is None:
        raise NotThere
    not_oneself(me, account)
    for post in me.posts(DIRECTING):
        if staff_at(post.establishment, at=at).filter(account__holder=account.holder).exists():
            return me.as_post(post)
    raise NotThere


def directing_house(by: Viewer, *, at: datetime, account: Account, establishment: str) -> Acting:
    """The viewer as director of an establishment, about somebody who is or was its staff.

    Raises Refused for who directs nowhere and for the own rows, NotThere for another prison.
    """
    me = in_office(acting(by, at=at, about=account), DIRECTING)
    not_oneself(me, account)
    own = [post for post in me.posts(DIRECTING) if post.establishment == establishment]
    if not own:
        raise NotThere
    return me.as_post(own[0])


def directing_at(by: Viewer, *, at: datetime, account: Account, establishment: str) -> Acting:
    """The same, about somebody who holds a post there now, with any account."""
    me = directing_house(by, at=at, account=account, establishment=establishment)
    if not staff_at(establishment, at=at).filter(account__holder=account.holder).exists():
        raise NotThere
    return me
