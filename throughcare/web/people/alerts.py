"""Alerts of a file: to read them, to raise one with its end, to end one early."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.people import actions, queries
from throughcare.casework.people.kinds import IDENTITY
from throughcare.web.people.acting import Asked
from throughcare.web.people.file import page_of, read
from throughcare.web.people.forms.acts import AlertForm, ReasonForm
from throughcare.web.people.local import local
from throughcare.web.people.shown.header import alert_shown
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def alerts(request: Request, person_id: UUID) -> HttpResponse:
    """The alerts that are active."""
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    return render(request, "people/alerts.html", page_of(request, file, "alerts"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def raise_new(request: Request, person_id: UUID) -> HttpResponse:
    """Warn everybody who meets the person, up to an end."""
    file = _file(request, person_id)
    asked = Asked(
        request=request, file=file, here="alerts", title=_("Raise an alert"),
        button=_("Raise the alert"),
    )  # fmt: skip

    def act(form: AlertForm, _sending: object) -> str:
        said = form.cleaned_data
        actions.raise_alert(
            by=request.viewer, at=request.at, person_id=file.id,
            code=queries.AlertCode(said["code"]), expires_at=said["expires_at"], why=said["why"],
            text=said["text"],
        )  # fmt: skip
        return f"/people/{file.id}/alerts?done=raised"

    return asked.answer(lambda typed: AlertForm(typed, at=request.at), act)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def end(request: Request, person_id: UUID, alert_id: UUID) -> HttpResponse:
    """End an alert before its time."""
    file = _file(request, person_id)
    history = queries.history_of(request.viewer, person_id, at=request.at)
    alert = next((one for one in history.alerts if one.id == alert_id), None)
    if alert is None:
        raise NotThere
    asked = Asked(
        request=request, file=file, here="alerts", title=_("End an alert"),
        button=_("End the alert"),
    )  # fmt: skip

    def act(form: ReasonForm, _sending: object) -> str:
        actions.end_alert(
            by=request.viewer, at=request.at, alert_id=alert_id, why=form.cleaned_data["why"]
        )
        return f"/people/{file.id}/alerts?done=ended"

    return asked.answer(lambda typed: ReasonForm(typed), act, alert=alert_shown(alert))


def _file(request: Request, person_id: UUID) -> queries.File:
    return queries.file_to_change(
        request.viewer, person_id, act=Act.APPEND, compartment=IDENTITY, at=request.at
    )
