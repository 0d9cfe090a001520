"""What every page with one form about a place does: as `web.people.acting` does about a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from throughcare.access.terms import Act
from throughcare.casework.custody import queries
from throughcare.web.custody.places.shown import trail_of
from throughcare.web.drafts.sending import Sending, sending_of
from throughcare.web.people.done import done
from throughcare.web.people.forms.base import PageForm
from throughcare.web.people.trouble import Trouble, attempt
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SomeForm = TypeVar("SomeForm", bound=PageForm)


def page_of(request: Request, path: str) -> dict[str, Any]:
    """What every page of a place shows: where it stands, and what the viewer may do there."""
    may_change = queries.may_change_places(request.viewer, path, at=request.at)
    return {
        "path": path, "trail": trail_of(path), "done": done(request), "may_change": may_change,
        "depth": path.count("/"),
    }  # fmt: skip


def need_change(request: Request, path: str) -> None:
    """Whoever may not change places is told before typing. Raises NotThere or Refused."""
    queries.ask_about_place(request.viewer, Act.WRITE, path, at=request.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAsked:
    """One form page of a place. `title` heads it and names its draft, `button` saves."""

    request: Request
    path: str
    title: StrOrPromise
    button: StrOrPromise
    template: str = "custody/places/act.html"

    def answer(
        self, form: Callable[..., SomeForm], act: Callable[[SomeForm], str], **shown: Any
    ) -> HttpResponse:
        """The page: 200 with a form, 302 once it is done, 422 where it is refused."""
        sending: Sending = sending_of(self.request, self.title)
        filled = form(sending.typed)
        if sending.typed is not None and not sending.judged:
            filled.quiet()
        trouble: Trouble | None = None
        if sending.judged and filled.is_valid():
            way, sending, trouble = attempt(self.request, sending, lambda: act(filled))
            if way is not None:
                return HttpResponseRedirect(way)
        told = {
            **page_of(self.request, self.path), "form": filled, "sending": sending,
            "trouble": trouble, "title": self.title, "button": self.button, **shown,
        }  # fmt: skip
        return render(self.request, self.template, told, status=422 if sending.judged else 200)
