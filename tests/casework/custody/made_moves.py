"""Somebody in custody who is moved and released: shortcuts for the tests of this part."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from tests.casework.custody.made import ADMISSIONS, AT, COLLEAGUE, DAY, ELSEWHERE, HOUR
from throughcare.access.question import Viewer
from throughcare.casework.custody import actions
from throughcare.casework.custody.models import Movement, Stay
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.terms import MovementKind

COURT = "Court of the North"
ORDER = PrintedOrder(authority=COURT, number="T 4/2026", issued_on=date(2026, 3, 1))
RELEASE = PrintedOrder(authority=COURT, number="R 9/2026", issued_on=date(2026, 3, 1))
NOON, LATER = AT + 3 * HOUR, AT + 10 * DAY


def gone(person_id: UUID, *, at: datetime = NOON, **more: Any) -> Movement:
    """At court from this moment."""
    said: dict[str, Any] = {"by": ADMISSIONS, "kind": MovementKind.COURT, "to_place": COURT}
    return actions.leave(**{**said, "at": at, "left_at": at, "person_id": person_id, **more})


def sent(person_id: UUID, *, at: datetime = NOON, **more: Any) -> Movement:
    """On the way to the south from this moment."""
    said: dict[str, Any] = {
        "by": ADMISSIONS, "to_place": "south", "order": ORDER, "reason": "nearer to the family",
    }  # fmt: skip
    return actions.depart(**{**said, "at": at, "left_at": at, "person_id": person_id, **more})


def arrived(person_id: UUID, *, at: datetime = NOON + HOUR, **more: Any) -> Movement:
    """Received in the south at this moment."""
    said: dict[str, Any] = {
        "by": ELSEWHERE, "establishment": "south", "why": "came with the escort",
    }  # fmt: skip
    return actions.arrive(**{**said, "at": at, "arrived_at": at, "person_id": person_id, **more})


def let_go(
    person_id: UUID, *, by: Viewer = COLLEAGUE, at: datetime = LATER, **more: Any
) -> Stay:  # fmt: skip
    """Released at this moment, by another officer than the one who received."""
    said: dict[str, Any] = {"left_at": at, "order": RELEASE}
    return actions.release(**{**said, "by": by, "at": at, "person_id": person_id, **more})
