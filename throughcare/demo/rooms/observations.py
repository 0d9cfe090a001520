"""What wing staff saw, whom they met, whose personal officer they are: for a part of the people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from throughcare.access.terms import Role
from throughcare.casework.observations.models import Observation, OfficerContact, PersonalOfficer
from throughcare.casework.observations.terms import ContactKind
from throughcare.casework.rows.record import Record
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.beds import lying
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.times import stays_of
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.row import Row, new
from throughcare.demo.safety.hands import Hands, hands_at
from throughcare.demo.stories import story_of

_FILE: Final = Path(__file__).parent.parent / "observations.yaml"
_DAY: Final = timedelta(days=1)
_SETTLED: Final = timedelta(days=12)  # by then somebody lies in the last bed
_LATE: Final = timedelta(hours=7)
_OTHER: Final = 0.4  # how often a colleague wrote it
_MANAGER: Final = Role.CASE_MANAGER


class _Pen(Pen):
    """As that of custody, in the compartment of programmes."""

    def compartment_of(self, row: Record) -> str:
        """PRG."""
        return "PRG"


def rows(country: Country, establishment: Establishment, people: Sequence[Person]) -> Iterator[Row]:
    """More at home, where visitors look; of most people elsewhere nothing."""
    lie = lying(country.seed, establishment, on=country.on)
    shares = _written()["of_a_thousand"]
    share = shares["at_home" if establishment == country.home else "elsewhere"]
    for one in people:
        source = chance(country.seed, "observations", one.number)
        if source.random() * 1000 >= share or story_of(establishment, one.number) is not None:
            continue
        stay = stays_of(country.seed, establishment, one.number, on=country.on)[-1]
        since = max(stay.admitted_at + _SETTLED, country.on - _written()["most"]["days"] * _DAY)
        if since + _DAY < country.on and stay.left_at is None:
            yield from _rows_of(country, one, source, since, lie[one.number].cell)


def _rows_of(
    made: Country, one: Person, source: Random, since: datetime, cell: str
) -> Iterator[Row]:  # fmt: skip
    pen = _Pen(one.id, source)
    hands = hands_at(made, one.establishment, one)
    shares, most = _written()["of_a_thousand"], _written()["most"]
    if source.random() * 1000 < shares["has_officer"]:
        officer = new(
            PersonalOfficer, officer=str(hands.officer.number), since=since,
            establishment=one.establishment.code,
        )  # fmt: skip
        managers = made.members_at(one.establishment.code, _MANAGER)
        pen.put(officer, by=managers[one.number % len(managers)], at=since)
    for _number in range(source.randrange(1, most["observations"] + 1)):
        _seen(pen, hands, source, (since, made.on), cell)
    if source.random() * 1000 < shares["met"]:
        for _number in range(source.randrange(1, most["contacts"] + 1)):
            at = _moment(source, since, made.on)
            kind = source.choice([*ContactKind.values, ContactKind.TALK.value])
            words = source.choice(_written()["met"])
            met = new(OfficerContact, kind=kind, met_at=at, words=words)
            pen.put(met, by=hands.officer, at=at)
    yield from pen.rows()


def _seen(
    pen: _Pen, hands: Hands, source: Random, within: tuple[datetime, datetime], cell: str
) -> None:  # fmt: skip
    since, until = within
    what = source.choice(_written()["seen"])
    at = _moment(source, since, until)
    late = source.random() * 1000 < _written()["of_a_thousand"]["late"] and at + _LATE < until
    row = new(
        Observation, tone=what["tone"], spot=what["spot"], unit=cell, seen_at=at,
        behaviour=what.get("behaviour", ""), meaning=what.get("meaning", ""),
    )  # fmt: skip
    by = hands.other_officer if source.random() < _OTHER else hands.officer
    pen.put(row, by=by, at=at + _LATE if late else at)


def _moment(source: Random, since: datetime, until: datetime) -> datetime:
    minutes = int((until - since) / timedelta(minutes=1))
    return since + timedelta(minutes=source.randrange(minutes))


@cache
def _written() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read
