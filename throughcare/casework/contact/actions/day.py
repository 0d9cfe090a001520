"""The list of the visiting room: many people at once, all of it or nothing.

What the prison refused needs a ground and an end, and is written in the file of the person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.contact.actions.writing import put_contact
from throughcare.casework.contact.checks import ContactWords, need_sound
from throughcare.casework.people.files import Holding, Sheaf, entering, hold_several
from throughcare.errors import BadInput


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """One row of the list: whose contact it is, and what is said of it."""

    person_id: UUID
    said: ContactWords


@dataclass(frozen=True, slots=True, kw_only=True)
class DayResult:
    """`wrong`: what is wrong with which row, by its place; then nothing was written."""

    written: int = 0
    wrong: dict[int, str] = field(default_factory=dict)


@entering
def write_day(*, by: Viewer, at: datetime, rows: Sequence[DayWords]) -> DayResult:
    """Write down the contacts of many people. Never raises for one row: each has its answer."""
    sheaf = Sheaf()
    held = hold_several(
        person_ids={one.person_id for one in rows}, act=Act.WRITE,
        compartment=Compartment.CON, by=by, at=at, why="", sheaf=sheaf,
    )  # fmt: skip
    wrong: dict[int, str] = {}
    for place, row in enumerate(rows):
        holding = held[row.person_id]
        if not isinstance(holding, Holding):
            wrong[place] = _("this person is not within your reach")
            continue
        try:
            need_sound(holding, row.said)
        except BadInput as error:
            wrong[place] = f"{error.what}: {error.remedy}"
    for place in _twice(rows, held):
        wrong.setdefault(place, _("the same contact is said twice"))
    if wrong:
        return DayResult(wrong=wrong)
    for row in rows:
        holding = held[row.person_id]
        assert isinstance(holding, Holding)  # otherwise it was wrong
        put_contact(holding, row.said)
    sheaf.write()
    return DayResult(written=len(rows))


def _twice(rows: Sequence[DayWords], held: Mapping[UUID, object]) -> list[int]:
    seen, found = set(), []
    for place, row in enumerate(rows):
        holding = held[row.person_id]
        whole = holding.person.id if isinstance(holding, Holding) else row.person_id
        key = (whole, row.said.kind, row.said.whom, row.said.at)
        if key in seen:
            found.append(place)
        seen.add(key)
    return found
