"""The lock of the door: too many failures, by name or by address, and it stays shut for a while.

An attempt is written down before the password is looked at, so that guesses made side by side are
counted too. It asks nothing about accounts: known and unknown names are treated alike.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.crypto import salted_hmac

from throughcare.web.models import FailedSignIn


def try_door(*, name: str, address: str, at: datetime) -> bool:
    """Write an attempt down, then count. False when the door is locked; then it is taken back.

    As each attempt counts itself and all that were written before it, of many made at once no
    more pass than the limit allows.
    """
    since = at - timedelta(minutes=settings.LOCK_MINUTES)
    mine = FailedSignIn.objects.create(name_digest=_digest(name), address=address, at=at)
    recent = FailedSignIn.objects.filter(at__gt=since)
    if (
        recent.filter(name_digest=_digest(name)).count() > settings.LOCK_AFTER_FOR_NAME
        or recent.filter(address=address).count() > settings.LOCK_AFTER_FOR_ADDRESS
    ):
        mine.delete()
        return False
    return True


def forget(*, name: str, address: str) -> None:
    """After a success: the failures of this name from this address no longer count."""
    FailedSignIn.objects.filter(name_digest=_digest(name), address=address).delete()


def _digest(name: str) -> str:
    return salted_hmac("throughcare.sign_in", name.casefold(), algorithm="sha256").hexdigest()
