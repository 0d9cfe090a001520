"""A small world in which everything is written through actions, and asked through the engine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from standards.checks import Check
from standards.findings import Finding, Status
from standards.instants import from_datetime
from standards.person.engine import evaluate_archive
from standards.records import Archive
from standards.rulebook.load import load_rulebook
from tests.casework.custody.replay import acts
from tests.staff import see_all_rows, written
from throughcare.access.question import HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.casework.archive import archive_of_all
from throughcare.casework.custody import actions
from throughcare.casework.custody.errors import MayNotShare
from throughcare.casework.custody.models import Bed, Order, Stay, Step
from throughcare.casework.custody.terms import OrderKind, Stage, StepKind
from throughcare.casework.people import actions as people
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, Person
from throughcare.kernel.models import Place
from throughcare.kernel.names import name_of

LONG_AGO = datetime(2015, 1, 1, tzinfo=UTC)
AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
ASKED = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
COMPARTMENTS = ("SEN", "HLT", "INC")
RULEBOOK = load_rulebook()


class World:
    """One prison, `e1`, with an officer who has been there for long."""

    def __init__(self, zone: str = "Africa/Tunis", prison: str = "e1") -> None:
        post = HeldPost(Role.ADMISSIONS_OFFICER, prison, Period(LONG_AGO, None))
        self.by: Viewer = written(Viewer(77, posts=(post,)))
        self.zone, self.prison = zone, prison
        self.place(prison)

    # -- places -----------------------------------------------------------------------------

    def place(self, path: str, **measures: Any) -> Place:
        """A place with all above it, and its measures where they are known."""
        found = Place.objects.filter(path=path).first()
        if found is None:
            above, _slash, code = path.rpartition("/")
            kinds = ("establishment", "premises", "unit", "cell")
            found = Place(
                kind=kinds[path.count("/")], code=code, path=path, used_from=LONG_AGO,
                parent=self.place(above) if above else None,
                time_zone=None if above else self.zone,
            )  # fmt: skip
        for name, value in measures.items():
            setattr(found, name, value)
        found.save()
        return found

    def bed(self, path: str, code: str = "a") -> str:
        """A bed of a cell."""
        place = self.place(path)
        number = Bed.objects.count()
        Bed.objects.create(id=UUID(int=number + 1), place=place, code=code, used_from=LONG_AGO)
        return code

    # -- people -----------------------------------------------------------------------------

    def person(
        self, *, at: datetime = AT, born: object = "1985-05-05", sex: str | None = "male",
        more: tuple[tuple[Kind, Mapping[str, object]], ...] = (),
    ) -> Person:  # fmt: skip
        """A file with a name, and birth date and sex where they are known."""
        name = {"use": "recorded", "parts": name_of("Aigerim")}
        facts: list[tuple[Kind, Mapping[str, object]]] = [(Kind.NAME, name), *more]
        if born is not None:
            facts.append((Kind.BIRTH_DATE, {"date": str(born)}))
        if sex is not None:
            facts.append((Kind.SEX, {"sex": sex}))
        return people.register_person(by=self.by, at=at, establishment=self.prison, facts=facts)

    def state(self, file: Person, kind: Kind, value: Mapping[str, object], at: datetime) -> Fact:
        """A fact beside those that are there."""
        see_all_rows(*COMPARTMENTS)
        version = Person.objects.get(id=file.id).version
        return people.state_fact(
            by=self.by, at=at, person_id=file.id, kind=kind, value=value, expected=version
        )

    def correct(self, fact: Fact, value: Mapping[str, object], at: datetime) -> Fact:
        """A right value in the place of a wrong one."""
        see_all_rows(*COMPARTMENTS)
        version = Person.objects.get(id=fact.person_id).version
        return people.correct_fact(
            by=self.by, at=at, fact_id=fact.id, value=value, why="asked again", expected=version
        )

    # -- custody ----------------------------------------------------------------------------

    def order(
        self, file: Person, *, at: datetime = AT, since: datetime | None = None,
        until: datetime | None = None, kind: OrderKind = OrderKind.REMAND,
        issued_on: date | None = None, reason: str = "theft, article 1",
    ) -> Order:  # fmt: skip
        """An order in force from a moment on."""
        since = since or at
        self.orders = getattr(self, "orders", 0) + 1
        return actions.register_order(
            by=self.by, at=at, person_id=file.id, kind=kind, authority="Court of the North",
            number=f"{self.orders}/2026", issued_on=issued_on or min(at, since).date(),
            valid_from=since, valid_to=until, reason=reason,
        )  # fmt: skip

    def admit(
        self, file: Person, *, at: datetime = AT, written_at: datetime | None = None,
        without_order: str = "nobody brought a paper",
    ) -> Stay:  # fmt: skip
        """Through the door, with the order that is there or without one."""
        return actions.receive(
            by=self.by, at=written_at or at, person_id=file.id, establishment=self.prison,
            admitted_at=at, without_order=without_order,
        )  # fmt: skip

    def held(self, *, at: datetime = AT, **known: Any) -> Person:
        """Somebody with a file, an order without an end, and a stay."""
        file = self.person(at=at, **known)
        self.order(file, at=at)
        self.admit(file, at=at)
        return file

    def step(
        self, file: Person, kind: StepKind, *, at: datetime = AT, stage: Stage = Stage.RECEPTION,
        written_at: datetime | None = None, movement: UUID | None = None, **value: object,
    ) -> Step:  # fmt: skip
        """One step of a walk."""
        return actions.take_step(
            by=self.by, at=written_at or at, person_id=file.id, stage=stage, kind=kind,
            value=value, happened_at=at, movement_id=movement,
        )  # fmt: skip

    def raw_step(
        self, file: Person, kind: StepKind, value: Mapping[str, object], *, at: datetime,
        stage: Stage = Stage.RECEPTION, written_at: datetime | None = None,
    ) -> Step:  # fmt: skip
        """A step whose fields have the names of our own arguments."""
        return actions.take_step(
            by=self.by, at=written_at or at, person_id=file.id, stage=stage, kind=kind,
            value=value, happened_at=at,
        )  # fmt: skip

    def step_id(self, person: object, kind: StepKind, **more: Any) -> Step:
        """The same for whoever is known by id."""
        return self.step(self._file(person), kind, **more)

    def order_id(self, person: object, **more: Any) -> Order:
        """The same for whoever is known by id."""
        return self.order(self._file(person), **more)

    def place_in_id(self, person: object, path: str, *, at: datetime) -> Any:
        """The same for whoever is known by id."""
        return self.place_in(self._file(person), path, at=at)

    def _file(self, person: object) -> Person:
        see_all_rows(*COMPARTMENTS)
        return Person.objects.get(id=str(person))

    def place_in(
        self, file: Person, path: str, *, at: datetime = AT, bed: str | None = None,
        until: datetime | None = None,
    ) -> Any:  # fmt: skip
        """Into a place, and out of it again where an end is given."""
        self.place(path)
        try:
            placed = actions.place_in(
                by=self.by, at=at, person_id=file.id, place=path, since=at, bed=bed,
                despite="the case says so",
            )  # fmt: skip
        except MayNotShare:  # some rules take no reason: such a placement comes with a list
            placed = actions.take_over_placement(
                by=self.by, at=at, person_id=file.id, place=path, since=at, bed=bed, why="a list"
            )
        if until is not None:
            acts.end_place(by=self.by, at=until, person_id=file.id, until=until)
        return placed

    # -- the engine -------------------------------------------------------------------------

    def archive(self, *, known_at: datetime = ASKED) -> Archive:
        """Everything that the room tells."""
        see_all_rows(*COMPARTMENTS)
        return archive_of_all(known_at=known_at)

    def findings(
        self, check: Check, *, as_of: datetime = ASKED, known_at: datetime | None = None
    ) -> list[Finding]:
        """What the engine finds of one rule."""
        moment = known_at or as_of
        return evaluate_archive(
            self.archive(known_at=moment), [check], as_of=from_datetime(as_of),
            known_at=from_datetime(moment), derivations=RULEBOOK.derivations,
        )  # fmt: skip

    def statuses(
        self, rule: str, who: object, *, as_of: datetime = ASKED, known_at: datetime | None = None
    ) -> set[Status]:
        """The answers of one rule about one person or place."""
        check = RULEBOOK.checks(as_of.date())[rule]
        found = self.findings(check, as_of=as_of, known_at=known_at)
        return {one.status for one in found if one.who == str(who)}
