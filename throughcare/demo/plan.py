"""The demo's own data files as typed values, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from throughcare.errors import BadInput

_FILE: Final = "country.yaml"


@dataclass(frozen=True, slots=True)
class Size:
    """How large a country is made."""

    name: str
    people: int
    establishments: int


@dataclass(frozen=True, slots=True)
class Region:
    """The language of the papers in a part of the country, and its time zone."""

    language: str
    zone: str


@dataclass(frozen=True, slots=True)
class Posts:
    """How many hold a post at an establishment: so many, and one more for each `one_for` people."""

    always: int
    one_for: int | None

    def at(self, people: int) -> int:
        """The number of posts where so many people are held."""
        return self.always + (people // self.one_for if self.one_for else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that `country.yaml` says."""

    name: str
    country: str
    password: str
    sizes: Mapping[str, Size]
    regions: tuple[Region, ...]
    place_words: tuple[tuple[str, ...], tuple[str, ...]]
    women: float
    girls: float
    boys: float
    other_language: float
    foreign: float
    beds_for_each_person: tuple[float, ...]
    cell_beds: tuple[int, ...]
    cell_square_metres: Decimal
    cells_in_a_unit: int
    staff: Mapping[str, Posts]
    cases_of_a_demo_account: int
    languages_of_the_foreign: tuple[str, ...]
    countries_of_the_foreign: tuple[str, ...]
    precision: Mapping[str, int]
    adjustments: tuple[Mapping[str, str], ...]
    relations: tuple[str, ...]
    carers: tuple[str, ...]
    notes: Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def plan() -> Plan:
    """The plan that ships with the demo."""
    said: dict[str, Any] = yaml.safe_load(_text(_FILE))
    shares = said["shares"]
    return Plan(
        name=said["name"], country=said["country"], password=said["password"],
        sizes={name: Size(name, **one) for name, one in said["sizes"].items()},
        regions=tuple(Region(**one) for one in said["regions"]),
        place_words=(tuple(said["places"]["first"]), tuple(said["places"]["second"])),
        women=shares["women"], girls=shares["girls"], boys=shares["boys"],
        foreign=shares["foreign"], other_language=shares["other_language"],
        beds_for_each_person=tuple(said["beds_for_each_person"]),
        cell_beds=tuple(said["cell_beds"]),
        cell_square_metres=Decimal(said["cell_square_metres_for_each_bed"]),
        cells_in_a_unit=said["cells_in_a_unit"],
        staff={r: Posts(one["always"], one.get("one_for")) for r, one in said["staff"].items()},
        cases_of_a_demo_account=said["cases_of_a_demo_account"],
        languages_of_the_foreign=tuple(said["languages_of_the_foreign"]),
        countries_of_the_foreign=tuple(said["countries_of_the_foreign"]),
        precision=said["precision"], adjustments=tuple(said["adjustments"]),
        relations=tuple(said["relations"]), carers=tuple(said["carers"]), notes=said["notes"],
    )  # fmt: skip


def size_of(name: str) -> Size:
    """The size with this name. Raises BadInput."""
    found = plan().sizes.get(name)
    if found is None:
        names = ", ".join(plan().sizes)
        raise BadInput(f"there is no size '{name}'", where="--size", remedy=f"use one of {names}")
    return found


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of the demo's CSV files, by the names of its columns."""
    lines = _text(name).splitlines()
    columns = lines[0].split(",")
    return [dict(zip(columns, line.split(","), strict=True)) for line in lines[1:]]


def _text(name: str) -> str:
    return files("throughcare.demo").joinpath(name).read_text(encoding="utf-8")
