"""Whose a form is: the secret behind its token was made when a session began, for it alone."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest

# Not public in Django, and without another way: a form's token is the secret under a mask.
from django.middleware.csrf import (  # type: ignore[attr-defined]
    CSRF_ALLOWED_CHARS,
    CSRF_SECRET_LENGTH,
    CSRF_TOKEN_LENGTH,
    _unmask_cipher_token,
)
from django.utils.crypto import salted_hmac

from throughcare.web.models import OpenSession

_FIELD, _HEADER = "csrfmiddlewaretoken", "X-CSRFToken"
_LETTERS: Final = frozenset(CSRF_ALLOWED_CHARS)


def form_key(secret: str) -> str:
    """The digest under which a session keeps the secret of its forms."""
    return salted_hmac("throughcare.form_key", secret, algorithm="sha256").hexdigest()


def account_of_form(request: HttpRequest) -> int | None:
    """In whose session the posted form was shown, even if that session has ended."""
    token = request.POST.get(_FIELD) or request.headers.get(_HEADER, "")
    if not set(token) <= _LETTERS:
        return None
    if len(token) == CSRF_TOKEN_LENGTH:
        token = _unmask_cipher_token(token)
    if len(token) != CSRF_SECRET_LENGTH:
        return None
    found = OpenSession.objects.filter(form_key=form_key(token))
    return found.values_list("account_id", flat=True).first()
