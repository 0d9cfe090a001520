"""What the tests of orders and of the morning start from: people at screens, and somebody held."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from tests.web.people.made import Somebody
from throughcare.casework.custody import actions
from throughcare.casework.custody.models import Order
from throughcare.casework.people.models import Person

DAY = timedelta(days=1)
FORM = "%Y-%m-%dT%H:%M"
TYPED = {
    "kind": "remand", "authority": "Court of the North", "number": "17/2026",
    "issued_on": "2026-03-01", "valid_from": "2026-03-01T09:00", "valid_to": "2199-03-01T09:00",
}  # fmt: skip


def held(officer: Somebody, file: Person, *, days: int | None = None) -> Person:
    """In custody for a year; with an order that ends in so many days, or without any."""
    at = timezone.now()
    if days is not None:
        order(officer, file, begins=at - 365 * DAY, ends=at + days * DAY)
    actions.receive(
        by=officer.viewer, at=at, person_id=file.id, establishment="north",
        admitted_at=at - 365 * DAY, without_order="nothing in writing",
    )  # fmt: skip
    return file


def order(officer: Somebody, file: Person, *, begins: Any, ends: Any = None) -> Order:
    at = timezone.now()
    return actions.register_order(
        by=officer.viewer, at=at, person_id=file.id, kind="remand", authority="Court",
        number=f"N {str(file.id)[-6:]}", issued_on=begins.date(), valid_from=begins, valid_to=ends,
    )  # fmt: skip
