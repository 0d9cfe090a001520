"""Recovery codes: ten, shown once, each of which lets its owner in once without the phone."""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from django.db import transaction

from throughcare.access.door import factor_added, recovery_code_used
from throughcare.web.models import RecoveryCode
from throughcare.web.models.factors import RECOVERY_CODES
from throughcare.web.sign_in.code_app import digits_of

# Letters and digits that are not taken for each other on paper; twelve of them are 59 bits.
_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LENGTH: Final = 12
# Lighter than for passwords: nobody guesses 59 bits, and ten are made while somebody waits.
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=8192, parallelism=1)
_TABLE: Final = "web_recoverycode"
_WRITTEN: Final = re.compile(rf"([0-9]{{1,2}})([{_LETTERS}]{{{_LENGTH}}})")


def make_recovery_codes(*, account: int, at: datetime) -> list[str]:
    """Ten new codes as they are to be written down. All earlier ones count no more."""
    codes = {number: _code() for number in range(1, RECOVERY_CODES + 1)}
    digests = {number: _HASHER.hash(code) for number, code in codes.items()}
    with transaction.atomic():
        RecoveryCode.objects.filter(account=account).delete()
        RecoveryCode.objects.bulk_create(
            RecoveryCode(account_id=account, number=number, digest=digest)
            for number, digest in digests.items()
        )
        factor_added(account=account, kind="recovery_codes", table=_TABLE, row="", at=at)
    return [f"{number}-{code[:4]}-{code[4:8]}-{code[8:]}" for number, code in codes.items()]


def recovery_codes_left(account: int) -> int:
    """How many codes still count."""
    return RecoveryCode.objects.filter(account=account, used_at=None).count()


def use_recovery_code(*, account: int, typed: str, at: datetime) -> bool:
    """Whether this code counts; from now on it does not. Hyphens, spaces and case are ignored."""
    written = _WRITTEN.fullmatch(digits_of(typed).replace("-", "").upper())
    if written is None:
        return False
    number, code = int(written[1]), written[2]
    mine = RecoveryCode.objects.filter(account=account, number=number, used_at=None)
    row = mine.first()
    if row is None or not _fits(code, row.digest):
        return False
    with transaction.atomic():
        # In one statement, so that of two at once one comes too late.
        if not mine.filter(pk=row.pk).update(used_at=at):
            return False
        recovery_code_used(account=account, row=str(row.pk), at=at)
    return True


def forget_recovery_codes(*, account: int) -> None:
    """Without a second factor they have nothing to stand in for."""
    RecoveryCode.objects.filter(account=account).delete()


def _fits(code: str, digest: str) -> bool:
    try:
        return _HASHER.verify(digest, code)
    except VerificationError:
        return False


def _code() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
