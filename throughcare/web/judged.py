"""After a request that changed something: what the rules say of it is worked out at once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from throughcare.duties.actions import judge_waiting

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
# Who writes about more people at once leaves the others to the jobs, and pages say that they wait.
MOST: Final = 3
# Nobody waits longer for a save than that: a file that took longer is judged when it is read next,
# or by the jobs before. Our own choice.
WITHIN_MS: Final = 40
_log = logging.getLogger(__name__)


def judged(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: judge the files that were just written in, the latest first.

    A failure here undoes nothing that was saved: the marks stay, and the next reading judges.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.method not in SAFE:
            try:
                judge_waiting(at=timezone.now(), most=MOST, within_ms=WITHIN_MS)
            except Error:
                _log.exception("what was written is not judged yet; the next reading does it")
        return response

    return middleware
