"""To register a person: what is known, who it may be already, and then the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.people import actions, queries
from throughcare.web.drafts.sending import sending_of, was_sent
from throughcare.web.people.forms.register import RegisterForms
from throughcare.web.people.local import local
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.trouble import Trouble, attempt
from throughcare.web.request import Request

FORM: Final = _("Register a person")
# Under this the ear says no: chosen by judgment, on the pairs of names in tests/kernel.
_LIKELY: Final = 0.75
_MOST: Final = 8  # persons that somebody can still compare on one page


@dataclass(frozen=True, slots=True)
class Likely:
    """Persons within reach who may be the one at the counter."""

    lines: Sequence[Line]

    @property
    def seen(self) -> str:
        """The ids: when another person joins them, they are shown again."""
        return ",".join(sorted(str(line.id) for line in self.lines))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def register(request: Request) -> HttpResponse:
    """The form; then persons who may be the same; then the new file."""
    places = queries.may_open_at(request.viewer, at=request.at)
    sending = sending_of(request, FORM)
    forms = RegisterForms(sending, places=names_of_places(places), at=request.at)
    likely: Likely | None = None
    trouble: Trouble | None = None
    if sending.judged and forms.are_valid():
        likely = Likely(likely_of(request, forms.looked_for()))
        seen = not likely.lines or request.POST.get("seen") == likely.seen
        # A form that was sent goes where it led: the file it opened is now the likeliest of all.
        if seen or was_sent(request, sending):
            way, sending, trouble = attempt(request, sending, lambda: _open(request, forms))
            if way is not None:
                return HttpResponseRedirect(way)
    told = {"forms": forms, "sending": sending, "likely": likely, "trouble": trouble,
            "open_to_viewer": bool(places),
            "wrong": sending.judged and any(form.errors for form in forms)}  # fmt: skip
    status = 422 if sending.judged else 200
    return render(request, "people/register.html", told, status=status)


def _open(request: Request, forms: RegisterForms) -> str:
    person = actions.register_person(
        by=request.viewer, at=request.at, establishment=forms.establishment(), facts=forms.facts()
    )
    return f"/people/{person.id}?done=opened"


def likely_of(request: Request, texts: Sequence[str]) -> list[Line]:
    """Whoever sounds alike or has the same number, in each spelling that was typed."""
    best: dict[object, queries.Found] = {}
    for text in texts:
        for hit in queries.find(request.viewer, text, at=request.at):
            if hit.likeness >= _LIKELY and (
                hit.id not in best or best[hit.id].likeness < hit.likeness
            ):
                best[hit.id] = hit
    hits = sorted(best.values(), key=lambda hit: -hit.likeness)[:_MOST]
    rows = queries.listed(request.viewer, [hit.id for hit in hits], at=request.at)
    return lines_of(rows, hits)
