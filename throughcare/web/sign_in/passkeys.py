"""Passkeys (WebAuthn): what is asked of a device, and whether its answer is right."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import webauthn
from cbor2 import CBORDecodeError
from cryptography.exceptions import UnsupportedAlgorithm
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from throughcare.access.door import factor_added, factor_removed
from throughcare.errors import BadInput
from throughcare.web.models import Passkey

_ASKED: Final = "passkey_asked"
# What the library raises for an answer that is no answer: its own, and those of its readers.
_UNREADABLE: Final = (
    WebAuthnException, ValueError, TypeError, KeyError, AttributeError, RecursionError,
    CBORDecodeError, UnsupportedAlgorithm,
)  # fmt: skip
_TABLE, _KIND = "web_passkey", "passkey"


class NotThisPasskey(BadInput):
    """The device's answer does not fit what was asked."""


@dataclass(frozen=True, slots=True)
class House:
    """This service as a device knows it: the name of its host, and its origin."""

    host: str
    origin: str


def house_of(request: HttpRequest) -> House:
    """From the host of the request, which is one of THROUGHCARE_HOSTS.

    Where the service is reached from other machines, it is by TLS, ended before it.
    """
    scheme = "https" if settings.SESSION_COOKIE_SECURE else request.scheme
    host = request.get_host()
    return House(urlsplit(f"//{host}").hostname or host, f"{scheme}://{host}")


def ask_for_new(request: HttpRequest, *, account: int, name: str, at: datetime) -> str:
    """What the script hands to the device to make a passkey, as JSON."""
    options = webauthn.generate_registration_options(
        rp_id=house_of(request).host,
        rp_name="Throughcare",
        user_name=name,
        user_id=handle_of(account),
        exclude_credentials=_known(account),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
    )
    _remember(request, "new", options.challenge, at)
    return webauthn.options_to_json(options)


def ask_for_one(request: HttpRequest, *, account: int | None, at: datetime) -> str:
    """What the script hands to the device to show a passkey, as JSON. None: whosever it is."""
    alone = UserVerificationRequirement.REQUIRED
    beside = UserVerificationRequirement.PREFERRED
    options = webauthn.generate_authentication_options(
        rp_id=house_of(request).host,
        allow_credentials=None if account is None else _known(account),
        user_verification=alone if account is None else beside,
    )
    _remember(request, "alone" if account is None else "beside", options.challenge, at)
    return webauthn.options_to_json(options)


def add_passkey(
    request: HttpRequest, *, account: int, answer: str, name: str, at: datetime
) -> Passkey:
    """Keep the passkey that the device made. Raises NotThisPasskey."""
    asked, house = _recall(request, "new", at), house_of(request)
    _check_name(account, name)
    try:
        made = webauthn.verify_registration_response(
            credential=_read(answer),
            expected_challenge=asked,
            expected_rp_id=house.host,
            expected_origin=house.origin,
        )
    except _UNREADABLE as error:
        raise _wrong() from error
    if Passkey.objects.filter(credential=made.credential_id).exists():
        raise NotThisPasskey(_("This passkey is known already. Use another device."))
    with transaction.atomic():
        row = Passkey.objects.create(
            account_id=account,
            credential=made.credential_id,
            public_key=made.credential_public_key,
            sign_count=made.sign_count,
            name=name,
            made_at=at,
        )
        factor_added(account=account, kind=_KIND, table=_TABLE, row=str(row.pk), at=at)
    return row


def accept_passkey(request: HttpRequest, *, account: int | None, answer: str, at: datetime) -> int:
    """Whose passkey the device showed: an account's number. Raises NotThisPasskey.

    With no account given the passkey stands alone, so the device must have verified its holder.
    """
    asked, house = _recall(request, "alone" if account is None else "beside", at), house_of(request)
    row = _row_of(answer, account)
    try:
        shown = webauthn.verify_authentication_response(
            credential=_read(answer),
            expected_challenge=asked,
            expected_rp_id=house.host,
            expected_origin=house.origin,
            credential_public_key=bytes(row.public_key),
            credential_current_sign_count=row.sign_count,
            require_user_verification=account is None,
        )
    except _UNREADABLE as error:
        raise _wrong() from error
    Passkey.objects.filter(pk=row.pk).update(sign_count=shown.new_sign_count, last_used=at)
    return row.account_id


def rename_passkey(*, account: int, passkey: int, name: str) -> bool:
    """Call it something else. False if the account has none of this number.

    Raises NotThisPasskey.
    """
    _check_name(account, name, but=passkey)
    return bool(Passkey.objects.filter(account=account, pk=passkey).update(name=name))


def remove_passkey(*, account: int, passkey: int, at: datetime) -> bool:
    """The passkey counts no more. False if the account has none of this number."""
    with transaction.atomic():
        found = Passkey.objects.filter(account=account, pk=passkey).first()
        if found is None:
            return False
        factor_removed(account=account, kind=_KIND, table=_TABLE, row=str(found.pk), at=at)
        found.delete()
    return True


def handle_of(account: int) -> bytes:
    """The account's name on a device: it says nothing about who it is (WebAuthn 3, 14.6.1)."""
    return salted_hmac("throughcare.passkey", str(account), algorithm="sha256").digest()


def _check_name(account: int, name: str, *, but: int = 0) -> None:
    if Passkey.objects.filter(account=account, name=name).exclude(pk=but).exists():
        raise NotThisPasskey(_("Another of your passkeys has this name. Choose another name."))


def _row_of(answer: str, account: int | None) -> Passkey:
    given = _read(answer)
    try:
        credential = base64url_to_bytes(str(given.get("id", "")))
    except ValueError as error:
        raise _wrong() from error
    row = Passkey.objects.filter(credential=credential).first()
    if row is None or account not in (None, row.account_id):
        raise _wrong()
    response = given.get("response")
    handle = response.get("userHandle") if isinstance(response, dict) else None
    if handle and handle != bytes_to_base64url(handle_of(row.account_id)):
        raise _wrong()
    return row


def _read(answer: str) -> dict[str, Any]:
    try:
        given = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise _wrong() from error
    if not isinstance(given, dict):
        raise _wrong()
    return given


def _known(account: int) -> list[PublicKeyCredentialDescriptor]:
    rows = Passkey.objects.filter(account=account).values_list("credential", flat=True)
    return [PublicKeyCredentialDescriptor(id=bytes(row)) for row in rows]


def _remember(request: HttpRequest, what: str, challenge: bytes, at: datetime) -> None:
    request.session[_ASKED] = {
        "what": what, "challenge": bytes_to_base64url(challenge), "at": at.timestamp(),
    }  # fmt: skip


def _recall(request: HttpRequest, what: str, at: datetime) -> bytes:
    """What was asked; it is asked once. Raises NotThisPasskey."""
    asked = request.session.pop(_ASKED, None)
    longest = timedelta(minutes=settings.SECOND_FACTOR_MINUTES).total_seconds()
    if asked is None or asked["what"] != what or at.timestamp() - asked["at"] >= longest:
        raise NotThisPasskey(_("This took too long. Try again."))
    return base64url_to_bytes(asked["challenge"])


def _wrong() -> NotThisPasskey:
    return NotThisPasskey(_("This passkey did not fit. Try again, or use another way."))
