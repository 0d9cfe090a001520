"""Every change of who may sign in and do what, with its entry in the same transaction."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from throughcare.access.errors import NotFirst, Unusable
from throughcare.access.models import Account
from throughcare.register.actions import record

_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7201)"  # two first accounts at once become one
# Before there is any account somebody at the machine itself acts, in no post.
_AT_THE_MACHINE = "somebody at the machine"


def make_first_account(*, name: str, password: str, at: datetime) -> Account:
    """The first account, made by whoever installs. Raises Unusable, NotFirst."""
    account = Account(name=name)
    try:
        account.clean_fields(exclude=["password"])
        validate_password(password, user=account)
    except ValidationError as error:
        raise Unusable(
            "the account was not made: " + " ".join(error.messages),
            remedy="choose another name or a longer password, and start again",
        ) from error
    account.set_password(password)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_ONE_AT_A_TIME)
        if Account.objects.exists():
            raise NotFirst(
                "there is an account already, so this is not the first",
                remedy="ask an administrator to make further accounts",
            )
        account.save()
        record(
            event="account.made", by=_AT_THE_MACHINE, role="installer", place="",
            happened_at=at, at=at, table="access_account", row=str(account.pk),
            why="the first account of the installation", content={"name": name},
        )  # fmt: skip
    return account


def signed_in(*, account: Account, at: datetime) -> None:
    """Somebody came through the door: written in the transaction that opens the session."""
    _at_the_door("signed_in", account, at)


def signed_out(*, account: Account, at: datetime) -> None:
    """Somebody left by the door."""
    _at_the_door("signed_out", account, at)


def _at_the_door(event: str, account: Account, at: datetime) -> None:
    record(
        event=event, by=str(account.pk), role="account", place="", happened_at=at, at=at,
    )  # fmt: skip
