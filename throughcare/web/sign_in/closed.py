"""A form that meets a closed door: what was typed is kept, and the door is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone

from throughcare.web import pages
from throughcare.web.back import safe_way
from throughcare.web.sign_in import kept
from throughcare.web.sign_in.form_key import account_of_form
from throughcare.web.sign_in.whole_page import by_whole_page, is_by_script

_FORMS: Final = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})


class ClosedDoor(LoginRequiredMiddleware):
    """Middleware: whoever is not signed in is led to the door; what they typed is kept."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        """The way to the door, and from there back."""
        answer = _kept(request) if request.method == "POST" else None
        if answer is None and is_by_script(request):
            way = safe_way(request, request.headers.get("HX-Current-URL", ""))
            answer = by_whole_page(request, _to_the_door(way))
        return answer or super().handle_no_permission(request, view_func)


def sent_again(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: a kept form that was sent again and accepted is kept no longer."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        accepted = request.method == "POST" and response.status_code < 400
        if accepted and kept.COOKIE in request.COOKIES and not _led_away(response):
            kept.destroy(request, number=request.POST.get(kept.FIELD, ""))
        return response

    return middleware


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token. Kept, if its own account typed it and no other is here."""
    behind_the_door = request.resolver_match is not None and getattr(
        request.resolver_match.func, "login_required", True
    )
    answer = _kept(request) if behind_the_door else None
    return answer or pages.form_too_old(request, reason)


def _kept(request: HttpRequest) -> HttpResponseRedirect | None:
    if request.content_type not in _FORMS:
        return None
    account = account_of_form(request)
    if account is None or request.user.pk not in (None, account):
        return None
    word = kept.keep(request, account=account, at=timezone.now())
    if word is None:
        return None
    here = request.user.pk == account
    answer = HttpResponseRedirect(kept.PAGE) if here else _to_the_door(kept.PAGE)
    kept.set_cookie(answer, word)
    return by_whole_page(request, answer)


def _to_the_door(way: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': way})}")


def _led_away(response: HttpResponse) -> bool:
    """Whether the form met a closed door once more, and was kept anew."""
    return kept.COOKIE in response.cookies
