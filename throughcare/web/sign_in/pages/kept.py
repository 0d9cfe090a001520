"""What was typed before the door closed: shown to its owner, to send again or to throw away."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from throughcare.web.request import Request
from throughcare.web.sign_in.kept import FIELD, destroy, kept_forms


@never_cache
@require_safe
def kept(request: Request) -> HttpResponse:
    """All that is kept for this account in this browser."""
    found = kept_forms(request, account=request.viewer.account, at=request.at)
    return render(request, "sign_in/kept.html", {"forms": found, "field": FIELD})


@require_POST
def forget(request: Request) -> HttpResponse:
    """Throw one away."""
    destroy(request, number=request.POST.get(FIELD, ""))
    return HttpResponseRedirect("/kept")
