"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.orders import charges, listing, overview, status, without
from throughcare.web.custody.orders import orders as acts

_FILE = "people/<uuid:person_id>/custody"
_ORDER, _CHARGE = f"{_FILE}/orders/<uuid:order_id>", f"{_FILE}/charges/<uuid:charge_id>"
_STATUS = f"{_FILE}/status/<uuid:status_id>"

urlpatterns: list[URLPattern] = [
    path(_FILE, overview.overview, name="custody"),
    path(f"{_FILE}/orders", listing.orders, name="custody_orders"),
    path(f"{_FILE}/orders/new", acts.register, name="order_new"),
    path(f"{_ORDER}/correct", acts.correct, name="order_correct"),
    path(f"{_ORDER}/strike-out", acts.strike_out, name="order_strike_out"),
    path(f"{_FILE}/charges/new", charges.add, name="charge_new"),
    path(f"{_CHARGE}/correct", charges.correct, name="charge_correct"),
    path(f"{_CHARGE}/strike-out", charges.strike_out, name="charge_strike_out"),
    path(f"{_FILE}/status/new", status.new, name="status_new"),
    path(f"{_STATUS}/correct", status.correct, name="status_correct"),
    path(f"{_STATUS}/strike-out", status.strike_out, name="status_strike_out"),
    path(f"{_FILE}/take-case", without.take_case, name="take_case"),
    path("without-order", without.held_without, name="held_without"),
]
