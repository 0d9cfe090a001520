"""To add a charge, to correct it, to strike it out: one form each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.queries import Charge
from throughcare.web.custody.orders.forms import ChargeCorrection, ChargeForm
from throughcare.web.custody.orders.orders import TEMPLATE, to_change
from throughcare.web.custody.orders.shown import order_line
from throughcare.web.people.acting import Asked
from throughcare.web.people.forms.acts import ReasonForm
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def add(request: Request, person_id: UUID) -> HttpResponse:
    """Write down a charge in the words of the authority."""
    file = to_change(request, person_id)
    orders = _orders(request, file.id)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Add a charge"),
        button=_("Save the charge"), template=TEMPLATE,
    )  # fmt: skip

    def write(form: ChargeForm, _sending: object) -> str:
        actions.add_charge(by=request.viewer, at=request.at, person_id=file.id, **form.said())
        return f"/people/{file.id}/custody/orders?done=charge"

    return asked.answer(lambda typed: ChargeForm(typed, orders=orders), write)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def correct(request: Request, person_id: UUID, charge_id: UUID) -> HttpResponse:
    """Write a charge anew; the earlier reading stays."""
    file = to_change(request, person_id)
    charge = queries.charge_to_change(request.viewer, person_id, charge_id, at=request.at)
    orders = _orders(request, file.id)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Correct a charge"),
        button=_("Save the charge"), template=TEMPLATE,
    )  # fmt: skip

    def write(form: ChargeCorrection, _sending: object) -> str:
        actions.correct_charge(
            by=request.viewer, at=request.at, charge_id=charge_id,
            why=form.cleaned_data["why"], **form.said(),
        )  # fmt: skip
        return f"/people/{file.id}/custody/orders?done=corrected"

    return asked.answer(
        lambda typed: ChargeCorrection(typed, orders=orders, initial=_as_typed(charge)), write
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def strike_out(request: Request, person_id: UUID, charge_id: UUID) -> HttpResponse:
    """Say that it was never a charge of this person."""
    file = to_change(request, person_id)
    charge = queries.charge_to_change(request.viewer, person_id, charge_id, at=request.at)
    asked = Asked(
        request=request, file=file, here="custody", title=_("Strike out a charge"),
        button=_("Strike out"), template=TEMPLATE,
    )  # fmt: skip

    def write(form: ReasonForm, _sending: object) -> str:
        actions.strike_out_charge(
            by=request.viewer, at=request.at, charge_id=charge_id, why=form.cleaned_data["why"]
        )
        return f"/people/{file.id}/custody/orders?done=struck-out"

    return asked.answer(ReasonForm, write, stands=charge.words)


def _orders(request: Request, person_id: UUID) -> list[tuple[str, str]]:
    found = queries.orders_of(request.viewer, person_id, at=request.at)
    return [(str(one.id), order_line(one)) for one in found.orders]


def _as_typed(charge: Charge) -> dict[str, object]:
    known = {True: "yes", False: "no", None: ""}
    return {
        "words": charge.words, "iccs": charge.iccs,
        "terrorism_related": known[charge.terrorism_related], "order": charge.order_id or "",
    }  # fmt: skip
