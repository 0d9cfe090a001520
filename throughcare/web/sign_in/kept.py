"""What was typed into a form that met a closed door: kept for the same account, not for another.

It lies encrypted, bound to the account and to a cookie of the browser it was typed in. No files, no
passwords and no codes are kept.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from throughcare.web.models import KeptForm
from throughcare.web.sign_in.encryption import decrypt, encrypt

COOKIE: Final = "kept_form"
PAGE: Final = "/kept"
FIELD: Final = "kept_form"  # posted again, a form names what was kept of it
_MOST: Final = 20  # forms of one account at once; the oldest goes first
_PURPOSE: Final = "kept form"


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it was sent: where to, each field in order, and whether something is missing."""

    number: int
    path: str
    fields: tuple[tuple[str, str], ...]
    incomplete: bool


def keep(request: HttpRequest, *, account: int, at: datetime) -> str | None:
    """Keep what was posted. The browser's word for it, or None if it was too much."""
    plain = _plain(request)
    if len(plain) > settings.KEPT_FORM_BYTES:
        return None
    forget_old(at=at)
    surplus = KeptForm.objects.filter(account=account).order_by("-pk")[_MOST - 1 :]
    KeptForm.objects.filter(pk__in=list(surplus.values_list("pk", flat=True))).delete()
    destroy(request, number=request.POST.get(FIELD, ""))  # it is kept anew
    word = _word_of(request) or secrets.token_urlsafe(32)
    KeptForm.objects.create(
        account_id=account,
        browser=_digest(word),
        content=encrypt(plain, purpose=_PURPOSE, bound_to=_bound(word, account)),
        kept_at=at,
    )
    return word


def set_cookie(answer: HttpResponse, word: str) -> None:
    """Tie what was kept to this browser."""
    answer.set_cookie(
        COOKIE, word, max_age=settings.KEPT_FORM_MINUTES * 60, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def kept_forms(request: HttpRequest, *, account: int, at: datetime) -> list[Kept]:
    """What this account typed in this browser before, oldest first. Raises CannotRead."""
    word = request.COOKIES.get(COOKIE, "")
    rows = KeptForm.objects.filter(
        browser=_digest(word), account=account, kept_at__gt=_oldest(at)
    ).order_by("pk")
    return [_opened(row, word) for row in rows]


def is_anything_kept(request: HttpRequest, *, at: datetime) -> bool:
    """Whether somebody typed something in this browser; not who, and not what."""
    return COOKIE in request.COOKIES and _here(request).filter(kept_at__gt=_oldest(at)).exists()


def only_for(request: HttpRequest, *, account: int) -> None:
    """Somebody came in: what another account typed in this browser is destroyed."""
    _here(request).exclude(account=account).delete()


def forget_old(*, at: datetime) -> None:
    """What is older than half an hour goes; done whenever something is kept, and by a job."""
    KeptForm.objects.filter(kept_at__lte=_oldest(at)).delete()


def destroy(request: HttpRequest, *, number: str) -> None:
    """One form that was kept for this browser is no longer needed."""
    if number.isascii() and number.isdigit() and len(number) < 19:  # as a row's number can be
        _here(request).filter(pk=int(number)).delete()


def _here(request: HttpRequest) -> QuerySet[KeptForm]:
    return KeptForm.objects.filter(browser=_digest(request.COOKIES.get(COOKIE, "")))


def _word_of(request: HttpRequest) -> str | None:
    """The word that this browser has, if the service gave it."""
    return request.COOKIES[COOKIE] if _here(request).exists() else None


def _plain(request: HttpRequest) -> bytes:
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    stays = [(name, value) for name, value in fields if not (_is_secret(name) or _is_ours(name))]
    typed = {
        "path": request.get_full_path(),
        "fields": stays,
        "incomplete": bool(request.FILES) or any(_is_secret(name) for name, _ in fields),
    }
    return json.dumps(typed, ensure_ascii=False).encode()


def _opened(row: KeptForm, word: str) -> Kept:
    plain = decrypt(row.content, purpose=_PURPOSE, bound_to=_bound(word, row.account_id))
    read: dict[str, Any] = json.loads(plain)
    fields = tuple((str(name), str(value)) for name, value in read["fields"])
    return Kept(row.pk, str(read["path"]), fields, bool(read["incomplete"]))


def _is_secret(name: str) -> bool:
    return any(part in name.lower() for part in ("password", "credential")) or name == "code"


def _is_ours(name: str) -> bool:
    return name in ("csrfmiddlewaretoken", FIELD)


def _oldest(at: datetime) -> datetime:
    return at - timedelta(minutes=settings.KEPT_FORM_MINUTES)


def _digest(word: str) -> str:
    return salted_hmac("throughcare.kept_form", word, algorithm="sha256").hexdigest()


def _bound(word: str, account: int) -> str:
    return f"account {account} in browser {word}"
