"""Away from the prison: transfers with their steps, days at court, nights in hospital."""

from __future__ import annotations

from datetime import datetime, timedelta

from throughcare.casework.custody.models import Movement, Order, Stay
from throughcare.casework.custody.terms import MovementKind, OrderKind, Stage, StepKind
from throughcare.demo.custody.orders import Docket
from throughcare.demo.custody.steps import step
from throughcare.demo.custody.words import words
from throughcare.demo.row import new
from throughcare.demo.staff import Member

_HOUR = timedelta(hours=1)
_FILES = ("personal file", "medical file", "file of the court", "list of property")


def away(
    docket: Docket, kind: MovementKind, here: str, there: str, left: datetime,
    back: datetime | None, *, expected: datetime | None = None, order: Order | None = None,
    reason: str = "",
) -> Movement:  # fmt: skip
    """Gone in [left, back): first put down as gone, and once more when the person came."""

    def row(arrived: datetime | None) -> Movement:
        return new(
            Movement, kind=kind, from_place=here, to_place=there, left_at=left, arrived_at=arrived,
            expected_at=expected, order=order, reason=reason,
        )  # fmt: skip

    gone = docket.pen.put(row(None), by=docket.by, at=left)
    if back is None:
        return gone
    return docket.pen.put(row(back), by=docket.by, at=back, replaces=gone)


def transfer(
    docket: Docket, stay: Stay, here: str, there: str, left: datetime, *, nurse: Member,
    reason: str, missing: tuple[str, ...] = (),
) -> datetime:  # fmt: skip
    """From one prison to another, with an order and the steps of the way. When it arrived."""
    given = left - docket.source.randrange(20, 90) * _HOUR
    order = docket.order(
        OrderKind.TRANSFER, words().directorate, left, None, at=max(given, stay.admitted_at),
        reason=reason,
    )  # fmt: skip
    arrived = left + docket.source.randrange(2, 10) * _HOUR
    moved = away(
        docket, MovementKind.TRANSFER, here, there, left, arrived,
        expected=left + 6 * _HOUR, order=order, reason=reason,
    )  # fmt: skip
    taken = (
        (StepKind.FITNESS, {"fit": True, "by": "the nurse"}, nurse),
        (StepKind.PROPERTY, {"items": ["one bag, sealed"], "signed_by_person": True}, docket.by),
        (StepKind.HANDOVER, {
            "files": [one for one in _FILES if one not in missing], "received_by": "reception",
            "missing": list(missing)}, docket.by),
        (StepKind.FAMILY, {"means_given": True, "told_whom": "family",
                           "told_at": arrived.isoformat()}, docket.by),
        (StepKind.LAWYER, {"reached_at": arrived.isoformat()}, docket.by),
    )  # fmt: skip
    for kind, value, by in taken:
        row = step(Stage.TRANSFER, kind, value, arrived, stay, moved)
        docket.pen.put(row, by=by, at=arrived)
    return arrived


def on_the_way(
    docket: Docket, stay: Stay, here: str, there: str, left: datetime, *, nurse: Member
) -> None:
    """Left for another prison, and not yet there."""
    order = docket.order(
        OrderKind.TRANSFER, words().directorate, left - 2 * 24 * _HOUR, None, at=left - 24 * _HOUR,
        reason="nearer to the family",
    )  # fmt: skip
    moved = away(
        docket, MovementKind.TRANSFER, here, there, left, None, expected=left + 6 * _HOUR,
        order=order, reason="nearer to the family",
    )  # fmt: skip
    fit = step(
        Stage.TRANSFER, StepKind.FITNESS, {"fit": True, "by": "the nurse"}, left, stay, moved
    )
    docket.pen.put(fit, by=nurse, at=left)


def late(docket: Docket, here: str, on: datetime) -> None:
    """At home for a burial, and since the morning awaited back."""
    away(
        docket, MovementKind.ABSENCE, here, "home", on - 53 * _HOUR, None, expected=on - 5 * _HOUR,
        reason="burial in the family",
    )  # fmt: skip


def days_out(docket: Docket, here: str, since: datetime, on: datetime, *, tried: bool) -> None:
    """Days at court and nights in hospital after a moment, none of them over another."""
    source, at = docket.source, since
    for _ in range(source.choices((0, 1, 2), weights=(90, 8, 2) if tried else (55, 30, 15))[0]):
        left = at + source.randrange(2, 120) * 24 * _HOUR
        at = left + source.randrange(3, 9) * _HOUR
        if at >= on - 24 * _HOUR:
            return
        away(docket, MovementKind.COURT, here, docket.court, left, at, reason="hearing")
    if source.random() < 0.04:
        left = at + source.randrange(2, 90) * 24 * _HOUR
        at = left + source.randrange(20, 150) * _HOUR
        if at < on - 24 * _HOUR:
            there = source.choice(words().hospitals)
            away(docket, MovementKind.HOSPITAL, here, there, left, at, reason="treatment")
    if at < on - 48 * _HOUR:
        _out_today(docket, here, on)


def _out_today(docket: Docket, here: str, on: datetime) -> None:
    """A few are out at the moment, and one in a long while has not come back in time."""
    source, one = docket.source, docket.source.random()
    if one < 0.006:
        away(docket, MovementKind.COURT, here, docket.court, on - 2 * _HOUR, None,
             expected=on + 4 * _HOUR, reason="hearing")  # fmt: skip
    elif one < 0.009:
        away(docket, MovementKind.HOSPITAL, here, source.choice(words().hospitals),
             on - 30 * _HOUR, None, expected=on + 60 * _HOUR, reason="treatment")  # fmt: skip
    elif one < 0.010:
        away(docket, MovementKind.ABSENCE, here, "home", on - 20 * _HOUR, None,
             expected=on + 28 * _HOUR, reason="burial in the family")  # fmt: skip
