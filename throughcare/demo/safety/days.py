"""What is written of each day of a separation: out of the cell, with whom, and who visited."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from throughcare.casework.safety.models import Contact, HealthRequest, HealthVisit, OutOfCell
from throughcare.casework.safety.terms import AskedBy
from throughcare.demo.row import new
from throughcare.demo.safety.file import HOUR, MINUTE, File

_YARD, _FROM = 60, 14  # minutes alone in the yard; the hour of the afternoon at which it begins
_VISIT = 9


def days(
    file: File, since: datetime, until: datetime, *, contact: int, unvisited: Collection[date] = ()
) -> None:
    """Every day of [since, until) as far as it has come. `contact`: minutes that count."""
    for day in file.clock.days(since, min(until, file.on)):
        _afternoon(file, day, since, until, contact)
        seen = file.clock.at(day, _VISIT, 5 + (day.day * 7 + file.one.number) % 50)
        if since <= seen < min(until, file.on) and day not in unvisited:
            visit(file, seen)


def visit(file: File, at: datetime, answers: HealthRequest | None = None) -> None:
    """The nurse saw the person."""
    row = new(HealthVisit, entry_key=file.pen.fresh_id(at), at=at, answers=answers)
    file.pen.put(row, by=file.hands.nurse, at=at)


def request(file: File, at: datetime, answered: datetime) -> None:
    """The person asked for health staff, who came."""
    row = new(HealthRequest, entry_key=file.pen.fresh_id(at), at=at, asked_by=AskedBy.PERSON)
    file.pen.put(row, by=file.hands.officer, at=at)
    visit(file, answered, row)


def _afternoon(file: File, day: date, since: datetime, until: datetime, contact: int) -> None:
    """Alone in the yard, then with others, of which most time counts."""
    begins = file.clock.at(day, _FROM)
    over = begins + (_YARD + contact) * MINUTE
    if begins < since or over > until or not file.past(over):
        return
    keys = [file.pen.fresh_id(over) for _ in range(3)]
    out = new(OutOfCell, entry_key=keys[0], since=begins, until=over)
    yard = new(
        Contact, entry_key=keys[1], since=begins, until=begins + _YARD * MINUTE,
        kind="exercise_alone",
    )  # fmt: skip
    kind = "programme" if contact * MINUTE > 2 * HOUR else "face_to_face"
    met = new(Contact, entry_key=keys[2], since=begins + _YARD * MINUTE, until=over, kind=kind)
    for row in (out, yard, met):
        file.pen.put(row, by=file.hands.officer, at=over)
