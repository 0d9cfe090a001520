"""The place of a separation among those it joins: which in a row, which day, counted from when.

For whoever orders: who is told only that a person is moved once more sees at once what it adds up
to. It says when, and never why.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from standards.instants import from_datetime, to_datetime
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.people.files import (
    ask_about,
    entering,
    may_about,
    reading,
    subject_of,
)
from throughcare.casework.safety.limits import Spell, full_days, joined_at, limit_on
from throughcare.casework.safety.queries.counter import Counter, counters_for
from throughcare.casework.safety.spells import Known, spells_of, spells_of_all
from throughcare.register.actions import record

LATELY: Final = timedelta(days=30)  # how far back separations are counted for the eye; no rule's


@dataclass(frozen=True, slots=True, kw_only=True)
class InARow:
    """A spell among those it joins. `which`: 3 for the third; `day`: the day that runs then.

    `lately`: how many began in the thirty days before, itself with them, joined or not.
    """

    which: int
    day: int
    since: datetime
    limit_at: datetime
    limit_days: int
    lately: int


@entering
def in_a_row(viewer: Viewer, person_id: UUID, *, since: datetime, at: datetime) -> InARow:
    """What a separation that begins at `since`, or runs then, adds up to. Leaves an entry.

    For whoever may order or read. Raises NotThere, Refused.
    """
    adds = may_about(viewer, Act.APPEND, Compartment.DIS, person_id, at=at)
    leave = ask_about(
        viewer, Act.APPEND if adds else Act.READ_REDACTED, Compartment.DIS, person_id, at=at
    )
    subject = subject_of(person_id)
    person = subject.person or person_id
    record(
        event="read.separation_days", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=person, compartment=Compartment.DIS,
        content={"named": [str(person)]},
    )  # fmt: skip
    zone = zone_of(subject.establishment).key
    return _placed(spells_of(person, known_at=at), since, zone)


@reading
def at_a_glance(
    viewer: Viewer, person_ids: Collection[UUID], *, at: datetime
) -> dict[UUID, Counter]:
    """The counts of those who are separated now, for the head of a file and for lists.

    One question where nobody is, and no entry: nothing was shown then.
    """
    if not person_ids:
        return {}
    spells = spells_of_all(person_ids, known_at=at)
    running = [one for one, some in spells.items() if any(each.holds(at) for each in some)]
    return counters_for(viewer, running, at=at) if running else {}


def _placed(known: Sequence[Known], since: datetime, zone: str) -> InARow:
    limit = limit_on(since.date())
    before = [one for one in known if one.since <= since]
    runs = any(one.since == since for one in before)
    spells = [one.spell for one in before]
    if not runs:
        spells.append(Spell(since, None, zone))
    whole = joined_at(spells, since, limit.gap)
    assert whole is not None  # the spell itself holds its beginning
    joins = [one for one in spells if from_datetime(one.since) >= whole.start]
    return InARow(
        which=len(joins), day=full_days(whole, since) + 1,
        since=to_datetime(whole.start, whole.zone),
        limit_at=to_datetime(limit.longest.after(whole.start, whole.zone), whole.zone),
        limit_days=limit.longest.days,
        lately=sum(1 for one in spells if since - LATELY < one.since),
    )  # fmt: skip
