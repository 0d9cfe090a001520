"""My account: what lets me in, and where I am signed in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.web.models import Passkey
from throughcare.web.request import Request
from throughcare.web.sign_in.code_app import has_code_app
from throughcare.web.sign_in.enrolling import MUST_ENROL
from throughcare.web.sign_in.recovery import recovery_codes_left
from throughcare.web.sign_in.sessions import ROW, devices_of


@never_cache
@require_safe
def my_account(request: Request) -> HttpResponse:
    """The page that all others of the account hang from."""
    account = request.viewer.account
    shown = {
        "has_code_app": has_code_app(account),
        "passkeys": Passkey.objects.filter(account=account).count(),
        "recovery_codes": recovery_codes_left(account),
        "sessions": len(devices_of(account, here=request.session.get(ROW), at=request.at)),
        "must_enrol": bool(request.session.get(MUST_ENROL)),
    }
    return render(request, "sign_in/my_account.html", shown)
