"""What every page with one form does: show it, judge it, send it once, lead on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from throughcare.casework.people.queries import File
from throughcare.web.drafts.sending import Sending, sending_of
from throughcare.web.people.file import page_of
from throughcare.web.people.forms.base import PageForm
from throughcare.web.people.trouble import Trouble, attempt
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SomeForm = TypeVar("SomeForm", bound=PageForm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One form page of a file. `title` heads it and names its draft, `button` saves."""

    request: Request
    file: File
    here: str
    title: StrOrPromise
    button: StrOrPromise
    template: str = "people/act.html"

    def answer(
        self,
        form: Callable[..., SomeForm],
        act: Callable[[SomeForm, Sending], str],
        **shown: Any,
    ) -> HttpResponse:
        """The page: 200 with a form, 302 once it is done, 422 where it is refused.

        `form` makes the form from what was typed; `act` does it and says where that leads.
        """
        sending = sending_of(self.request, self.title, version=self.file.version)
        filled = form(sending.typed)
        if sending.typed is not None and not sending.judged:
            filled.quiet()
        trouble: Trouble | None = None
        if sending.judged and filled.is_valid():
            now = sending
            way, sending, trouble = attempt(self.request, sending, lambda: act(filled, now))
            if way is not None:
                return HttpResponseRedirect(way)
        told = {
            **page_of(self.request, self.file, self.here), "form": filled, "sending": sending,
            "trouble": trouble, "title": self.title, "button": self.button, **shown,
        }  # fmt: skip
        status = 422 if sending.judged else 200
        return render(self.request, self.template, told, status=status)
