"""From a conformance case to actions: its records are written as officers would have written them.

A case speaks of persons A and B and of places E1/P1/U1/C1; here they are files and `e1/p1/u1/c1`.
Whoever is placed or moved without being received in the case is received the day before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from standards.conformance import Case
from standards.instants import to_datetime
from standards.records import Record
from tests.casework.custody.replay import acts
from tests.casework.custody.replay.world import DAY, HOUR, World
from throughcare.casework.custody.terms import LeftHow, MovementKind, Stage, Status, StepKind
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person

CUSTODY: Final = frozenset({"in_custody", "admission"})
# What may be written down of somebody who is not in custody yet.
BEFORE: Final = frozenset({"commitment_order_valid", "emergency_contact", "untried", "sentenced"})
ENDS: Final = frozenset({"release", "death_in_custody"})


class Replay:
    """One case being written down."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.world = World(zone=case.archive.zone)
        self.files: dict[str, Person] = {}
        self.names: dict[str, str] = {}
        self.movements: dict[str, Any] = {}
        self._beds = 0
        for place in case.archive.places.values():
            self._measure(place.id, place.measures)

    def run(self) -> None:
        """Write everything in the order of time, orders and earlier facts first."""
        records = sorted(self.case.archive.records, key=_order)
        for who in dict.fromkeys(record.who for record in records if record.who):
            self._open(who, [record for record in records if record.who == who])
        for record in records:
            ACTS[record.type](self, record)
        # What the case says of an end is written when it comes.
        for record in sorted(records, key=lambda one: one.until or 0):
            if record.type == "in_custody" and record.until is not None:
                self.leave(record, LeftHow.RELEASE, at=self.when(record.until))

    def when(self, instant: int | None) -> datetime:
        """The instant on the clock of the case."""
        assert instant is not None
        return to_datetime(instant, self.case.archive.zone)

    def time(self, record: Record) -> datetime:
        return self.when(record.time)

    def written(self, record: Record) -> datetime:
        """When it was entered: as the case says, else when it happened."""
        return self.when(record.recorded_at) if record.recorded_at else self.time(record)

    def file(self, record: Record) -> Person:
        assert record.who is not None
        return self.files[record.who]

    def path(self, place: str) -> str:
        """The path of the place, made where it is not there yet."""
        self.names[place.lower()] = place
        self.world.place(place.lower())
        return place.lower()

    def leave(self, record: Record, how: str, *, at: datetime) -> None:
        acts.leave(
            by=self.world.by, at=self.when(record.recorded_at) if record.recorded_at else at,
            person_id=self.file(record).id, left_at=at, how=how,
        )  # fmt: skip

    def bed(self, record: Record) -> None:
        """A bed in a cell of its own, from a moment on."""
        self._beds += 1
        path = f"{self.world.prison}/beds/b/c{self._beds}"
        self.world.place(path, certified_capacity=1)
        code = self.world.bed(path)
        self.world.place_in(self.file(record), path, at=self.time(record), bed=code)

    def _measure(self, place: str, measures: Mapping[str, float]) -> None:
        said = {
            "floor_area": measures.get("floor_area_m2"),
            "certified_capacity": measures.get(
                "certified_capacity", measures.get("design_capacity")
            ),
        }
        self.world.place(self.path(place), **{k: v for k, v in said.items() if v is not None})

    def _open(self, who: str, records: list[Record]) -> None:
        """A file, before anything happens; and a stay the day before where the case has none."""
        first = min(self.when(_start(record)) for record in records)
        self.files[who] = self.world.person(
            at=first - 2 * DAY, born=self._born(who, records), sex=self._sex(who)
        )
        self.names[str(self.files[who].id)] = who
        needing = [record for record in records if record.type not in BEFORE]
        begins = min((one for one in records if one.type in CUSTODY), key=_order, default=None)
        if begins is None or any(_order(one) < _order(begins) for one in needing):
            # On an order, as everybody is who is not what the case is about.
            self.world.order(self.files[who], at=first - DAY)
            self.world.admit(self.files[who], at=first - DAY)

    def _born(self, who: str, records: list[Record]) -> object:
        known = self.case.archive.persons.get(who)
        if known is not None and known.birth_date is not None:
            return known.birth_date
        for record in records:
            if record.type == "eighteenth_birthday_in_child_unit":
                birthday = self.time(record).date()
                return date(birthday.year - 18, birthday.month, birthday.day)
        return "1985-05-05"

    def _sex(self, who: str) -> str | None:
        known = self.case.archive.persons.get(who)
        return known.sex if known is not None else None


def _start(record: Record) -> int:
    moments = [record.time, record.recorded_at]
    return min(moment for moment in moments if moment is not None)


def _order(record: Record) -> tuple[int, int, str]:
    """Orders before the stay that rests on them, placements after it, ends last."""
    ranks = {"commitment_order_valid": 0, "emergency_contact": 0, "admission": 1, "in_custody": 1}
    rank = 9 if record.type in ENDS else ranks.get(record.type, 5)
    entered = record.recorded_at if record.recorded_at is not None else record.time
    return (entered or 0, rank, record.id)


# -- one function for each type of record ---------------------------------------------------


def _order_valid(replay: Replay, record: Record) -> None:
    until = None if record.until is None else replay.when(record.until)
    replay.world.order(
        replay.file(record), at=replay.written(record), since=replay.when(record.since), until=until
    )


def _received(replay: Replay, record: Record) -> None:
    replay.world.admit(
        replay.file(record), at=replay.time(record), written_at=replay.written(record)
    )
    if record.type == "admission":
        _contact(replay, record, record.fields)


def _contact(replay: Replay, record: Record, fields: Mapping[str, Any]) -> None:
    """The contact as it was entered, its second half perhaps later."""
    name, reach = (fields.get(f"emergency_contact.{part}") for part in ("name", "reach"))
    if name is None or name.entered_at is None:
        return
    none = name.unknown and name.reasoned
    at, later = replay.when(name.entered_at), reach and reach.entered_at
    value = {
        "name": "none" if none else "Samira",
        "reached_by": "none" if none else "+216 1" if later == name.entered_at else "unknown",
    }
    fact = replay.world.state(replay.file(record), Kind.EMERGENCY_CONTACT, value, at)
    if later and later != name.entered_at:
        replay.world.correct(fact, {**value, "reached_by": "+216 1"}, replay.when(later))


def _own_contact(replay: Replay, record: Record) -> None:
    _contact(replay, record, record.fields)


def _released(replay: Replay, record: Record) -> None:
    replay.leave(record, LeftHow.RELEASE, at=replay.time(record))


def _died(replay: Replay, record: Record) -> None:
    replay.leave(record, LeftHow.DEATH, at=replay.time(record))


def _movement(replay: Replay, record: Record) -> None:
    """Out, and written down when the case says so."""
    entered = next(f.entered_at for f in record.fields.values() if f.entered_at is not None)
    acts.leave(
        by=replay.world.by, at=replay.when(entered), person_id=replay.file(record).id,
        left_at=replay.time(record),
    )  # fmt: skip


def _placed(replay: Replay, record: Record) -> None:
    until = None if record.until is None else replay.when(record.until)
    file, at = replay.file(record), replay.when(record.since)
    assert record.place is not None
    replay.world.place_in(file, replay.path(record.place), at=at, until=until)


def _bed(replay: Replay, record: Record) -> None:
    replay.bed(record)


def _status(value: Status) -> Callable[[Replay, Record], None]:
    def written(replay: Replay, record: Record) -> None:
        until = None if record.until is None else replay.when(record.until)
        acts.set_status(
            by=replay.world.by, at=replay.written(record), person_id=replay.file(record).id,
            value=value, since=replay.when(record.since), until=until,
        )  # fmt: skip

    return written


def _together(ground: str) -> Callable[[Replay, Record], None]:
    def written(replay: Replay, record: Record) -> None:
        more: dict[str, object] = {"outcome": "yes", "ground": ground}
        if record.until is not None:
            more["until"] = replay.when(record.until).isoformat()
        if record.key is not None:
            more["other"] = str(replay.files[record.key].id)
        file, at = replay.file(record), replay.time(record)
        replay.world.step(file, StepKind.SHARING, at=at, stage=Stage.STAY, **more)

    return written


def _shared_cell(replay: Replay, record: Record) -> None:
    path = f"{replay.world.prison}/a/1/shared"
    replay.world.place(path, certified_capacity=4)
    replay.world.place_in(replay.file(record), path, at=replay.time(record))


def _assessed(replay: Replay, record: Record) -> None:
    file, at = replay.file(record), replay.time(record)
    replay.world.step(file, StepKind.SHARING, at=at, stage=Stage.STAY, outcome="suitable")


def _searched(replay: Replay, record: Record) -> None:
    """A search, authorised where the case says so."""
    authorised = [
        one for one in replay.case.archive.records
        if one.type == "search_authorised" and (one.key is None or one.key == record.key)
    ]  # fmt: skip
    value = {"kind": "strip", "reason": "a tip", "by_staff": "77", "result": "nothing"}
    if authorised and record.type == "intrusive_search":
        value["authorised_by"] = "the director"
        value["authorised_at"] = replay.time(authorised[0]).isoformat()
    replay.world.raw_step(replay.file(record), StepKind.SEARCH, value, at=replay.time(record))


def _returned(replay: Replay, record: Record) -> None:
    replay.world.step(
        replay.file(record), StepKind.PROPERTY, at=replay.time(record), stage=Stage.RELEASE,
        returned=True, receipt_signed=True,
    )  # fmt: skip


def _kin_told(replay: Replay, record: Record) -> None:
    at = replay.time(record)
    replay.world.step(
        replay.file(record), StepKind.FAMILY, at=at, stage=Stage.RELEASE, told_whom="the mother",
        told_at=at.isoformat(),
    )  # fmt: skip


def _death_reported(replay: Replay, record: Record) -> None:
    at = replay.time(record)
    replay.world.step(
        replay.file(record), StepKind.FAMILY, at=at, stage=Stage.RELEASE,
        reported_to="the prosecutor", reported_at=at.isoformat(),
    )  # fmt: skip


def _hospital(replay: Replay, record: Record) -> None:
    _go(replay, record, record.key or "", replay.time(record), back=None)


def _go(replay: Replay, record: Record, key: str, at: datetime, *, back: datetime | None) -> None:
    replay.movements[key] = acts.go(
        by=replay.world.by, at=back or at, person_id=replay.file(record).id,
        kind=MovementKind.HOSPITAL, to_place="hospital", left_at=at, arrived_at=back,
    )  # fmt: skip


def _declined(replay: Replay, record: Record) -> None:
    key = record.key or ""
    if key not in replay.movements:
        # The wish belongs to another stay in hospital, the day before.
        before = min(replay.when(one.time) for one in replay.case.archive.records)
        _go(replay, record, key, before - 9 * HOUR, back=before - HOUR)
    replay.world.step(
        replay.file(record), StepKind.FAMILY, at=replay.time(record), stage=Stage.STAY,
        written_at=replay.written(record), movement=replay.movements[key].id, declined=True,
    )  # fmt: skip


def _birthday(replay: Replay, record: Record) -> None:
    """Who turns eighteen lies in a unit then."""
    file, at = replay.file(record), replay.time(record) - timedelta(hours=10)
    replay.world.place_in(file, f"{replay.world.prison}/a/1/01", at=at)


ACTS: Final[Mapping[str, Callable[[Replay, Record], None]]] = {
    "commitment_order_valid": _order_valid,
    "in_custody": _received,
    "admission": _received,
    "emergency_contact": _own_contact,
    "release": _released,
    "death_in_custody": _died,
    "movement": _movement,
    "placement": _placed,
    "bed_assigned": _bed,
    "untried": _status(Status.UNTRIED),
    "sentenced": _status(Status.SENTENCED),
    "supervised_activity": _together("supervised_activity"),
    "same_family_or_permitted_programme": _together("same_family"),
    "best_interests_decision_valid": _together("best_interests"),
    "shared_cell_assignment": _shared_cell,
    "sharing_assessment_done": _assessed,
    "strip_search": _searched,
    "search_authorised": lambda replay, record: None,  # stands in the search
    "intrusive_search": _searched,
    "property_returned_with_receipt": _returned,
    "kin_notified": _kin_told,
    "report_to_independent_authority": _death_reported,
    "serious_illness_or_hospital_transfer": _hospital,
    "notification_declined": _declined,
    "eighteenth_birthday_in_child_unit": _birthday,
}
