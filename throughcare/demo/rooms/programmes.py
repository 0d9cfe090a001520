"""Programmes: a school, sport and mentoring in each prison; all children, and a few adults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import yaml

from throughcare.access.terms import Role
from throughcare.casework.people.rows import content_of
from throughcare.casework.programmes.days import is_holiday_in
from throughcare.casework.programmes.models import Group, HouseRow, Programme, Session
from throughcare.casework.rows.record import Record
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.times import stays_of
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.programmes_of import Course, Way, ways_of
from throughcare.demo.row import Row, new
from throughcare.demo.staff import Member
from throughcare.demo.stories import story_of
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id

_DAY: Final = timedelta(days=1)
_LONGEST: Final = timedelta(days=300)


class _PenOfProgrammes(Pen):
    """As that of custody, in the compartment of programmes."""

    def compartment_of(self, row: Record) -> str:
        """All of it is attendance and offers."""
        return "PRG"


def rows(country: Country, establishment: Establishment, people: Sequence[Person]) -> Iterator[Row]:
    """What the prison offers, then what was drawn for each person."""
    keeper = min(
        country.members_at(establishment.code, Role.CASE_MANAGER), key=lambda one: one.since
    )
    since = max(country.on - _LONGEST, keeper.since + _DAY)
    house = _House(country, establishment, keeper, since)
    yield from house.rows()
    for one in people:
        if story_of(establishment, one.number) is not None:
            continue
        way = _drawn(country, establishment, one)
        if way is None:
            continue
        stay = stays_of(country.seed, establishment, one.number, on=country.on)[-1]
        source = chance(country.seed, "programmes", one.number)
        pen = _PenOfProgrammes(one.id, source)
        began = max(stay.admitted_at + timedelta(days=2), since + _DAY)
        if began + _DAY < country.on:
            ways_of(pen, way, house.courses, keeper, began, country.on, read())
            yield from pen.rows()


def _drawn(country: Country, establishment: Establishment, one: Person) -> Way | None:
    """All children go to school and have sport; of a hundred adults a few."""
    if establishment.group_of(one.number - establishment.first).young:
        return Way.CHILD
    lot = chance(country.seed, "programme", one.number).randrange(100)
    for name, many in read()["of_a_hundred"].items():
        if lot < many:
            return Way(name)
        lot -= many
    return None


class _House:
    """The programmes, groups and sessions of one prison."""

    def __init__(
        self, country: Country, establishment: Establishment, keeper: Member, since: datetime
    ) -> None:
        self._country, self._at, self._keeper, self._since = country, establishment, keeper, since
        self._source = chance(country.seed, "house of programmes", establishment.code)
        self.courses = {name: self._course(name) for name in read()["programmes"]}

    def rows(self) -> Iterator[Row]:
        """Each for the loading."""
        for course in self.courses.values():
            made: list[HouseRow | Session] = [course.programme, course.group, *course.sessions]
            for row in made:
                yield Row(
                    row=row, content=content_of(row), by=str(self._keeper.number),
                    role=self._keeper.role.value, place=self._at.code, at=row.recorded_at,
                    compartment="PRG",
                )  # fmt: skip

    def _course(self, name: str) -> Course:
        said = read()["programmes"][name]
        programme = self._put(
            Programme, kind=said["kind"], name=said["name"], provider=said["provider"],
            places=said["places"], languages=[self._at.region.language], for_sex="any",
            for_age="any", for_whom=said["for_whom"], evidence=said["evidence"],
            aims_at_beliefs=said.get("aims", False),
        )  # fmt: skip
        last = self._country.on.astimezone(ZoneInfo(self._at.region.zone)).date() - _DAY
        days = [last - timedelta(days=7 * week) for week in range(read()["weeks"])]
        group = self._put(
            Group, programme=programme, name=f"{said['name']} A", starts_on=self._since.date(),
            ends_on=last + timedelta(days=180), weekday=last.weekday(), begins_at="09:00",
            ends_at="11:00", room="School 1", leader=str(self._keeper.number),
        )  # fmt: skip
        sessions = [
            self._session(group, day) for day in days
            if day > self._since.date() + _DAY and not is_holiday_in(day, self._at.region.zone)
        ]  # fmt: skip
        return Course(programme, group, sessions[::-1])

    def _session(self, group: Group, day: date) -> Session:
        zone = ZoneInfo(self._at.region.zone)
        begins = datetime.combine(day, time(9), zone)
        ends = datetime.combine(day, time(11), zone)
        return new(
            Session, id=self._id(ends), group=group, place=self._at.code, held_on=day,
            begins_at=begins, ends_at=ends, recorded_at=ends, recorded_by=str(self._keeper.number),
        )  # fmt: skip

    def _put(self, model: Any, **said: Any) -> Any:
        row: HouseRow = new(
            model, id=self._id(self._since), place=self._at.code, recorded_at=self._since,
            recorded_by=str(self._keeper.number), **said,
        )  # fmt: skip
        row.first = row.id
        return row

    def _id(self, at: datetime) -> UUID:
        return sortable_id(at, self._source.randbytes(RANDOM_BYTES))


@cache
def read() -> dict[str, Any]:
    """What `programmes.yaml` says."""
    text = files("throughcare.demo").joinpath("programmes.yaml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.safe_load(text)
    return said
