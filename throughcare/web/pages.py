"""The first page, the choices of language and theme, the sign of life, the pages for errors."""

from __future__ import annotations

from collections.abc import Container

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from throughcare.web.back import safe_way

THEMES = ("system", "light", "dark")
_YEAR = 365 * 24 * 60 * 60


@require_GET
def first(request: HttpRequest) -> HttpResponse:
    """Where somebody stands after signing in."""
    return render(request, "first.html")


@login_not_required
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """The process answers. It says nothing else."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie; an unknown one changes nothing."""
    known = dict(settings.LANGUAGES)
    return _keep(request, settings.LANGUAGE_COOKIE_NAME, request.POST.get("language", ""), known)


@login_not_required
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie; an unknown one changes nothing."""
    return _keep(request, "theme", request.POST.get("theme", ""), THEMES)


def _keep(request: HttpRequest, name: str, value: str, known: Container[str]) -> HttpResponse:
    answer = HttpResponseRedirect(safe_way(request, request.POST.get("next", "")))
    if value in known:
        secure = settings.SESSION_COOKIE_SECURE
        answer.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="Lax", secure=secure)
    return answer


def chosen(request: HttpRequest) -> dict[str, object]:
    """For every template: the theme, where the switches lead back to, whether it is the demo."""
    kept = request.COOKIES.get("theme", "")
    way = request.get_full_path() if request.method == "GET" else request.path
    theme = kept if kept in THEMES else "system"
    return {"theme": theme, "here": way, "demo": settings.DEMO}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return _error(request, 400, _("This request could not be read. Go back and try again."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, in the words of 404: neither says whether a thing exists."""
    return _error(request, 403, _("There is nothing here that you can open."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _error(request, 404, _("There is nothing here that you can open."))


def failed(request: HttpRequest) -> HttpResponse:
    """500."""
    return _error(
        request,
        500,
        _("Something went wrong on our side. Nothing was half-saved. Try again, and if it "
          "happens again, tell your administrator the time."),
    )  # fmt: skip


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token: an old page, or one from elsewhere."""
    return _error(request, 403, _("This page was open for too long. Go back, load it again."))


def _error(request: HttpRequest, status: int, words: str) -> HttpResponse:
    return render(request, "error.html", {"words": words, "bare": True}, status=status)
