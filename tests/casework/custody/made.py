"""What the tests of custody start from: the cast, a tree of places, and somebody received."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from tests.casework.people.made import (
    ADMISSIONS,
    AT,
    CAST,
    COLLEAGUE,
    ELSEWHERE,
    HOUR,
    MINUTE,
    person,
    viewer,
)
from throughcare.access.question import Viewer
from throughcare.casework.custody import actions
from throughcare.casework.custody.models import Order, Stay
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.people.models import Person
from throughcare.kernel.models import Place

__all__ = [
    "ADMISSIONS",
    "AT",
    "CAST",
    "COLLEAGUE",
    "DAY",
    "ELSEWHERE",
    "HOUR",
    "MINUTE",
    "person",
    "places",
    "received",
    "remanded",
    "viewer",
]  # fmt: skip

DAY = timedelta(days=1)


def places(*codes: str) -> dict[str, Place]:
    """Establishments with one premises `a`, units `1` and `2`, and cells `01` to `03` in each."""
    made: dict[str, Place] = {}
    for code in codes or ("north", "south"):
        _put(made, code, "establishment", None)
        _put(made, f"{code}/a", "premises", made[code])
        for unit in ("1", "2"):
            _put(made, f"{code}/a/{unit}", "unit", made[f"{code}/a"])
            for cell in ("01", "02", "03"):
                path = f"{code}/a/{unit}/{cell}"
                _put(made, path, "cell", made[f"{code}/a/{unit}"])
    return made


def _put(made: dict[str, Place], path: str, kind: str, parent: Place | None) -> None:
    made[path] = Place.objects.create(
        kind=kind, parent=parent, code=path.rpartition("/")[2], path=path,
        time_zone="Africa/Tunis" if parent is None else None,
        certified_capacity=2, floor_area=12, used_from=AT - 1000 * DAY,
    )  # fmt: skip


def remanded(
    person_id: UUID, *, by: Viewer = ADMISSIONS, at: datetime = AT,
    valid_to: datetime | None = None, number: str = "",
) -> Order:  # fmt: skip
    """A remand order in force from this moment. Each file has a number of its own."""
    return actions.register_order(
        by=by, at=at, person_id=person_id, kind=OrderKind.REMAND, authority="Court of the North",
        number=number or f"{str(person_id)[-6:]}/2026", issued_on=date(2026, 3, 1), valid_from=at,
        valid_to=valid_to or at + 60 * DAY,
    )  # fmt: skip


def received(
    *parts: str, by: Viewer = ADMISSIONS, at: datetime = AT, place: str = "north"
) -> tuple[Person, Stay]:
    """Somebody with a file, an order and a stay from this moment."""
    file = person(*parts, by=by, place=place, at=at)
    remanded(file.id, by=by, at=at)
    stay = actions.receive(by=by, at=at, person_id=file.id, establishment=place, admitted_at=at)
    return file, stay
