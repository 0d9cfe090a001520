"""What day it is, is said by the calendar on the wall of the prison, and by no other."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.casework.custody.made import ADMISSIONS, person
from throughcare.casework.custody import actions
from throughcare.casework.custody.calendar import has_come, today_at
from throughcare.casework.custody.errors import BadMoment
from throughcare.casework.custody.terms import OrderKind
from throughcare.kernel.models import Place

pytestmark = pytest.mark.django_db
# 23:30 on 3 March by the clock of the world; half past midnight of the 4th in Tunis.
AFTER_MIDNIGHT = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
THE_FOURTH = date(2026, 3, 4)


def registered(on: date, at: datetime) -> None:
    said: dict[str, Any] = {"kind": OrderKind.REMAND, "authority": "Court", "number": "7/2026"}
    actions.register_order(
        by=ADMISSIONS, at=at, person_id=person(at=at).id, issued_on=on, valid_from=at, **said
    )


def test_an_order_of_today_is_taken_half_an_hour_after_midnight() -> None:
    registered(THE_FOURTH, AFTER_MIDNIGHT)


def test_an_order_of_tomorrow_is_refused_before_midnight_and_after_it() -> None:
    for at in (AFTER_MIDNIGHT - timedelta(hours=1), AFTER_MIDNIGHT):
        with pytest.raises(BadMoment, match="not come"):
            registered(today_at("north", at=at) + timedelta(days=1), at)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Adak", "Africa/Tunis", "UTC"])
def test_no_clock_is_asked_only_where_every_clock_agrees(zone: str) -> None:
    Place.objects.filter(path="north").update(time_zone=zone)
    for hour in range(24):
        at = datetime(2026, 3, 3, hour, 30, tzinfo=UTC)
        for days in range(-2, 3):
            day = date(2026, 3, 3) + timedelta(days=days)
            assert has_come(day, "north", at=at) == (day <= today_at("north", at=at))
