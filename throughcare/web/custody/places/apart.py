"""To keep two people apart: for those who read incidents; and to decide it, for those who add."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody import actions, queries
from throughcare.casework.people.queries import File, file_to_change
from throughcare.web.custody.places.forms import ApartForm
from throughcare.web.custody.places.shown import called_by
from throughcare.web.custody.sections import section_page
from throughcare.web.drafts.sending import key_in
from throughcare.web.people.acting import Asked
from throughcare.web.people.file import read
from throughcare.web.people.forms.acts import ReasonForm
from throughcare.web.people.listing import found as found_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

_METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@local
def apart(request: Request, person_id: UUID) -> HttpResponse:
    """Whom the person must be kept apart from, why, by whom, until when."""
    file = read(request, person_id)
    rows = queries.kept_apart(request.viewer, person_id, at=request.at)
    called = called_by(request, [one.other for one in rows])
    told = {
        **section_page(request, file, "places"), "at": request.at,
        "rows": [(one, called.get(one.other), one.until > request.at) for one in rows],
        "names": names_of(one.recorded_by for one in rows),
        "may_end": queries.may_keep_apart(request.viewer, file.id, Act.WRITE, at=request.at),
    }  # fmt: skip
    return render(request, "custody/places/apart.html", told)


@never_cache
@require_http_methods(_METHODS)
@local
def decide(request: Request, person_id: UUID) -> HttpResponse:
    """Find the other person, then say why and until when."""
    file = _file(request, person_id, Act.APPEND)
    typed = request.GET.get("q", "")[:200]
    lines = found_by(request, typed) if typed.strip() else []
    other = key_in(request.POST.get("other") or request.GET.get("other"))
    named = called_by(request, [other]) if other else {}
    asked = Asked(
        request=request, file=file, here="custody", title=_("Keep two people apart"),
        button=_("Keep them apart"), template="custody/places/decide_apart.html",
    )  # fmt: skip

    def act(form: ApartForm, _sending: object) -> str:
        said = form.cleaned_data
        actions.keep_apart(
            by=request.viewer, at=request.at, person_id=file.id, other_id=said["other"],
            until=said["until"], reason=said["reason"], decided_by=said["decided_by"],
        )  # fmt: skip
        reads = queries.may_keep_apart(request.viewer, file.id, Act.READ, at=request.at)
        rest = "/apart" if reads else ""
        return f"/people/{file.id}/custody/places{rest}?done=kept-apart"

    return asked.answer(
        lambda sent: ApartForm(sent, initial={"other": other}), act,
        lines=[one for one in lines if one.id != file.id], typed=typed,
        other=named.get(other) if other else None,
    )  # fmt: skip


@never_cache
@require_http_methods(_METHODS)
@local
def end(request: Request, person_id: UUID, apart_id: UUID) -> HttpResponse:
    """Let the two share a place again."""
    file = _file(request, person_id, Act.WRITE)
    rows = queries.kept_apart(request.viewer, person_id, at=request.at)
    if not any(one.id == apart_id for one in rows):
        raise NotThere
    asked = Asked(
        request=request, file=file, here="custody", title=_("End keeping two people apart"),
        button=_("They may share again"), template="custody/orders/act.html",
    )  # fmt: skip
    row = next(one for one in rows if one.id == apart_id)
    named = called_by(request, [row.other]).get(row.other)

    def act(form: ReasonForm, _sending: object) -> str:
        actions.end_keep_apart(
            by=request.viewer, at=request.at, person_id=row.of, keep_apart_id=apart_id,
            why=form.cleaned_data["why"],
        )  # fmt: skip
        return f"/people/{file.id}/custody/places/apart?done=apart-ended"

    return asked.answer(
        ReasonForm, act, stands=f"\u2068{named.own if named else '—'}\u2069: {row.reason}"
    )


def _file(request: Request, person_id: UUID, act: Act) -> File:
    return file_to_change(
        request.viewer, person_id, act=act, compartment=Compartment.INC, at=request.at
    )
