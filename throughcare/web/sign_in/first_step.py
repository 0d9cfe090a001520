"""What follows when a password, or another house, has said who it is."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponseRedirect

from throughcare.web.sign_in import pending
from throughcare.web.sign_in.factors import has_second_factor
from throughcare.web.sign_in.landing import landing
from throughcare.web.sign_in.opening import open_session


def after_the_first_step(
    request: HttpRequest, *, account: int, way: str, at: datetime
) -> HttpResponseRedirect | None:
    """On to the second factor if there is one, else in. None if the account is suspended."""
    if has_second_factor(account):
        pending.begin(request, account=account, way=way, at=at)
        return HttpResponseRedirect("/sign-in/second")
    if not open_session(request, account=account, at=at):
        return None
    return HttpResponseRedirect(landing(request, way, account=account, at=at))
