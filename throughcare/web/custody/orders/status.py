"""To set the legal status, to correct it, to strike it out: one form each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import Status
from throughcare.web.custody.orders.forms import StatusCorrection, StatusForm
from throughcare.web.custody.orders.orders import TEMPLATE, to_change
from throughcare.web.people.acting import Asked
from throughcare.web.people.forms.acts import ReasonForm
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def new(request: Request, person_id: UUID) -> HttpResponse:
    """Write down a change; the status before it ends at that moment."""
    file = to_change(request, person_id)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Change the legal status"),
        button=_("Save the status"), template=TEMPLATE,
    )  # fmt: skip

    def write(form: StatusForm, _sending: object) -> str:
        said = form.cleaned_data
        actions.set_status(
            by=request.viewer, at=request.at, person_id=file.id, value=Status(said["value"]),
            since=said["since"],
        )  # fmt: skip
        return f"/people/{file.id}/custody/orders?done=status"

    return asked.answer(lambda typed: StatusForm(typed, at=request.at), write)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def correct(request: Request, person_id: UUID, status_id: UUID) -> HttpResponse:
    """Write a status anew; the earlier reading stays."""
    file = to_change(request, person_id)
    status = queries.status_to_change(request.viewer, person_id, status_id, at=request.at)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Correct the legal status"),
        button=_("Save the status"), template=TEMPLATE,
    )  # fmt: skip
    typed_before = {"value": status.value, "since": timezone.localtime(status.since)}

    def write(form: StatusCorrection, _sending: object) -> str:
        said = form.cleaned_data
        actions.correct_status(
            by=request.viewer, at=request.at, status_id=status_id, value=Status(said["value"]),
            since=said["since"], why=said["why"],
        )  # fmt: skip
        return f"/people/{file.id}/custody/orders?done=corrected"

    return asked.answer(
        lambda typed: StatusCorrection(typed, at=request.at, initial=typed_before), write
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def strike_out(request: Request, person_id: UUID, status_id: UUID) -> HttpResponse:
    """Say that this was never the status of the person."""
    file = to_change(request, person_id)
    status = queries.status_to_change(request.viewer, person_id, status_id, at=request.at)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Strike out a legal status"),
        button=_("Strike out"), template=TEMPLATE,
    )  # fmt: skip

    def write(form: ReasonForm, _sending: object) -> str:
        actions.strike_out_status(
            by=request.viewer, at=request.at, status_id=status_id, why=form.cleaned_data["why"]
        )
        return f"/people/{file.id}/custody/orders?done=struck-out"

    return asked.answer(ReasonForm, write, stands=Status(status.value).label)
