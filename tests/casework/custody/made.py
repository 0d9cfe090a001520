"""What the tests of custody start from: the cast, a tree of places, and somebody received."""

from __future__ import annotations

from collections.abc import Mapping
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
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.casework.custody import actions
from throughcare.casework.custody.models import LegalStatus, Order, Stay, Step
from throughcare.casework.custody.terms import OrderKind, Stage, StepKind
from throughcare.casework.people import actions as of_people
from throughcare.casework.people.files import fresh_id
from throughcare.casework.people.kinds import Kind
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
    "say",
    "step",
    "viewer",
    "with_status",
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


def say(
    file: Person, kind: Kind, value: Mapping[str, object], *, by: Viewer = ADMISSIONS,
    at: datetime = AT,
) -> None:  # fmt: skip
    """Something said of the person."""
    see_all_rows()
    of_people.state_fact(
        by=by, at=at, person_id=file.id, kind=kind, value=value,
        expected=Person.objects.get(id=file.id).version,
    )  # fmt: skip


def step(
    file: Person, kind: StepKind, value: Mapping[str, object], at: datetime = AT,
    by: Viewer = ADMISSIONS,
) -> Step:  # fmt: skip
    """One step of the reception, as it is done at that moment."""
    return actions.take_step(
        by=by, at=at, person_id=file.id, stage=Stage.RECEPTION, kind=kind, value=value,
        happened_at=at,
    )  # fmt: skip


def with_status(person_id: UUID, value: str = "untried", *, at: datetime = AT) -> None:
    """On this legal footing from this moment, as a row: no rule of the action is in the way."""
    see_all_rows("SEN")
    LegalStatus.objects.create(
        id=fresh_id(at), person_id=person_id, recorded_at=at, recorded_by="1", value=value, since=at
    )
