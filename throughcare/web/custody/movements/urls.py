"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.movements import here, leaving, section, transfer

_FILE = "people/<uuid:person_id>"
_SECTION = f"{_FILE}/custody/movements"

urlpatterns: list[URLPattern] = [
    path(_SECTION, section.movements, name="custody_movements"),
    path(f"{_SECTION}/leave", leaving.leave, name="movement_leave"),
    path(f"{_SECTION}/return", leaving.come_back, name="movement_return"),
    path(f"{_SECTION}/escape", leaving.escape, name="movement_escape"),
    path(f"{_SECTION}/<uuid:movement_id>/correct", leaving.correct, name="movement_correct"),
    path(f"{_FILE}/transfer", transfer.transfer, name="transfer"),
    path(f"{_FILE}/transfer/depart", transfer.depart, name="transfer_depart"),
    path(f"{_FILE}/transfer/<slug:kind>", transfer.step, name="transfer_step"),
    path("movements", here.movements_here, name="movements_here"),
    path("arrivals/<uuid:person_id>", here.arrival, name="arrival"),
]
