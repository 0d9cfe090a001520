"""What a page answers when access or a room says no: a sentence, never a trace."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere, Refused
from throughcare.errors import BadInput


class Refusals:
    """Middleware: 404 for what is hidden, 403 with its reason, 422 for what cannot be kept.

    A form that can show its own mistakes catches them before they come here.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """None for anything else: that is a fault of ours, and answered as one."""
        if isinstance(error, NotThere):
            words = _("There is nothing here. Check the number, or ask the records office.")
            return render(request, "error.html", {"words": words}, status=404)
        if isinstance(error, Refused):
            words = str(error.answer.sentence)
            return render(request, "error.html", {"words": words}, status=403)
        if isinstance(error, BadInput):
            return render(request, "error.html", {"words": str(error)}, status=422)
        return None
