"""Emergencies that wait for a second person, the viewer's own, and those that one is told of."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from throughcare.access import actions, queries
from throughcare.access.errors import NotThere
from throughcare.access.queries import BreakGlass
from throughcare.web.desk.acting import done
from throughcare.web.desk.emergencies.form import FindingForm
from throughcare.web.desk.emergencies.opened import state_of
from throughcare.web.desk.form import show
from throughcare.web.request import Request


@require_safe
def emergencies(request: Request) -> HttpResponse:
    """What the viewer is to confirm, to review, has taken, and is told of; each may be empty."""
    viewer, at = request.viewer, request.at
    mine = [(row, state_of(row, at=at)) for row in queries.own_emergencies(viewer, at=at)]
    return render(
        request,
        "desk/emergencies.html",
        {
            "to_confirm": queries.awaiting_confirmation(viewer, at=at).select_related("account"),
            "to_review": queries.awaiting_review(viewer, at=at).select_related("account"),
            "notices": queries.notices_for(viewer, at=at).select_related("emergency__account"),
            "mine": mine,
        },
    )


@require_POST
def confirm(request: Request, number: int) -> HttpResponse:
    """Confirm one as the second person. Raises NotThere, Refused, TooLate."""
    row = _of(queries.awaiting_confirmation(request.viewer, at=request.at), number)
    actions.confirm_break_glass(by=request.viewer, at=request.at, emergency=row)
    return HttpResponseRedirect("/emergencies")


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: Request, number: int) -> HttpResponse:
    """Say whether one was justified, and why. Raises NotThere or Refused."""
    row = _of(queries.awaiting_review(request.viewer, at=request.at), number)
    form = FindingForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.review_break_glass(
            by=request.viewer, at=request.at, emergency=row, justified=typed["justified"],
            finding=typed["finding"],
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return HttpResponseRedirect("/emergencies")
    return show(request, "desk/review.html", form, emergency=row)


@require_POST
def seen(request: Request, number: int) -> HttpResponse:
    """Say that a notice was seen. Raises NotThere or Refused."""
    notice = queries.notices_for(request.viewer, at=request.at).filter(pk=number).first()
    if notice is None:
        raise NotThere
    actions.see_notice(by=request.viewer, at=request.at, notice=notice)
    return HttpResponseRedirect("/emergencies")


def _of(rows: QuerySet[BreakGlass], number: int) -> BreakGlass:
    found = rows.select_related("account").filter(pk=number).first()
    if found is None:
        raise NotThere
    return found
