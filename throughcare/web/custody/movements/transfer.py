"""The walk of a transfer: what must be ready, the departure on an order."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.terms import OrderKind, Stage
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.queries import file_to_change
from throughcare.kernel.models import Place, PlaceKind
from throughcare.web.custody.acting import Step
from throughcare.web.custody.known import known_of
from throughcare.web.custody.movements.forms import DepartForm
from throughcare.web.custody.other_person import insisting
from throughcare.web.custody.sections import section_page
from throughcare.web.custody.stage_pages import shown_steps, step_page
from throughcare.web.drafts.sending import Sending
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def transfer(request: Request, person_id: UUID) -> HttpResponse:
    """What is ready for the transfer, what is missing, and where the person is on the way."""
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    known = known_of(request)
    walk = queries.stage_walk(
        request.viewer, file.id, Stage.TRANSFER, at=request.at, known_at=known.at
    )
    steps = shown_steps(walk, file.id, known)
    move = walk.movement
    told = {
        **section_page(request, file, "movements", known), "walk": walk, "steps": steps,
        "may_write": file.lets.write and known.day is None,
        "missing": [one for one in steps if not one.taken],
        "places": names_of_places([move.to_place, move.from_place]) if move else {},
        "to": names_of_places([move.to_place]).get(move.to_place, "") if move else "",
    }  # fmt: skip
    return render(request, "custody/movements/transfer.html", told)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def step(request: Request, person_id: UUID, kind: str) -> HttpResponse:
    """One step of the transfer."""
    return step_page(request, person_id, Stage.TRANSFER, kind)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def depart(request: Request, person_id: UUID) -> HttpResponse:
    """The person leaves for another prison, on an order."""
    file = file_to_change(
        request.viewer, person_id, act=Act.WRITE, compartment=IDENTITY, at=request.at
    )
    orders = queries.orders_for(request.viewer, file.id, OrderKind.TRANSFER, at=request.at)
    prisons = Place.objects.in_use(request.at).filter(kind=PlaceKind.ESTABLISHMENT)
    others = prisons.exclude(path=file.held_at or "").values_list("path", flat=True)
    places = sorted(names_of_places(others).items(), key=lambda one: one[1])
    page = Step(
        request=request, file=file, section="movements", back=f"/people/{file.id}/transfer",
        title=_("The person leaves for another prison"), button=_("Save the departure"),
    )  # fmt: skip

    def write(form: DepartForm, _sending: Sending) -> str:
        said = form.cleaned_data
        with insisting(form):
            actions.depart(
                by=request.viewer, at=request.at, person_id=file.id, to_place=said["to_place"],
                order=form.order_said(), left_at=said["left_at"], expected_at=said["expected_at"],
                reason=said["reason"],
            )  # fmt: skip
        return f"{page.back}?done=departed"

    return page.answer(
        lambda typed: DepartForm(typed, at=request.at, orders=orders, places=places), write,
        hint=_("The file stays here until the other prison confirms the arrival."),
    )  # fmt: skip
