"""The script that opens the page of a day without a line, from the root of the service.

A browser lets such a script see only what lies below its own address; it must see the sign-out,
so that nothing stays on the device after it. It knows nothing of any person, so the door is open.
"""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@login_not_required
@never_cache
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """static/day/worker.js, allowed for the whole service."""
    found = finders.find("day/worker.js")
    if not isinstance(found, str):
        raise Http404
    answer = HttpResponse(Path(found).read_bytes(), content_type="text/javascript; charset=utf-8")
    answer["Service-Worker-Allowed"] = "/"
    return answer
