"""Where a reception begins: who it is, whether there is a file already, and only then a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.casework.custody import actions as of_custody
from throughcare.casework.custody import queries as custody
from throughcare.casework.people import actions, queries
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries import listed
from throughcare.kernel.partial_dates import parse
from throughcare.web.custody.reception.titles import TOLD
from throughcare.web.drafts.sending import Sending, key_in, sending_of, was_sent
from throughcare.web.people.forms.register import RegisterForms
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.people.opening import likely_of
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.trouble import Trouble, attempt
from throughcare.web.request import Request

FORM: Final = _("Receive a person")


@dataclass(frozen=True, slots=True)
class Known:
    """Whom it may be: files within reach, and files that another establishment keeps."""

    lines: Sequence[Line]
    elsewhere: Sequence[custody.Elsewhere]
    january: bool

    @property
    def seen(self) -> str:
        """What was shown: when it changes, it is shown again."""
        ids = sorted(str(one.id) for one in self.lines)
        away = sorted(str(one.person_id) for one in self.elsewhere)
        return ",".join([*ids, *away])

    @property
    def anybody(self) -> bool:
        """Whether there is somebody to look at before a new file is opened."""
        return bool(self.lines or self.elsewhere)

    @property
    def away(self) -> list[tuple[custody.Elsewhere, str]]:
        """The files elsewhere, each with the name of its place."""
        names = names_of_places(one.kept_at for one in self.elsewhere)
        return [(one, names.get(one.kept_at or "", "")) for one in self.elsewhere]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def new(request: Request) -> HttpResponse:
    """Type who it is; look who is known; take the known file, take one over, or open a new one."""
    places = queries.may_open_at(request.viewer, at=request.at)
    sending = sending_of(request, FORM)
    forms = RegisterForms(sending, places=names_of_places(places), at=request.at)
    known: Known | None = None
    trouble: Trouble | None = None
    if sending.judged and forms.are_valid():
        known = _known(request, forms)
        act = _act(request, forms, known, sending)
        if act is not None:
            way, sending, trouble = attempt(request, sending, act)
            if way is not None:
                return HttpResponseRedirect(way)
    told = {
        "forms": forms, "sending": sending, "known": known, "trouble": trouble,
        "open_to_viewer": bool(places), "january": request.POST.get("january", ""),
        "take_why": request.POST.get("take_why", ""),
        "wrong": sending.judged and any(form.errors for form in forms),
    }  # fmt: skip
    status = 422 if sending.judged else 200
    return render(request, "custody/reception/new.html", told, status=status)


@never_cache
@require_safe
@local
def waiting(request: Request) -> HttpResponse:
    """The receptions that are not finished, of each place where the viewer opens files."""
    need_post(request)
    rows = [
        row for place in queries.may_open_at(request.viewer, at=request.at)
        for row in custody.unfinished(request.viewer, place, at=request.at)
    ]  # fmt: skip
    lines = lines_of(listed(request.viewer, [row.person_id for row in rows], at=request.at))
    called = {line.id: line.called for line in lines}
    shown = [
        {"row": row, "called": called.get(row.person_id),
         "missing": [TOLD[kind].title for kind in row.missing]}
        for row in rows
    ]  # fmt: skip
    return render(request, "custody/reception/waiting.html", {"rows": shown})


def _known(request: Request, forms: RegisterForms) -> Known:
    marks = _marks(forms)
    elsewhere = custody.found_elsewhere(
        request.viewer, marks, establishment=forms.establishment(), at=request.at
    )
    date = parse(marks.born) if marks.born else None
    return Known(
        likely_of(request, forms.looked_for()), elsewhere,
        january=date is not None and (date.month, date.day) == (1, 1),
    )  # fmt: skip


def _act(request: Request, forms: RegisterForms, known: Known, sending: Sending) -> Any:
    """What this sending asks for; None where something must be looked at first."""
    taken = key_in(request.POST.get("take"))
    if taken is not None:
        return lambda: _take(request, forms, taken)
    if known.january and request.POST.get("january") not in ("known", "year"):
        return None
    looked = not known.anybody or request.POST.get("seen") == known.seen
    # A form that was sent goes where it led: the file it opened is now the likeliest of all.
    if looked or was_sent(request, sending):
        return lambda: _open(request, forms)
    return None


def _open(request: Request, forms: RegisterForms) -> str:
    facts = forms.facts()
    if request.POST.get("january") == "year":
        facts = [(kind, _year(value) if kind is Kind.BIRTH_DATE else value)
                 for kind, value in facts]  # fmt: skip
    person = actions.register_person(
        by=request.viewer, at=request.at, establishment=forms.establishment(), facts=facts
    )
    return f"/people/{person.id}/custody/reception/legality?done=opened"


def _take(request: Request, forms: RegisterForms, taken: UUID) -> str:
    person_id = of_custody.take_over(
        by=request.viewer, at=request.at, person_id=taken, establishment=forms.establishment(),
        marks=_marks(forms), why=request.POST.get("take_why", ""),
    )  # fmt: skip
    return f"/people/{person_id}/custody/reception/legality?done=taken-over"


def _marks(forms: RegisterForms) -> custody.Marks:
    facts = forms.facts()
    born = [str(value["date"]) for kind, value in facts if kind is Kind.BIRTH_DATE]
    return custody.Marks(
        numbers=tuple(str(value["number"]) for kind, value in facts if kind is Kind.IDENTIFIER),
        names=forms.name.name().spelled(), born=born[0] if born else "",
    )  # fmt: skip


def _year(value: Any) -> dict[str, object]:
    """The year alone: the day was invented."""
    return {"date": str(value["date"])[:4]}
