"""To register an order, to correct it, to strike it out: one form each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.terms import Act
from throughcare.casework.custody import actions, queries
from throughcare.casework.people.queries import File, file_to_change
from throughcare.web.custody.orders.forms import OrderCorrection, OrderForm, order_as_typed
from throughcare.web.custody.orders.shown import order_line
from throughcare.web.custody.other_person import insisting
from throughcare.web.people.acting import Asked
from throughcare.web.people.forms.acts import ReasonForm
from throughcare.web.people.local import local
from throughcare.web.request import Request

SEN = "SEN"
TEMPLATE = "custody/orders/act.html"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def register(request: Request, person_id: UUID) -> HttpResponse:
    """Write down an order as it is printed."""
    file = to_change(request, person_id)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Register an order"),
        button=_("Save the order"), template=TEMPLATE,
    )  # fmt: skip

    def write(form: OrderForm, _sending: object) -> str:
        with insisting(form):
            actions.register_order(
                by=request.viewer, at=request.at, person_id=file.id, **form.said()
            )
        return f"/people/{file.id}/custody/orders?done=order"

    return asked.answer(lambda typed: OrderForm(typed, at=request.at), write)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def correct(request: Request, person_id: UUID, order_id: UUID) -> HttpResponse:
    """Write an order anew; the earlier reading stays."""
    file = to_change(request, person_id)
    order = queries.order_to_change(request.viewer, person_id, order_id, at=request.at)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Correct an order"),
        button=_("Save the order"), template=TEMPLATE,
    )  # fmt: skip

    def write(form: OrderCorrection, _sending: object) -> str:
        with insisting(form):
            actions.correct_order(
                by=request.viewer, at=request.at, order_id=order_id,
                why=form.cleaned_data["why"], **form.said(),
            )  # fmt: skip
        return f"/people/{file.id}/custody/orders?done=corrected"

    return asked.answer(
        lambda typed: OrderCorrection(typed, at=request.at, initial=order_as_typed(order)),
        write, stands=order_line(order),
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def strike_out(request: Request, person_id: UUID, order_id: UUID) -> HttpResponse:
    """Say that an order was never one of this person."""
    file = to_change(request, person_id)
    order = queries.order_to_change(request.viewer, person_id, order_id, at=request.at)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Strike out an order"),
        button=_("Strike out"), template=TEMPLATE,
    )  # fmt: skip

    def write(form: ReasonForm, _sending: object) -> str:
        actions.strike_out_order(
            by=request.viewer, at=request.at, order_id=order_id, why=form.cleaned_data["why"]
        )
        return f"/people/{file.id}/custody/orders?done=struck-out"

    return asked.answer(ReasonForm, write, stands=order_line(order), warns=True)


def to_change(request: Request, person_id: UUID) -> File:
    """The file, for whoever may write orders in it."""
    return file_to_change(request.viewer, person_id, act=Act.WRITE, compartment=SEN, at=request.at)
