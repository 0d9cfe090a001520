"""Which second factors an account has, and whether it must have one."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from throughcare.access.door import factors_cleared
from throughcare.access.queries import viewer_of
from throughcare.web.models import CodeApp, Passkey, RecoveryCode
from throughcare.web.sign_in.code_app import has_code_app


def has_second_factor(account: int) -> bool:
    """Whether anything is asked after the password."""
    return has_code_app(account) or Passkey.objects.filter(account=account).exists()


def how_many(account: int) -> int:
    """How many second factors the account has. Recovery codes stand in for one; they are none."""
    return int(has_code_app(account)) + Passkey.objects.filter(account=account).count()


def compulsory(account: int, *, at: datetime) -> bool:
    """Whether a post that the account holds now may not be used without a second factor."""
    held = viewer_of(account, at=at).posts
    return any(
        post.period.holds(at) and post.role.value in settings.SECOND_FACTOR_FOR for post in held
    )


def clear_factors(*, account: int, by: int, at: datetime) -> None:
    """Everything is lost: an administrator takes all second factors away, so that new ones begin.

    Whether `by` may do this is for the caller to ask.
    """
    with transaction.atomic():
        CodeApp.objects.filter(account=account).delete()
        Passkey.objects.filter(account=account).delete()
        RecoveryCode.objects.filter(account=account).delete()
        factors_cleared(account=account, by=by, at=at)


def must_enrol(account: int, *, at: datetime) -> bool:
    """Whether a second factor is compulsory for the account, and missing."""
    return compulsory(account, at=at) and not has_second_factor(account)
