"""The lock of the door: too many failures, by name or by address, and it stays shut for a while.

An attempt is written down before the password is looked at, so that guesses made side by side are
counted too. It asks nothing about accounts: known and unknown names are treated alike. Codes of a
second factor are counted by the account whose password was right.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from throughcare.access.door import met_the_lock
from throughcare.web.models import FailedSignIn


def try_door(*, name: str, address: str, at: datetime) -> bool:
    """Write an attempt down, then count. False when the door is locked; then it is taken back.

    As each attempt counts itself and all that were written before it, of many made at once no
    more pass than the limit allows. The first that meets the lock is written to the register.
    """
    return _try(_digest(name), address, at, lambda: met_the_lock(name=name, at=at))


def try_factor(*, account: int, address: str, at: datetime) -> bool:
    """The same for a code of the account's second factor."""
    key = _digest(_factor_of(account))
    return _try(key, address, at, lambda: met_the_lock(account=account, at=at))


def forget(*, name: str, address: str) -> None:
    """After a success: the failures of this name from this address no longer count."""
    FailedSignIn.objects.filter(name_digest=_digest(name), address=address).delete()


def forget_factor(*, account: int, address: str) -> None:
    """The same for codes of the account's second factor."""
    forget(name=_factor_of(account), address=address)


def _try(key: str, address: str, at: datetime, tell: Callable[[], None]) -> bool:
    since = at - timedelta(minutes=settings.LOCK_MINUTES)
    mine = FailedSignIn.objects.create(name_digest=key, address=address, at=at)
    recent = FailedSignIn.objects.filter(at__gt=since, refused=False)
    if (
        recent.filter(name_digest=key).count() <= settings.LOCK_AFTER_FOR_NAME
        and recent.filter(address=address).count() <= settings.LOCK_AFTER_FOR_ADDRESS
    ):
        return True
    if FailedSignIn.objects.filter(at__gt=since, refused=True, name_digest=key).exists():
        mine.delete()
    else:
        with transaction.atomic():
            FailedSignIn.objects.filter(pk=mine.pk).update(refused=True)
            tell()
    return False


def _factor_of(account: int) -> str:
    return f"\0factor of account {account}"  # no form lets a name hold a NUL


def _digest(name: str) -> str:
    return salted_hmac("throughcare.sign_in", name.casefold(), algorithm="sha256").hexdigest()
