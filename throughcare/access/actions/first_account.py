"""The first account, from which all others come."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from throughcare.access.actions.passwords import give_password
from throughcare.access.belonging import SERVICE
from throughcare.access.errors import NotFirst
from throughcare.access.models import Account, Post
from throughcare.access.rows import content_of
from throughcare.access.terms import Role
from throughcare.register.actions import record

_ONE_AT_A_TIME: Final = "SELECT pg_advisory_xact_lock(7201)"  # two first accounts become one
# Before there is any account somebody at the machine itself acts, in no post.
_AT_THE_MACHINE: Final = "somebody at the machine"


def make_first_account(*, name: str, password: str, at: datetime) -> Account:
    """The first account and its post as administrator of accounts, made by whoever installs.

    Raises Unusable, NotFirst.
    """
    account = Account(name=name)
    give_password(account, password)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_ONE_AT_A_TIME)
        if Account.objects.exists():
            raise NotFirst(
                _("there is an account already, so this is not the first"),
                remedy=_("ask an administrator to make further accounts"),
            )
        account.save()
        _enter("account.made", account, at)
        post = Post.objects.create(
            account=account, role=Role.SYSTEM_ADMINISTRATOR, establishment=SERVICE, begins=at
        )
        _enter("access.appointed", post, at)
    return account


def _enter(event: str, row: models.Model, at: datetime) -> None:
    record(
        event=event, by=_AT_THE_MACHINE, role="installer", place="", happened_at=at, at=at,
        table=row._meta.db_table, row=str(row.pk), content=content_of(row),
        why="the first account of the installation",
    )  # fmt: skip
