"""Uses of restraints, and what was done about each."""

from __future__ import annotations

from datetime import datetime

from throughcare.casework.safety.measure_terms import Looked, Purpose
from throughcare.casework.safety.models import Restraint, RestraintCheck
from throughcare.demo.row import new
from throughcare.demo.safety.file import DAY, MINUTE, File
from throughcare.demo.safety.words import Use, words

_EVERY = 15  # minutes from one look to the next


def restrain(file: File, use: Use, since: datetime) -> None:
    """Put on, looked at, taken off; against harm on an order, with a doctor, and reported."""
    harm = use.purpose == Purpose.HARM
    row = new(
        Restraint, instrument=use.instrument, purpose=use.purpose,
        lawful_ground="" if use.found else f"{words().law} 47", reason=use.reason,
        lesser_means_tried=use.tried, since=since, found=use.found,
        ordered_by="the director of the prison" if harm else "",
        ordered_at=since - 2 * MINUTE if harm else None,
        said_by="the nurse of the other prison" if use.found else "",
    )  # fmt: skip
    file.pen.put(row, by=file.hands.officer, at=since)
    for minute in range(_EVERY, use.minutes, _EVERY):
        _done(file, row, Looked.CHECKED, since + minute * MINUTE)
    off = since + use.minutes * MINUTE
    if harm:
        for what, at in (
            (Looked.DOCTOR_ALERTED, since + 4 * MINUTE), (Looked.HEALTH_SEEN, since + 12 * MINUTE),
            (Looked.HEADQUARTERS_TOLD, off + DAY / 4),
        ):  # fmt: skip
            if what not in use.forgets:
                _done(file, row, what, at)
    _done(file, row, Looked.TAKEN_OFF, off)


def _done(file: File, row: Restraint, what: Looked, at: datetime) -> None:
    if file.past(at):
        check = new(RestraintCheck, restraint=row, at=at, what=what)
        file.pen.put(check, by=file.hands.officer, at=at)
