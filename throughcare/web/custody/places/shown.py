"""Places as a page shows them: names, the way to them, bars, and the line of a stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.custody.queries import InPlace, Lay, Occupancy
from throughcare.casework.custody.terms import MovementKind
from throughcare.casework.people import queries as people
from throughcare.casework.safety.queries import at_a_glance
from throughcare.kernel.models import PlaceKind
from throughcare.web.people.shown.names import Called, called
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request
from throughcare.web.safety.said import day_said

_WIDE: Final = 1000  # units across a picture; whole numbers, so that no language spells them anew
_FULL: Final = 100  # per cent


@dataclass(frozen=True, slots=True)
class Step:
    """One place on the way down to another."""

    path: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Bar:
    """People beside the certified capacity, in a picture: within it, above it, and its mark."""

    within: str
    above: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place in a table, with its bar; no bar where the capacity is not known."""

    of: Occupancy
    label: str
    kind: str
    bar: Bar | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who lies where. Empty `called` for a file that the viewer may not read.

    `separated`: the count of days, for who reads or adds to the register of separation.
    """

    id: UUID
    called: Called
    place: str
    bed: str
    since: datetime
    away: str
    separated: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One place on the line of a person's places."""

    x: str
    width: str
    label: str
    odd: bool


def label_of(path: str, names: dict[str, str]) -> str:
    """The name of a place, or its code under the place above."""
    name = names.get(path, path)
    return path.rpartition("/")[2] if name == path else name


def below_prison(paths: Sequence[str]) -> list[tuple[str, str]]:
    """Each place with what it and all above it are called, from below the prison: girls / 1.

    Alone, the first unit of each building would be called the same.
    """
    ways = {path: _down_to(path)[1:] for path in paths}
    names = names_of_places(one for way in ways.values() for one in way)
    return [(path, " / ".join(label_of(one, names) for one in way)) for path, way in ways.items()]


def _down_to(path: str) -> list[str]:
    """The paths of the place and of all above it, from above."""
    parts = path.split("/")
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]


def trail_of(path: str) -> list[Step]:
    """The place and all above it, from above."""
    paths = _down_to(path)
    names = names_of_places(paths)
    kinds = list(PlaceKind)
    return [Step(one, label_of(one, names), str(kinds[one.count("/")].label)) for one in paths]


def rows_of(parts: Sequence[Occupancy]) -> list[Row]:
    """The parts of a place, with bars that can be compared with one another."""
    names = names_of_places(one.path for one in parts)
    most = max([_FULL, *(one.percent or 0 for one in parts)])
    return [
        Row(
            of=one, label=label_of(one.path, names), kind=str(PlaceKind(one.kind).label),
            bar=_bar(one.percent, most),
        )
        for one in parts
    ]  # fmt: skip


def _bar(percent: int | None, most: int) -> Bar | None:
    if percent is None:
        return None
    mark = _FULL * _WIDE // most
    whole = percent * _WIDE // most
    return Bar(str(min(whole, mark)), str(max(0, whole - mark)), str(mark))


def persons(request: Request, lying: Sequence[InPlace], *, whole: bool = False) -> list[Person]:
    """Who lies there, with names. `whole` keeps the path from the prison on."""
    names = called_by(request, [one.person for one in lying])
    counters = at_a_glance(request.viewer, sorted(names), at=request.at)
    paths = names_of_places(one.path for one in lying)
    return [
        Person(
            id=one.person, called=names[one.person], bed=one.bed, since=one.since,
            place=one.path if whole else label_of(one.path, paths),
            away=str(MovementKind(one.away).label) if one.away else "",
            separated=day_said(counters[one.person]) if one.person in counters else "",
        )
        for one in lying
        if one.person in names
    ]  # fmt: skip


def called_by(request: Request, ids: Iterable[UUID]) -> dict[UUID, Called]:
    """The names of those files that the viewer may read."""
    rows = people.listed(request.viewer, list(dict.fromkeys(ids)), at=request.at)
    return {row.id: called(row.facts) for row in rows}


def line_of(places: Sequence[Lay], *, at: datetime) -> list[Stretch]:
    """The places of a person from the first to now, each as wide as it lasted."""
    oldest_first = [one for one in reversed(places) if one.since < (one.until or at)]
    if not oldest_first:
        return []
    first = oldest_first[0].since
    last = max(one.until or at for one in oldest_first)
    length = max((last - first).total_seconds(), 1.0)

    def across(moment: datetime) -> int:
        return round((moment - first).total_seconds() * _WIDE / length)

    made = []
    for number, one in enumerate(oldest_first):
        x, end = across(one.since), across(one.until or at)
        label = _("%(place)s, bed %(bed)s") % {"place": one.path, "bed": one.bed}
        made.append(
            Stretch(str(x), str(max(end - x, 2)), label if one.bed else one.path, number % 2 == 1)
        )
    return made
