"""Each operation of custody, called where it can happen: colleagues have brought a person there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.casework.custody import actions
from throughcare.casework.custody.printed_order import PrintedOrder
from throughcare.casework.custody.terms import MovementKind, OrderKind, SentenceKind

from .made import DAY, MINUTE, Machine, Said, file_by, now, officer

HOUR = timedelta(hours=1)
CELL = "north/a/1/01"
ORDER: Final = {"authority": "Court of the North", "number": "R 9", "issued_on": "2026-03-01"}


@dataclass(frozen=True)
class Line:
    """The call, who there is before it, and the entry it leaves.

    `lists`: it is about no single person, and tells who or how many.
    """

    event: str
    whom: Callable[[], UUID]
    call: Callable[[Machine, UUID], Said]
    lists: bool = False


def colleague() -> Viewer:
    """The other officer of the north: who received a person does not release alone."""
    return officer(account=2)


def newcomer() -> UUID:
    """A file and an order, and nobody in custody yet."""
    return _ordered(colleague())


def held(by: Viewer | None = None) -> UUID:
    """In custody since yesterday."""
    by = by or colleague()
    person, at = _ordered(by), now()
    actions.receive(
        by=by, at=at, person_id=person, establishment=by.posts[0].establishment,
        admitted_at=at - DAY,
    )  # fmt: skip
    return person


def held_without() -> UUID:
    """In custody since yesterday, and no order was brought."""
    by = colleague()
    person, at = file_by(by).id, now()
    actions.receive(
        by=by, at=at, person_id=person, establishment="north", admitted_at=at - DAY,
        without_order="nothing brought",
    )  # fmt: skip
    return person


def at_court() -> UUID:
    """Out since two hours."""
    person, at = held(), now()
    actions.leave(
        by=colleague(), at=at, person_id=person, kind=MovementKind.COURT, to_place="High Court",
        left_at=at - 2 * HOUR,
    )  # fmt: skip
    return person


def under_way() -> UUID:
    """Sent from the south to the north two hours ago."""
    south = officer(place="south", account=3)
    person, at = held(south), now()
    actions.depart(
        by=south, at=at, person_id=person, to_place="north", left_at=at - 2 * HOUR, reason="nearer",
        order=PrintedOrder(authority="Service", number="T 4", issued_on=date(2026, 3, 1)),
    )  # fmt: skip
    return person


def serving() -> UUID:
    """In custody, under a sentence that ended ten days ago."""
    person, by = held(), colleague()
    order, at = _order(by, person, OrderKind.SENTENCE, "S 1"), now()
    actions.add_sentence(
        by=by, at=at, person_id=person, order_id=order, kind=SentenceKind.FIXED, days=30,
        starts_on=at.date() - timedelta(days=40),
    )  # fmt: skip
    return person


def _ordered(by: Viewer) -> UUID:
    person = file_by(by).id
    _order(by, person, OrderKind.REMAND, f"{person.hex[-6:]}/2026")
    return person


def _order(by: Viewer, person: UUID, kind: OrderKind, number: str) -> UUID:
    at = now()
    return actions.register_order(
        by=by, at=at, person_id=person, kind=kind, authority="Court of the North", number=number,
        issued_on=(at - DAY).date(), valid_from=at - 2 * DAY,
    ).id  # fmt: skip


def ago(much: timedelta) -> str:
    """So long before now."""
    return (now() - much).isoformat()


def _read(rest: str, **asked: Any) -> Callable[[Machine, UUID], Said]:
    return lambda call, person: call.get(rest.format(person), **asked)


def _write(rest: str, **said: Any) -> Callable[[Machine, UUID], Said]:
    """Post into the file. A length of time stands for the moment so long before the call."""

    def call(machine: Machine, person: UUID) -> Said:
        body = {key: ago(one) if isinstance(one, timedelta) else one for key, one in said.items()}
        return machine.post(f"/people/{person}/{rest}", body)

    return call


CUSTODY: Final[Mapping[str, Line]] = {
    "list_orders": Line("read.orders", held, _read("/people/{}/orders", why="check")),
    "register_order": Line(
        "custody.order_registered", held,
        _write("orders", kind="remand", valid_from=HOUR, **{**ORDER, "number": "18/2026"}),
    ),
    "admit": Line(
        "custody.received", newcomer, _write("admission", establishment="north", admitted_at=MINUTE)
    ),
    "held_without": Line(
        "read.held_without", held_without, _read("/held-without-order", establishment="north"),
        lists=True,
    ),
    "read_release_dates": Line(
        "read.release_dates", serving, _read("/people/{}/release-dates", why="check")
    ),
    "list_releases_due": Line("read.release_due", serving, _read("/releases"), lists=True),
    "read_movements": Line("read.movements", at_court, _read("/people/{}/movements")),
    "list_arriving": Line(
        "read.arriving", under_way, _read("/establishments/north/arriving"), lists=True
    ),
    "leave": Line(
        "custody.left", held, _write("movements", kind="court", to_place="High Court", left_at=HOUR)
    ),
    "come_back": Line("custody.came_back", at_court, _write("return", arrived_at=HOUR)),
    "escape": Line(
        "custody.escaped", held, _write("escape", left_at=HOUR, reason="over the wall")
    ),
    "depart": Line(
        "custody.departed", held,
        _write("departure", to_place="south", order=ORDER, left_at=HOUR, reason="nearer"),
    ),
    "arrive": Line(
        "custody.arrived", under_way,
        _write("arrival", establishment="north", arrived_at=HOUR, why="came with the escort"),
    ),
    "release": Line("custody.released", held, _write("release", left_at=HOUR, order=ORDER)),
    "record_death": Line("custody.died", held, _write("death", died_at=HOUR)),
    "place_person": Line("custody.placed", held, _write("placements", place=CELL, since=HOUR)),
    "ask_sharing": Line("read.sharing", held, _read("/people/{}/sharing", place=CELL)),
    "read_occupancy": Line("read.occupancy", held, _read("/occupancy", place="north"), lists=True),
}  # fmt: skip
