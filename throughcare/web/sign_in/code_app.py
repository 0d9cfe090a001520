"""The code app: six digits, new every 30 seconds, each of which counts once (TOTP, RFC 6238)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from typing import Final

import pyotp
import segno
from django.db import transaction
from django.db.models import Q

from throughcare.access.door import factor_added, factor_removed
from throughcare.web.models import CodeApp
from throughcare.web.sign_in.encryption import decrypt, encrypt

SECONDS: Final = 30
# Clocks of phones go wrong: one step before and one after, as RFC 6238, 5.2 recommends.
DRIFT: Final = 1
_TABLE, _KIND = "web_codeapp", "code_app"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows while the app is being added: the key as picture and as text."""

    picture: str
    key: str


def has_code_app(account: int) -> bool:
    """Whether a confirmed code app counts for the account."""
    return CodeApp.objects.filter(account=account, confirmed_at__isnull=False).exists()


def begin_code_app(*, account: int, at: datetime) -> None:
    """Make a new key, which counts once a code confirms it. A confirmed one stays as it is."""
    with transaction.atomic():
        CodeApp.objects.filter(account=account, confirmed_at=None).delete()
        if not has_code_app(account):
            key = encrypt(
                pyotp.random_base32().encode(), purpose=_KIND, bound_to=f"account {account}"
            )
            CodeApp.objects.create(account_id=account, secret=key, made_at=at)


def waiting_code_app(account: int, *, name: str) -> Shown | None:
    """The key that waits for its first code. Raises CannotRead."""
    app = CodeApp.objects.filter(account=account, confirmed_at=None).first()
    if app is None:
        return None
    key = _totp(app)
    address = key.provisioning_uri(name=name, issuer_name="Throughcare")
    picture = segno.make(address).svg_data_uri(scale=5, dark="#000", light="#fff")
    return Shown(picture, " ".join(_in_fours(key.secret)))


def confirm_code_app(*, account: int, code: str, at: datetime) -> bool:
    """Let the waiting app count, if it shows this code now. Raises CannotRead."""
    with transaction.atomic():
        app = CodeApp.objects.select_for_update().filter(account=account, confirmed_at=None).first()
        step = None if app is None else _step_of(app, code, at)
        if app is None or step is None:
            return False
        CodeApp.objects.filter(pk=app.pk).update(confirmed_at=at, last_step=step)
        factor_added(account=account, kind=_KIND, table=_TABLE, row=str(app.pk), at=at)
    return True


def accept_code(*, account: int, code: str, at: datetime) -> bool:
    """Whether the app shows this code now, and it has not counted before. Raises CannotRead."""
    app = CodeApp.objects.filter(account=account, confirmed_at__isnull=False).first()
    step = None if app is None else _step_of(app, code, at)
    if app is None or step is None:
        return False
    # In one statement, so that of two at once one comes too late.
    newer = Q(last_step__lt=step)
    return bool(CodeApp.objects.filter(newer, pk=app.pk).update(last_step=step))


def remove_code_app(*, account: int, at: datetime) -> bool:
    """The app counts no more. False if there was none."""
    with transaction.atomic():
        app = CodeApp.objects.filter(account=account, confirmed_at__isnull=False).first()
        if app is None:
            return False
        factor_removed(account=account, kind=_KIND, table=_TABLE, row=str(app.pk), at=at)
        app.delete()
    return True


def digits_of(typed: str) -> str:
    """What was typed, in digits 0 to 9: spaces go, digits of every script count."""
    return "".join(
        str(unicodedata.digit(one)) if one.isdigit() else one for one in typed if not one.isspace()
    )


def _step_of(app: CodeApp, code: str, at: datetime) -> int | None:
    key, typed = _totp(app), digits_of(code)
    if len(typed) != key.digits or not typed.isascii():
        return None
    now = int(at.timestamp()) // SECONDS
    after = -1 if app.last_step is None else app.last_step
    for step in range(now - DRIFT, now + DRIFT + 1):
        if step > after and compare_digest(key.generate_otp(step), typed):
            return step
    return None


def _totp(app: CodeApp) -> pyotp.TOTP:
    secret = decrypt(app.secret, purpose=_KIND, bound_to=f"account {app.account_id}")
    return pyotp.TOTP(secret.decode(), interval=SECONDS)


def _in_fours(text: str) -> list[str]:
    return [text[start : start + 4] for start in range(0, len(text), 4)]
