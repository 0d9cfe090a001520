"""The door of this interface: who may call, what is taken in, and how each refusal goes out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Final, cast

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from throughcare.api import lock
from throughcare.api.call import Call
from throughcare.api.problems import Problem
from throughcare.api.queries import Opened, opened_with
from throughcare.api.refusals import nothing_here
from throughcare.api.repeated import once

View = Callable[..., HttpResponse]

_BODIES: Final = frozenset({"POST", "PUT", "PATCH"})
_log = logging.getLogger(__name__)


def guarded(view: View, *, only_reads: bool = False) -> View:
    """The view behind the door. What changes anything is done once for each Idempotency-Key.

    `only_reads`: a POST that changes nothing, so that what it carries stands in no address.
    """

    @csrf_exempt  # no cookie opens anything here, so no other site can borrow one
    @login_not_required  # the token is asked for instead
    @wraps(view)
    def answer(request: HttpRequest, *words: object, **named: object) -> HttpResponse:
        try:
            call = _let_in(request)
            _need_readable(call)
            if call.method in _BODIES and not only_reads:
                said = once(call, lambda: view(call, *words, **named))
            else:
                with transaction.atomic():
                    said = view(call, *words, **named)
            return _in_words(said, call)
        except Problem as problem:
            return problem.answer(request)
        except Exception:
            _log.exception("a call of the interface failed: %s %s", request.method, request.path)
            return _failed().answer(request)

    return answer


def nothing(request: HttpRequest) -> HttpResponse:
    """For every other address under this one."""
    raise Problem(HTTPStatus.NOT_FOUND, "not-there", nothing_here())


def _let_in(request: HttpRequest) -> Call:
    """The call with its viewer. Raises Problem 401 or 429."""
    call = cast(Call, request)
    address = request.META.get("REMOTE_ADDR") or None
    if lock.is_locked(address=address, at=call.at):
        raise _too_many()
    opened = _presented(request, call.at)
    if opened is None:
        lock.remember_failure(address=address, at=call.at)
        raise no_token()
    call.opened, call.viewer = opened, opened.viewer
    return call


def _presented(request: HttpRequest, at: datetime) -> Opened | None:
    scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret:
        return None
    return opened_with(secret.strip(), at=at)


def _need_readable(call: Call) -> None:
    """Raises Problem 413 for a body that is too large, 415 for one that is no JSON."""
    most = settings.API_MOST_BYTES
    length = str(call.META.get("CONTENT_LENGTH") or "")
    if length.isdecimal() and int(length) > most:
        raise Problem(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large",
            _("The body is larger than %(most)d bytes. Send less at once.") % {"most": most},
        )  # fmt: skip
    if call.method in _BODIES and call.content_type != "application/json":
        raise Problem(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "not-json",
            _("The body is not JSON. Send it with Content-Type: application/json."),
        )  # fmt: skip


def _in_words(said: HttpResponse, call: Call) -> HttpResponse:
    """A wrong method is told as every other problem."""
    if said.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
        return said
    raise Problem(
        HTTPStatus.METHOD_NOT_ALLOWED, "wrong-method",
        _("This address does not answer %(method)s. See the schema.") % {"method": call.method},
        headers={"Allow": said.headers.get("Allow", "")},
    )  # fmt: skip


def no_token() -> Problem:
    """401, in the same words for every token that opens nothing."""
    return Problem(
        HTTPStatus.UNAUTHORIZED, "no-token",
        _("No token that opens anything came with this call: it is missing, wrong or ended, or "
          "its post has ended. Ask an administrator of accounts for a new one."),
        headers={"WWW-Authenticate": 'Bearer realm="throughcare"'},
    )  # fmt: skip


def _too_many() -> Problem:
    minutes = settings.LOCK_MINUTES
    return Problem(
        HTTPStatus.TOO_MANY_REQUESTS, "too-many-failures",
        _("Too many wrong tokens came from this address. Wait %(minutes)d minutes.")
        % {"minutes": minutes},
        headers={"Retry-After": str(minutes * 60)},
    )  # fmt: skip


def _failed() -> Problem:
    return Problem(
        HTTPStatus.INTERNAL_SERVER_ERROR, "failed",
        _("Something went wrong on our side. Nothing was half-saved. Try again, and if it "
          "happens again, tell your administrator the time."),
    )  # fmt: skip
