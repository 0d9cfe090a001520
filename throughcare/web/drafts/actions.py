"""To keep a draft, to forget it, and to do what a form asks for once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from throughcare.web.drafts.models import Draft, Sent
from throughcare.web.drafts.queries import where_it_led

Typed = Mapping[str, Sequence[str]]
_NULL, _MARK = "\0", "\ufffd"  # the database cannot keep the first; the form refuses it in words


def keep(*, by: int, at: datetime, key: UUID, form: str, way: str, typed: Typed) -> Draft:
    """Keep what is typed, in the place of what was kept for this form before.

    `by` is the account. Only this account reads it, until it is sent or too old.
    """
    forget_old(at=at)
    kept = {name: [one.replace(_NULL, _MARK) for one in values] for name, values in typed.items()}
    draft, _made = Draft.objects.update_or_create(
        account_id=by, key=key,
        defaults={"form": form, "way": way, "typed": kept, "kept_at": at},
    )  # fmt: skip
    return draft


def forget(*, by: int, key: UUID) -> None:
    """Take an own draft away; another account's stays."""
    Draft.objects.filter(account_id=by, key=key).delete()


def forget_old(*, at: datetime) -> None:
    """Take away all drafts and spent keys whose days are over."""
    over = at - timedelta(days=settings.DRAFT_DAYS)
    Draft.objects.filter(kept_at__lte=over).delete()
    Sent.objects.filter(at__lte=over).delete()


def once(*, by: int, at: datetime, key: UUID, digest: str, act: Callable[[], str]) -> str:
    """Do `act` for the form with this key, unless it was done; answer where it led.

    `digest` is of all that the form holds. The key, the act and the end of the draft are one
    transaction: of two posts at once one waits for the other. When `act` raises, the key stays
    unspent. Raises SentAlready for other words under a spent key, and whatever `act` raises.
    """
    try:
        with transaction.atomic():
            sent = _spend(by, key, digest, at)
            sent.led_to = act()
            sent.save(update_fields=["led_to"])
            forget(by=by, key=key)
            return sent.led_to
    except _Spent:
        return where_it_led(by, key, digest)


class _Spent(Exception):
    """The key is in the table already."""


def _spend(by: int, key: UUID, digest: str, at: datetime) -> Sent:
    try:
        with transaction.atomic():
            return Sent.objects.create(account_id=by, key=key, digest=digest, at=at)
    except IntegrityError as error:
        if "sent_once" in str(error):
            raise _Spent from error
        raise
