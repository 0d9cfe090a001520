"""How many days in a row somebody has been separated, over cells, orders, grounds and prisons.

For whoever reads the register of discipline, in full or redacted, and for whoever adds to it: an
officer on the wing and a nurse must know the day. It says when, and never why.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from standards.instants import from_datetime, to_datetime
from throughcare.access import gate
from throughcare.access.gate import Leave
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import ask_about, entering, may_about, subject_of
from throughcare.casework.safety.limits import (
    Limit,
    full_days,
    joined_at,
    limit_on,
    review_every,
)
from throughcare.casework.safety.spells import Known, separated_in, spells_of_all
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """The spell that counts now, with all that it joins.

    `since`: where the count began; `begun`: the last spell of it. `runs` is false in a short gap:
    until `joins_until` a new separation goes on counting. `full_days`: days in a row that are full;
    the day that runs is the next. `limit_at`: the last lawful moment. `order_ends`: the last end of
    the orders of the spell that runs; `without_order`: it has passed, or there was none.
    """

    person: UUID
    separation_id: UUID
    kind: str
    since: datetime
    begun: datetime
    runs: bool
    joins_until: datetime | None
    full_days: int
    limit_days: int
    limit_at: datetime
    order_ends: datetime | None
    without_order: bool
    next_review_at: datetime | None

    def beyond(self, at: datetime) -> bool:
        """Whether the limit has passed."""
        return self.runs and self.limit_at < at


@entering
def counter_of(viewer: Viewer, person_id: UUID, *, at: datetime) -> Counter | None:
    """The count of one person; None for who is not separated. Leaves an entry.

    Raises NotThere, Refused.
    """
    reading = may_about(viewer, Act.READ_REDACTED, Compartment.DIS, person_id, at=at)
    act = Act.READ_REDACTED if reading else Act.APPEND
    leave = ask_about(viewer, act, Compartment.DIS, person_id, at=at)
    whole = subject_of(person_id).person or person_id
    _enter(viewer, leave, [whole], at=at, about=whole)
    return _counters([whole], at).get(whole)


@entering
def counters_for(
    viewer: Viewer, person_ids: Collection[UUID], *, at: datetime
) -> dict[UUID, Counter]:
    """The counts of those of these whole files who are separated and within reach: one question.

    Leaves one entry with whom it named.
    """
    found = _counters(person_ids, at)
    _enter(viewer, gate.standing(viewer, at=at), list(found), at=at)
    return found


@entering
def separated_at(viewer: Viewer, establishment: str, *, at: datetime) -> Sequence[Counter]:
    """Everybody who is separated in a prison, the longest first. Leaves an entry.

    Raises NotThere, Refused.
    """
    where = Subject(None, establishment)
    reading = gate.may(viewer, Act.READ_REDACTED, Compartment.DIS, where, at=at)
    leave = gate.ask(
        viewer, Act.READ_REDACTED if reading else Act.APPEND, Compartment.DIS, where, at=at
    )
    before = to_datetime(_limit(at).gap.before(from_datetime(at), "UTC"), "UTC")
    found = _counters(separated_in(establishment, ended_after=before, known_at=at), at)
    _enter(viewer, leave, list(found), at=at)
    return sorted(found.values(), key=lambda one: (one.since, str(one.person)))


def _counters(wholes: Collection[UUID], at: datetime) -> dict[UUID, Counter]:
    spells = spells_of_all(wholes, known_at=at)
    told = ((person, _count(person, some, at)) for person, some in spells.items())
    return {person: counter for person, counter in told if counter is not None}


def _count(person: UUID, spells: Sequence[Known], at: datetime) -> Counter | None:
    """What counts at the moment; None where nothing does."""
    limit = _limit(at)
    begun = [one for one in spells if one.since <= at]
    whole = joined_at([one.spell for one in begun], at, limit.gap)
    if whole is None or not begun:
        return None
    last = max(begun, key=lambda one: (one.since, str(one.id)))
    runs = last.holds(at)
    ends = last.order_ends
    return Counter(
        person=person, separation_id=last.id, kind=last.kind,
        since=to_datetime(whole.start, whole.zone), begun=last.since, runs=runs,
        joins_until=None if runs else to_datetime(whole.reach, whole.zone),
        full_days=full_days(whole, last.until if not runs and last.until else at),
        limit_days=limit.longest.days,
        limit_at=to_datetime(limit.longest.after(whole.start, whole.zone), whole.zone),
        order_ends=ends, without_order=runs and (ends is None or ends <= at),
        next_review_at=_next_review(begun, whole.start, whole.zone, at) if runs else None,
    )  # fmt: skip


def _next_review(spells: Sequence[Known], start: int, zone: str, at: datetime) -> datetime:
    """What the rulebook asks for after the last review; what was promised, if that is earlier."""
    looked = [one.reviewed_at for one in spells if one.reviewed_at is not None]
    last = max((from_datetime(one) for one in looked), default=start)
    by_rule = to_datetime(review_every(at.date()).after(max(last, start), zone), zone)
    promised = spells[-1].promised
    return by_rule if promised is None else min(by_rule, promised)


def _limit(at: datetime) -> Limit:
    return limit_on(at.date())


def _enter(
    viewer: Viewer, leave: Leave, named: Sequence[UUID], *, at: datetime, about: UUID | None = None
) -> None:
    record(
        event="read.separation_days", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=about, compartment=Compartment.DIS,
        content={"named": sorted(str(one) for one in named)},
    )  # fmt: skip
