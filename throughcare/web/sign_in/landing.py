"""Where somebody stands after signing in: where they wanted to go, else what must be done first."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from throughcare.access.queries import viewer_of
from throughcare.duties.queries import has_morning
from throughcare.web.back import safe_way


def landing(request: HttpRequest, way: str, *, account: int, at: datetime) -> str:
    """The way that was asked for; without one the morning of whoever has one, or the menu."""
    if way:
        return safe_way(request, way)
    return "/morning" if has_morning(viewer_of(account, at=at), at=at) else "/"
