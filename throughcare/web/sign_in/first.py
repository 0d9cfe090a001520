"""The first administrator: made once, while there is no account at all."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from throughcare.access.models import Account
from throughcare.errors import BadInput

_LOCK = 7201  # any number, the same for all: two first administrators at once become one


def make_first(*, name: str, password: str) -> Account:
    """The first account. Raises BadInput when there is one, or the password is too weak."""
    account = Account(name=name)
    try:
        account.clean_fields(exclude=["password"])
        validate_password(password, user=account)
    except ValidationError as error:
        raise BadInput(
            "the first account was not made: " + " ".join(error.messages),
            remedy="choose another name or a longer password, and start again",
        ) from error
    account.set_password(password)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        if Account.objects.exists():
            raise BadInput(
                "there is an account already, so this is not the first",
                remedy="ask an administrator to make further accounts",
            )
        account.save()
    return account
