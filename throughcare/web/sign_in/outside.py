"""Another house that says who somebody is (OpenID Connect): only for accounts it was given for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from joserfc.errors import JoseError

from throughcare.access.door import outside_identity_tied
from throughcare.errors import BadInput
from throughcare.web.models import OutsideIdentity

_SECONDS = 10  # how long the other house may take to answer


class NotFromOutside(BadInput):
    """The other house did not say who it is, or we know nobody of that name there."""


class AlreadyTied(BadInput):
    """A subject belongs to one account."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """The other house as the settings name it."""

    address: str
    client: str
    secret: str


def issuer() -> Issuer | None:
    """The issuer that the settings name; None where there is none."""
    if not settings.OIDC_ISSUER:
        return None
    return Issuer(settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET)


def way_out(request: HttpRequest, known: Issuer, *, back: str) -> HttpResponse:
    """The way to the issuer, with state, nonce and PKCE. Raises NotFromOutside."""
    try:
        answer: HttpResponse = _client(known).authorize_redirect(request, back)
    except (AuthlibBaseError, requests.RequestException, RuntimeError) as error:
        raise NotFromOutside(
            _("The other service does not answer. Sign in with your password, or try later.")
        ) from error
    return answer


def account_from_outside(request: HttpRequest, known: Issuer) -> int:
    """Whose account the issuer's answer names. Raises NotFromOutside."""
    try:
        said = _client(known).authorize_access_token(
            request, claims_options={"iss": {"essential": True, "values": [known.address]}}
        )
    except (
        AuthlibBaseError, JoseError, requests.RequestException, RuntimeError, ValueError, KeyError
    ) as error:  # fmt: skip
        raise NotFromOutside(
            _("The answer of the other service could not be trusted. Try again from the start.")
        ) from error
    subject = (said.get("userinfo") or {}).get("sub")
    row = OutsideIdentity.objects.filter(issuer=known.address, subject=str(subject)).first()
    if row is None:
        raise NotFromOutside(
            _("The other service knows you, and no account here is tied to you. Ask your "
              "administrator.")
        )  # fmt: skip
    return row.account_id


def tie(*, account: int, issuer: str, subject: str, by: int, at: datetime) -> None:
    """Let whom the issuer calls `subject` come in as this account; given by an administrator.

    Raises AlreadyTied.
    """
    try:
        with transaction.atomic():
            row = OutsideIdentity.objects.create(account_id=account, issuer=issuer, subject=subject)
            outside_identity_tied(account=account, by=by, row=str(row.pk), at=at)
    except IntegrityError as error:
        raise AlreadyTied(
            _("This subject is tied to an account already, or is empty. Look at the subject again.")
        ) from error


@lru_cache(maxsize=4)
def _client(known: Issuer) -> Any:
    """The client keeps what it read of the issuer, so that it asks once."""
    return OAuth().register(
        "outside",
        client_id=known.client,
        client_secret=known.secret,
        server_metadata_url=f"{known.address.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid", "code_challenge_method": "S256", "default_timeout": _SECONDS,
        },
    )  # fmt: skip
