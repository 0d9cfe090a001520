"""A case written down: its records as acts, each at its moment, in the order of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from standards.conformance import Case
from standards.instants import to_datetime
from standards.records import Record
from tests.casework.custody.replay import acts as of_custody
from tests.casework.custody.replay.world import World
from tests.casework.safety.replay.acts import Office, Spell
from tests.staff import see_all_rows
from throughcare.casework.people.models import Person
from throughcare.casework.safety.models import Separation
from throughcare.casework.safety.terms import EntryTable, HealthStateKind

SPELLS: Final = frozenset(
    {"solitary", "separation", "separated", "close_confinement_or_disciplinary_segregation"}
)
DAY: Final = timedelta(days=1)
Act = Callable[[datetime], None]


class Replay:
    """One case being written down."""

    def __init__(self, case: Case) -> None:
        self.case, self.zone = case, case.archive.zone
        self.world = World(zone=self.zone)
        self.office = Office(self.world.prison, self.zone)
        self.files: dict[str, Person] = {}
        self.names: dict[str, str] = {}
        self.acts: list[tuple[datetime, int, int, Act]] = []
        self.by_record: dict[str, Spell] = {}

    def run(self) -> None:
        """Plan every act, and do them in the order of time."""
        records = self.case.archive.records
        for who in dict.fromkeys(record.who for record in records if record.who):
            self._open(who, [record for record in records if record.who == who])
        for record in records:
            self._plan(record)
        while self.acts:  # an act may plan another
            self.acts.sort(key=lambda one: one[:3])
            at, _rank, _number, act = self.acts.pop(0)
            act(at)

    def later(self, at: datetime, rank: int, act: Act) -> None:
        """Do this at the moment; of several at one moment the lower rank comes first."""
        self.acts.append((at, rank, len(self.acts), act))

    def when(self, instant: int | None) -> datetime:
        """The instant on the clock of the case."""
        assert instant is not None
        return to_datetime(instant, self.zone)

    @property
    def now(self) -> datetime:
        """The moment of the question."""
        return self.when(self.case.as_of)

    def person(self, record: Record) -> Person:
        """Whom the record is about."""
        assert record.who is not None
        return self.files[record.who]

    def _open(self, who: str, records: list[Record]) -> None:
        """A file and a stay, before anything happens."""
        moments = [one.time for one in records] + [one.recorded_at for one in records]
        first = self.when(min(one for one in moments if one is not None))
        known = self.case.archive.persons.get(who)
        born: object = "1985-05-05" if known is None else known.birth_date
        if known is not None and known.birth_date is not None and known.birth_date_is_latest:
            born = str(known.birth_date.year)
        file = self.world.person(at=first - 3 * DAY, born=born)
        self.files[who], self.names[str(file.id)] = file, who
        self.world.order(file, at=first - 2 * DAY)
        self.world.admit(file, at=first - 2 * DAY)

    def _plan(self, record: Record) -> None:
        if record.type in SPELLS:
            self._plan_spell(record)
        elif record.type in HealthStateKind.values:
            self._plan_state(record)
        else:
            PLANS[record.type](self, record)

    # -- spells ---------------------------------------------------------------------------------

    def _plan_spell(self, record: Record) -> None:
        since = self.when(record.since)
        until = None if record.until is None else self.when(record.until)
        at = max(since, self.when(record.recorded_at) if record.recorded_at else since)
        if record.supersedes is not None:
            self.later(at, 3, lambda at: self._corrected(record, at, since, until))
        else:
            self.later(at, 1, lambda at: self._begun(record, at, since, until))
        if record.voided_at is not None:
            self.later(self.when(record.voided_at), 4, lambda at: self._voided(record, at))

    def _begun(self, record: Record, at: datetime, since: datetime, until: datetime | None) -> None:
        over = until is not None and until <= at
        spell = self.office.find(self.person(record).id, at, since, until if over else None)
        self.by_record[record.id] = spell
        if until is not None and not over:
            end = until
            self.later(until, 0, lambda at: self._ended(spell, at, end))
        if record.type == "solitary":
            self.later(self._last_log(at, until), 9, lambda at: self.office.log_each_day(spell, at))

    def _ended(self, spell: Spell, at: datetime, until: datetime) -> None:
        if spell.until is None:  # nobody has put it right meanwhile
            self.office.end(spell, at, until)

    def _last_log(self, at: datetime, until: datetime | None) -> datetime:
        return max(at, min(until or self.now, self.now))

    def _corrected(
        self, record: Record, at: datetime, since: datetime, until: datetime | None
    ) -> None:
        spell = self.by_record[str(record.supersedes)]
        self.by_record[record.id] = spell
        self.office.correct(spell, at, since, until)
        if record.type == "solitary":
            self.office.log_each_day(spell, at)

    def _voided(self, record: Record, at: datetime) -> None:
        """Struck out; a correction that was wrong is put right by another correction."""
        spell = self.by_record[record.id]
        if record.supersedes is None:
            see_all_rows("DIS")
            row = Separation.objects.get(spell=spell.id, stood_until=None)
            self.office.strike(spell, at, row.id)
            return
        before = next(r for r in self.case.archive.records if r.id == record.supersedes)
        assert before.until is not None
        self.office.correct(spell, at, self.when(before.since), self.when(before.until))
        self.office.log_each_day(spell, at)

    # -- the rest -------------------------------------------------------------------------------

    def _plan_state(self, record: Record) -> None:
        since = self.when(record.since)
        until = None if record.until is None else self.when(record.until)
        at = self.when(record.recorded_at) if record.recorded_at else since

        def state(at: datetime) -> None:
            over = until is not None and until <= at
            end = self.office.health(
                self.person(record).id, at, record.type, since, until if over else None
            )
            if until is not None and not over:
                self.later(until, 0, end)

        self.later(at, 2, state)


def _hours(entry: EntryTable, kind: str = "") -> Callable[[Replay, Record], None]:
    def plan(replay: Replay, record: Record) -> None:
        since = replay.when(record.time)
        minutes = timedelta(minutes=record.amount or 0)
        until = replay.when(record.until) if record.until is not None else since + minutes
        said = {"since": since, "until": until}
        if entry == EntryTable.CONTACT:
            said["kind"] = kind or str(record.kind)  # type: ignore[assignment]
        replay.later(
            until, 5,
            lambda at: replay.office.enter(replay.person(record).id, at, entry, **said),
        )  # fmt: skip

    return plan


def _visit(replay: Replay, record: Record) -> None:
    replay.later(
        replay.when(record.at), 5,
        lambda at: replay.office.enter(
            replay.person(record).id, at, EntryTable.HEALTH_VISIT, since=at
        ),
    )  # fmt: skip


def _review(replay: Replay, record: Record) -> None:
    replay.later(
        replay.when(record.at), 5, lambda at: replay.office.review(replay.person(record).id, at)
    )


def _in_force(replay: Replay, record: Record) -> None:
    since, until = replay.when(record.since), record.until
    made = replay.when(record.made_at) if record.made_at is not None else since
    words = {
        "valid_from": since, "made_at": made,
        "end_at": None if until is None else replay.when(until),
    }  # fmt: skip

    def act(at: datetime) -> None:
        spell = replay.office.at_moment(replay.person(record).id, at)
        replay.office.order(spell, at, **words)

    replay.later(max(made, since), 4, act)


def _order(replay: Replay, record: Record) -> None:
    filled = {
        name.partition(".")[2] for name, said in record.fields.items() if said.entered_at is None
    }

    def act(at: datetime) -> None:
        spell = replay.office.find(replay.person(record).id, at, at, None)
        replay.office.order(spell, at, **dict.fromkeys(filled))

    replay.later(replay.when(record.at), 1, act)


def _released(replay: Replay, record: Record) -> None:
    replay.later(
        replay.when(record.at), 8,
        lambda at: of_custody.leave(
            by=replay.world.by, at=at, person_id=replay.person(record).id, left_at=at
        ),
    )  # fmt: skip


PLANS: Final[dict[str, Callable[[Replay, Record], None]]] = {
    "contact_log": _hours(EntryTable.CONTACT),
    "meaningful_contact_minutes": _hours(EntryTable.CONTACT, "programme"),
    "out_of_cell_log": _hours(EntryTable.OUT_OF_CELL),
    "health_visit": _visit,
    "independent_review": _review,
    "solitary_order_in_force": _in_force,
    "solitary_order": _order,
    "release": _released,
}
