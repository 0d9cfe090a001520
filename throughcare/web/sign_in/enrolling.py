"""Whoever must have a second factor and has none is led to add one before anything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

MUST_ENROL: Final = "must_enrol"
PAGE: Final = "/my-account"
_OPEN: Final = frozenset({
    "my_account", "begin_code_app", "code_app", "recovery_codes", "passkeys", "again", "kept",
    "forget_kept", "sign_in", "sign_out", "language", "theme", "health",
})  # fmt: skip


class Enrolling:
    """Middleware: opens only the pages on which a second factor is added.

    Asked at the door only: a post given while a session is open counts from the next sign-in.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: object, words: object, named: object
    ) -> HttpResponse | None:
        """None where the page opens."""
        name = request.resolver_match.url_name if request.resolver_match else None
        if not request.session.get(MUST_ENROL) or name in _OPEN:
            return None
        return HttpResponseRedirect(PAGE)
