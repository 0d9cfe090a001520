"""A change is done once, however often the request for it arrives (Idempotency-Key).

The action, its register entries and the kept answer stand in one transaction.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _

from throughcare.api.call import Call
from throughcare.api.models import KeptAnswer
from throughcare.api.problems import Problem
from throughcare.api.secret import locked, unlocked

HEADER: Final = "Idempotency-Key"
REPLAYED: Final = "Idempotency-Replayed"
FORM: Final = "[!-~]{8,128}"  # signs that can be seen
# Two of one key at once: the second waits here for the first. The number marks our use of it.
_WAIT: Final = "SELECT pg_advisory_xact_lock(7301, hashtext(%s))"
_SWEPT_AT_ONCE: Final = 100


def once(call: Call, act: Callable[[], HttpResponse]) -> HttpResponse:
    """What `act` answers, or what it answered before to the same request with the same key.

    Raises Problem 400 without a usable key, 422 for a key that belonged to another request. An
    answer of 500 or more undoes everything and is not kept.
    """
    key, asked = _key(call), _digest(call)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_WAIT, [f"{call.opened.token.pk}:{key}"])
        _forget_expired(call, key)
        kept = KeptAnswer.objects.filter(token=call.opened.token, key=key).first()
        if kept is not None:
            return _again(call, kept, asked)
        said = act()
        if said.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            transaction.set_rollback(True)
        else:
            _keep(call, key, asked, said)
        return said


def _key(call: Call) -> str:
    key = call.headers.get(HEADER, "")
    if re.fullmatch(FORM, key) is None:
        raise Problem(
            HTTPStatus.BAD_REQUEST, "no-key",
            _("A change needs the header Idempotency-Key: 8 to 128 signs, new for each change and "
              "the same when it is sent again. A random UUID will do."),
        )  # fmt: skip
    return key


def _digest(call: Call) -> str:
    address = f"{call.method} {call.get_full_path()}\n".encode()
    return sha256(address + call.body).hexdigest()


def _again(call: Call, kept: KeptAnswer, asked: str) -> HttpResponse:
    if kept.request_digest != asked:
        raise Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY, "key-used",
            _("This Idempotency-Key came with another request before. Take a new key for a new "
              "change."),
        )  # fmt: skip
    body = unlocked(call.opened.secret, bytes(kept.body), about=_about(kept.key, asked))
    return HttpResponse(
        body, status=kept.status, content_type=kept.content_type, headers={REPLAYED: "true"}
    )


def _keep(call: Call, key: str, asked: str, said: HttpResponse) -> None:
    KeptAnswer.objects.create(
        token=call.opened.token, key=key, request_digest=asked, status=said.status_code,
        content_type=said.headers["Content-Type"],
        body=locked(call.opened.secret, said.content, about=_about(key, asked)),
        expires_at=call.at + timedelta(hours=settings.IDEMPOTENCY_HOURS),
    )  # fmt: skip


def _about(key: str, asked: str) -> str:
    return f"{key}\n{asked}"


def _forget_expired(call: Call, key: str) -> None:
    """This key's answer when its time is over, and some others of this token.

    Rows that another call holds are left to that call, so that no two wait for one another.
    """
    expired = KeptAnswer.objects.filter(token=call.opened.token, expires_at__lte=call.at)
    expired.filter(key=key).delete()
    some = expired.select_for_update(skip_locked=True).values("pk")[:_SWEPT_AT_ONCE]
    KeptAnswer.objects.filter(pk__in=list(some.values_list("pk", flat=True))).delete()
