"""Establishments with their premises, units and cells: enough beds for most, not for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from throughcare.demo.chance import chance
from throughcare.demo.plan import Region, Size, plan


class Group(StrEnum):
    """Who is held apart from whom (Nelson Mandela Rule 11)."""

    WOMEN = "women"
    GIRLS = "girls"
    BOYS = "boys"
    MEN = "men"

    @property
    def young(self) -> bool:
        """Whether they are children."""
        return self in (Group.GIRLS, Group.BOYS)

    @property
    def female(self) -> bool:
        """Whether they are women or girls."""
        return self in (Group.WOMEN, Group.GIRLS)


_CODES: Final = {Group.WOMEN: "w", Group.GIRLS: "g", Group.BOYS: "j", Group.MEN: "m"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One place of the tree, as `kernel` keeps it. `number` is its key, from 1."""

    number: int
    above: int | None
    kind: str
    code: str
    path: str
    name: Mapping[str, str]
    capacity: int | None
    square_metres: Decimal | None
    zone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Establishment:
    """A prison: its code, how many of each group it holds, and the cells of each group.

    `first` is the number of the first person held there; those of one group follow one another.
    """

    code: str
    region: Region
    first: int
    held: Mapping[Group, int]
    cells: Mapping[Group, tuple[str, ...]]
    sites: tuple[Site, ...]

    @property
    def people(self) -> int:
        """How many are held."""
        return sum(self.held.values())

    def group_of(self, place_in_line: int) -> Group:
        """The group of the person with this place in the establishment's line, from 0."""
        for group, many in self.held.items():
            if place_in_line < many:
                return group
            place_in_line -= many
        raise IndexError(place_in_line)


def establishments(seed: int, size: Size) -> tuple[Establishment, ...]:
    """All of the country. People are shared out in unequal parts; the last takes what is left."""
    source = chance(seed, "places", size.name)
    names = [f"{one}{two}" for one in plan().place_words[0] for two in plan().place_words[1]]
    source.shuffle(names)
    weights = [source.uniform(0.4, 1.6) for _ in range(size.establishments)]
    made: list[Establishment] = []
    first = number = 0
    for place, name in enumerate(names[: size.establishments]):
        last = place == size.establishments - 1
        left = size.people - first
        people = left if last else round(size.people * weights[place] / sum(weights))
        region = plan().regions[place % len(plan().regions)]
        one = _establishment(
            seed, name, region, first=first, people=people, number=number,
            beds=plan().beds_for_each_person[place % len(plan().beds_for_each_person)],
        )  # fmt: skip
        made.append(one)
        first, number = first + people, one.sites[-1].number
    return tuple(made)


def _establishment(
    seed: int, name: str, region: Region, *, first: int, people: int, number: int, beds: float
) -> Establishment:  # fmt: skip
    shares = (plan().women, plan().girls, plan().boys)
    women, girls, boys = (round(people * share) for share in shares)
    held = {
        Group.WOMEN: women, Group.GIRLS: girls, Group.BOYS: boys,
        Group.MEN: people - women - girls - boys,
    }  # fmt: skip
    code = name.lower()
    standing = {group: max(1, round(many * beds)) for group, many in held.items()}
    sites = tuple(_sites(seed, code, name, region, standing, number))
    cells = {
        group: tuple(
            site.path for site in sites
            if site.kind == "cell" and site.path.split("/")[1] == _CODES[group]
        )
        for group in held
    }  # fmt: skip
    return Establishment(code=code, region=region, first=first, held=held, cells=cells, sites=sites)


def _sites(
    seed: int, code: str, name: str, region: Region, standing: Mapping[Group, int],
    number: int,
) -> Iterator[Site]:  # fmt: skip
    """Each place after the one above it."""
    source = chance(seed, "cells", code)
    number += 1
    top = number
    total = sum(standing.values())
    yield Site(
        number=top, above=None, kind="establishment", code=code, path=code, name={"en": name},
        capacity=total, square_metres=None, zone=region.zone,
    )  # fmt: skip
    for group, beds_left in standing.items():
        number += 1
        premises, path = number, f"{code}/{_CODES[group]}"
        yield _below(number, top, "premises", _CODES[group], path, {"en": f"{name}: {group}"})
        left, unit, cell = beds_left, 0, plan().cells_in_a_unit
        above = premises
        while left > 0:
            if cell == plan().cells_in_a_unit:
                unit, cell, number = unit + 1, 0, number + 1
                above = number
                yield _below(number, premises, "unit", str(unit), f"{path}/{unit}", {})
            cell, number = cell + 1, number + 1
            beds = min(left, source.choice(plan().cell_beds))
            left -= beds
            yield _cell(number, above, f"{path}/{unit}", f"{unit}{cell:02}", beds)


def _below(
    number: int, above: int, kind: str, code: str, path: str, name: Mapping[str, str]
) -> Site:
    return Site(
        number=number, above=above, kind=kind, code=code, path=path, name=name, capacity=None,
        square_metres=None, zone=None,
    )  # fmt: skip


def _cell(number: int, above: int, unit: str, code: str, beds: int) -> Site:
    return Site(
        number=number, above=above, kind="cell", code=code, path=f"{unit}/{code}", name={},
        capacity=beds, square_metres=beds * plan().cell_square_metres, zone=None,
    )  # fmt: skip
