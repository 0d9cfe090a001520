"""One's own drafts: the list, to keep one, to take one away."""

from __future__ import annotations

import re
from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from throughcare.web.back import safe_way
from throughcare.web.drafts.actions import Typed, forget, keep
from throughcare.web.drafts.queries import drafts_of
from throughcare.web.drafts.sending import KEY, OWN, key_in
from throughcare.web.request import Request

LONGEST: Final = 200_000  # signs that are kept of one form
_LINE: Final = 500
_CODE: Final = re.compile(r"[a-z0-9_.:T-]+")


@never_cache
@require_safe
def mine(request: Request) -> HttpResponse:
    """The list: only of whoever asks."""
    drafts = [
        {"key": one.key, "form": one.form, "way": one.way, "kept_at": one.kept_at,
         "begins": _beginning(one.typed)}
        for one in drafts_of(request.viewer.account, at=request.at)
    ]  # fmt: skip
    return render(request, "people/drafts.html", {"drafts": drafts, "kept": "kept" in request.GET})


@require_POST
def keep_draft(request: Request) -> HttpResponse:
    """Keep what is typed. For a script a line of text, otherwise the list."""
    typed = {name: values for name, values in request.POST.lists() if name not in OWN}
    if sum(len(one) for values in typed.values() for one in values) > LONGEST:
        return _answer(request, _("This is too long to be kept as a draft. Shorten it."), 422)
    key = key_in(request.POST.get(KEY))
    if key is None:
        return _answer(request, _("This page is too old to be kept. Load it again."), 422)
    keep(
        by=request.viewer.account, at=request.at, key=key, typed=typed,
        form=request.POST.get("draft_form", "")[:_LINE].replace("\0", ""),
        way=_way(request, request.POST.get("draft_way", "")),
    )  # fmt: skip
    return _answer(request, _("Kept as a draft."), 200)


@require_POST
def forget_draft(request: Request, key: UUID) -> HttpResponse:
    """Take one of one's own away."""
    forget(by=request.viewer.account, key=key)
    return HttpResponseRedirect("/drafts")


def _answer(request: HttpRequest, words: str, status: int) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        # A status of 200 also for a refusal: the line must be shown beside the form.
        return HttpResponse(words, content_type="text/plain; charset=utf-8")
    if status == 200:
        return HttpResponseRedirect("/drafts?kept=1")
    return render(request, "error.html", {"words": words}, status=status)


def _way(request: HttpRequest, said: str) -> str:
    short = said[:_LINE].replace("\0", "")
    return safe_way(request, short) if short.startswith("/") else "/"


def _beginning(typed: Typed) -> str:
    """The first words, so that one knows one's drafts apart; choices and numbers say nothing."""
    texts = [one.strip() for values in typed.values() for one in values]
    return " · ".join(text for text in texts if text and not _CODE.fullmatch(text))[:80]
