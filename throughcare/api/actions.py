"""Every change of tokens, with its entry in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.api.errors import (
    BadPeriod,
    NoLabel,
    NoSuchPost,
    NoSuchToken,
    NotAdministrator,
    OwnToken,
)
from throughcare.api.models import Token
from throughcare.api.secret import digest_of, new_secret
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes or ends a token: as the register names it."""

    account: str
    role: str
    place: str


@dataclass(frozen=True, slots=True)
class Made:
    """A new token with its secret, which is nowhere else and never shown again."""

    token: Token
    secret: str


# Whoever can type on the machine could also read its database.
AT_THE_MACHINE: Final = Actor("somebody at the machine", "installer", "")


def as_administrator(viewer: Viewer, *, at: datetime) -> Actor:
    """The viewer in the post of an administrator of accounts. Raises NotAdministrator."""
    for post in viewer.posts:
        if post.role is Role.SYSTEM_ADMINISTRATOR and post.period.holds(at):
            return Actor(str(viewer.account), post.role.value, post.establishment)
    raise NotAdministrator(
        _("only an administrator of accounts makes and ends tokens"),
        remedy=_("ask an administrator of accounts"),
    )


@transaction.atomic
def make_token(
    *, by: Actor, at: datetime, account: int, role: Role, establishment: str, label: str,
    begins: datetime, ends: datetime,
) -> Made:  # fmt: skip
    """A token that acts as `account` in one role at one place, in [begins, ends).

    Raises NoLabel, BadPeriod, OwnToken, NoSuchPost.
    """
    _need_label(label)
    _need_period(begins, ends)
    _need_another(by, account)
    _need_post(account, role, establishment, at=max(at, begins))
    secret = new_secret()
    token = Token.objects.create(
        account_id=account, role=role, establishment=establishment, digest=digest_of(secret),
        label=label, made_at=at, begins=begins, ends=ends,
    )  # fmt: skip
    _enter("api.token_made", token, by=by, at=at, why=label)
    return Made(token, secret)


@transaction.atomic
def end_token(*, by: Actor, at: datetime, token_id: int, why: str) -> Token:
    """End a token at once. Raises NoSuchToken if there is none that has not ended."""
    token = Token.objects.select_for_update().filter(pk=token_id, ended_at=None).first()
    if token is None:
        raise NoSuchToken(
            _("there is no token %(number)s that could be ended") % {"number": token_id},
            remedy=_("look at the list of tokens for its number"),
        )
    token.ended_at = at
    token.save(update_fields=["ended_at"])
    _enter("api.token_ended", token, by=by, at=at, why=why)
    return token


def _enter(event: str, token: Token, *, by: Actor, at: datetime, why: str) -> None:
    content = {field.attname: getattr(token, field.attname) for field in token._meta.fields}
    record(
        event=event, by=by.account, role=by.role, place=by.place, happened_at=at, at=at,
        table=token._meta.db_table, row=str(token.pk), why=why, content=content,
    )  # fmt: skip


def _need_label(label: str) -> None:
    longest = Token._meta.get_field("label").max_length or 0
    if not label.strip() or "\0" in label or len(label) > longest:
        raise NoLabel(
            _("a token needs a label of 1 to %(most)s signs") % {"most": longest},
            remedy=_("write which program uses it, and for whom"),
        )


def _need_period(begins: datetime, ends: datetime) -> None:
    longest = timedelta(days=settings.TOKEN_LONGEST_DAYS)
    if ends <= begins:
        raise BadPeriod(_("the token would end before it begins"), remedy=_("give it a later end"))
    if ends - begins > longest:
        raise BadPeriod(
            _("a token lasts at most %(days)s days") % {"days": longest.days},
            remedy=_("give it an earlier end, and make a new one then"),
        )


def _need_another(by: Actor, account: int) -> None:
    """Whoever administers accounts reads no data: neither here by a token of one's own."""
    accounts = get_user_model().objects
    if by == AT_THE_MACHINE or not accounts.filter(pk=account).exists():
        return
    holders = accounts.filter(pk__in=[int(by.account), account]).values("holder").distinct()
    if holders.count() < 2:
        raise OwnToken(
            _("nobody makes a token for an account of his or her own"),
            remedy=_("ask another administrator of accounts"),
        )


def _need_post(account: int, role: Role, establishment: str, *, at: datetime) -> None:
    known = get_user_model().objects.filter(pk=account).exists()
    posts = viewer_of(account, at=at).posts if known else ()
    for post in posts:
        if (post.role, post.establishment) == (role, establishment) and post.period.holds(at):
            return
    raise NoSuchPost(
        _("this account does not hold the post %(role)s at '%(place)s' when the token begins")
        % {"role": role.value, "place": establishment},
        remedy=_("appoint the account first, or choose one of its posts"),
    )
