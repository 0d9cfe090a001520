"""What happens at the door, in the register; and the change of one's own password.

Each is called in the transaction that makes its change. Accounts are given by their number.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from throughcare.access.models import Account
from throughcare.register.actions import record
from throughcare.register.events import GONE

_SOMEBODY = "somebody at the door"


def factor_added(*, account: int, kind: str, table: str, row: str, at: datetime) -> None:
    """A second factor counts from now. `kind` is code_app, passkey or recovery_codes."""
    _entry(f"factor_added.{kind}", account, at, table=table, row=row)


def factor_removed(*, account: int, kind: str, table: str, row: str, at: datetime) -> None:
    """A second factor counts no more."""
    _entry(f"factor_removed.{kind}", account, at, table=table, row=row, content=GONE)


def factors_cleared(*, account: int, by: int, at: datetime) -> None:
    """An administrator took away all second factors of an account whose holder lost them."""
    _entry("factors_cleared", by, at, table="access_account", row=str(account))


def recovery_code_used(*, account: int, row: str, at: datetime) -> None:
    """Somebody came in with a recovery code, which now counts no more."""
    _entry("recovery_code_used", account, at, table="web_recoverycode", row=row)


def session_ended(*, account: int, row: str, at: datetime, why: str) -> None:
    """A session was ended by somebody or something other than signing out on it."""
    _entry("session_ended", account, at, table="web_opensession", row=row, why=why)


def outside_identity_tied(*, account: int, by: int, row: str, at: datetime) -> None:
    """From now on another house may say that somebody is this account."""
    table = "web_outsideidentity"
    _entry("outside_identity_tied", by, at, table=table, row=row, why=f"for account {account}")


def confirmed_again(*, account: int, at: datetime) -> None:
    """Somebody who was signed in already showed again who it is."""
    _entry("confirmed_again", account, at)


def met_the_lock(*, at: datetime, name: str = "", account: int | None = None) -> None:
    """Too many failures: the lock refused this name, or the second factor of this account.

    A name that nobody has is not written down: people type passwords into that field.
    """
    if account is None:
        account = Account.objects.filter(name=name).values_list("pk", flat=True).first()
    row = "" if account is None else str(account)
    with transaction.atomic():
        record(
            event="sign_in_locked", by=_SOMEBODY, role="account", place="", happened_at=at, at=at,
            table="access_account", row=row, why="too many attempts failed",
        )  # fmt: skip


def _entry(
    event: str,
    account: int,
    at: datetime,
    *,
    table: str = "",
    row: str = "",
    why: str = "",
    content: Mapping[str, object] | None = None,
) -> None:
    record(
        event=event, by=str(account), role="account", place="", happened_at=at, at=at,
        table=table, row=row, why=why, content=content,
    )  # fmt: skip
