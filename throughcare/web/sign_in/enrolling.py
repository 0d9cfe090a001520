"""What must be done before anything else: a password of one's own, then a second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

MUST_ENROL: Final = "must_enrol"
MUST_CHANGE: Final = "must_change_password"
PAGE, PASSWORD_PAGE = "/my-account", "/my-account/password"
_AT_THE_DOOR: Final = frozenset({
    "again", "kept", "forget_kept", "sign_in", "sign_out", "language", "theme", "health",
})  # fmt: skip
_OPEN: Final = frozenset({
    "my_account", "begin_code_app", "code_app", "recovery_codes", "passkeys", *_AT_THE_DOOR,
})  # fmt: skip


class Enrolling:
    """Middleware: opens only the page for a new password, or those for a second factor.

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
        if request.session.get(MUST_CHANGE):
            open_still = name == "password" or name in _AT_THE_DOOR
            return None if open_still else HttpResponseRedirect(PASSWORD_PAGE)
        if not request.session.get(MUST_ENROL) or name in _OPEN:
            return None
        return HttpResponseRedirect(PAGE)
