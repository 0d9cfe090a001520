"""To write days down that shorten or lengthen, and to strike them out."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import AdjustmentKind
from throughcare.web.custody.dates.acting import ask, dates_of, sentences_of, to_change
from throughcare.web.custody.dates.forms import AdjustmentForm, ReasonForm
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def add(request: Request, person_id: UUID) -> HttpResponse:
    """Write days down with the decision they rest on."""
    file = to_change(request, person_id)
    told = dates_of(request, file)

    def write(form: AdjustmentForm) -> None:
        said = form.cleaned_data
        actions.add_adjustment(
            by=request.viewer, at=request.at, person_id=file.id,
            kind=AdjustmentKind(said["kind"]), days=said["days"], reason=said["reason"],
            from_on=said["from_on"],
            sentence_id=UUID(said["sentence"]) if said["sentence"] else None,
        )  # fmt: skip

    return ask(
        request, file, _("Count days"), _("Save the days"),
        lambda typed: AdjustmentForm(typed, sentences=sentences_of(told)), write, "adjusted",
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def strike_out(request: Request, person_id: UUID, adjustment_id: UUID) -> HttpResponse:
    """Say that these days were never so."""
    file = to_change(request, person_id)
    told = dates_of(request, file)
    row = next((one for one in told.adjustments if one.id == adjustment_id), None)
    if row is None:
        raise NotThere
    stands = f"{row.get_kind_display()}: {row.days}. {row.reason}"

    def strike(form: ReasonForm) -> None:
        actions.strike_out_adjustment(
            by=request.viewer, at=request.at, person_id=file.id, adjustment_id=adjustment_id,
            why=form.cleaned_data["why"],
        )  # fmt: skip

    return ask(
        request, file, _("Strike days out"), _("Strike them out"), ReasonForm, strike,
        "struck-out", stands=stands,
    )  # fmt: skip
