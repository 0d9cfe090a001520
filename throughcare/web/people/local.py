"""Times as the clock on the wall shows them where the viewer works."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils import timezone

from throughcare.kernel.models import Place
from throughcare.web.request import Request

Page = Callable[..., HttpResponse]


def local(page: Page) -> Page:
    """A page whose times, shown and typed, are those of the viewer's first place; else UTC."""

    @wraps(page)
    def answer(request: Request, *words: object, **named: object) -> HttpResponse:
        with timezone.override(_zone(request)):
            return page(request, *words, **named)

    return answer


def _zone(request: Request) -> ZoneInfo:
    held = [post for post in request.viewer.posts if post.period.holds(request.at)]
    place = Place.objects.filter(path=held[0].establishment).first() if held else None
    return ZoneInfo(place.zone() if place else "UTC")
