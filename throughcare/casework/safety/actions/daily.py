"""To write down the day of a whole unit in separation at once. Compartment DIS.

Everything is checked before anything is written. Where one entry is wrong, nothing is written and
each is told what is wrong with it. Where another officer has written other hours for the same
person, the entry is kept beside them, and a person settles it (`actions/conflicts.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import Holding, Sheaf, entering, hold_several
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.day import DayResult, DayWords, Fate, Outcome
from throughcare.casework.safety.day_checks import unit_of, wrong_entries
from throughcare.casework.safety.models import (
    Contact,
    DayConflict,
    DayEntry,
    HealthRequest,
    HealthVisit,
    OutOfCell,
)
from throughcare.casework.safety.terms import EntryTable
from throughcare.casework.safety.written_hours import Standing


@entering
def enter_day(*, by: Viewer, at: datetime, entries: Sequence[DayWords], why: str = "") -> DayResult:
    """Write down hours out of the cell, contacts, requests and visits of many people.

    Never raises for one entry: each has its outcome, in the order given.
    """
    sheaf = Sheaf()
    held = hold_several(
        person_ids={one.person_id for one in entries}, act=Act.APPEND,
        compartment=Compartment.DIS, by=by, at=at, why=why, sheaf=sheaf,
    )  # fmt: skip
    holdings = {asked: one for asked, one in held.items() if isinstance(one, Holding)}
    unit = unit_of(entries, holdings, at)
    wrong = wrong_entries(entries, unit)
    if wrong:
        return DayResult(
            outcomes=[_not_written(one, wrong.get(place)) for place, one in enumerate(entries)]
        )
    first = {one.key: place for place, one in reversed(list(enumerate(entries)))}
    outcomes = [
        _write(holdings[one.person_id], one, unit.stands[one.key])
        if first[one.key] == place
        else Outcome(key=one.key, fate=Fate.ALREADY)
        for place, one in enumerate(entries)
    ]
    sheaf.write()
    return DayResult(outcomes=outcomes)


def _not_written(words: DayWords, wrong: str | None) -> Outcome:
    fate = Fate.REFUSED if wrong else Fate.HELD_BACK
    return Outcome(key=words.key, fate=fate, said=wrong or "")


def _write(holding: Holding, words: DayWords, stands: Sequence[Standing]) -> Outcome:
    known = next((one for one in stands if one.known or one.same), None)
    if known is not None:
        return Outcome(key=words.key, fate=Fate.ALREADY, row=known.row, by=known.by)
    if stands:
        return _keep_beside(holding, words, stands[0])
    row = put(
        holding, row_for(words), event=f"safety.{words.entry}_entered", happened_at=words.since
    )
    return Outcome(key=words.key, fate=Fate.WRITTEN, row=row.id)


def row_for(words: DayWords) -> DayEntry:
    """The row that an entry becomes."""
    entry_key, said_at = words.key, words.said_at
    match words.entry:
        case EntryTable.OUT_OF_CELL:
            return OutOfCell(
                entry_key=entry_key, said_at=said_at, since=words.since, until=words.ends
            )
        case EntryTable.CONTACT:
            return Contact(
                entry_key=entry_key, said_at=said_at, since=words.since, until=words.ends,
                kind=words.kind,
            )  # fmt: skip
        case EntryTable.HEALTH_REQUEST:
            return HealthRequest(
                entry_key=entry_key, said_at=said_at, at=words.since, asked_by=words.kind
            )
    return HealthVisit(
        entry_key=entry_key, said_at=said_at, at=words.since, answers_id=words.answers
    )


def _keep_beside(holding: Holding, words: DayWords, stands: Standing) -> Outcome:
    row = DayConflict(
        entry=words.entry, entry_key=words.key, said_at=words.said_at, since=words.since,
        until=words.ends, kind=words.kind, against=stands.row, written_by=str(holding.by.account),
    )  # fmt: skip
    put(holding, row, event="safety.day_conflict", happened_at=words.since)
    said = _("other hours are written for this person at that time; a person settles it")
    return Outcome(key=words.key, fate=Fate.CONFLICT, said=said, row=row.id, by=stands.by)
