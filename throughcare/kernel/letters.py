"""The letters and little words of names, as `name_letters.yaml` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

Readings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """`readings`: what written letters may stand for, the usual first. The others are words."""

    readings: dict[str, Readings]
    longest: int
    particles: frozenset[str]
    tied: frozenset[str]
    endings: tuple[str, ...]
    beginnings: tuple[str, ...]
    servants: frozenset[str]


@cache
def letters() -> Letters:
    """The list that ships with the service."""
    text = files("throughcare.kernel").joinpath("name_letters.yaml").read_text(encoding="utf-8")
    kept = yaml.safe_load(text)
    readings = {
        str(written): tuple(str(heard).split(" "))
        for script in ("arabic", "cyrillic", "latin")
        for written, heard in kept[script].items()
    }
    return Letters(
        readings,
        max(map(len, readings)),
        frozenset(kept["particles"].split()),
        frozenset(kept["tied"].split()),
        tuple(kept["endings"].split()),
        tuple(kept["beginnings"].split()),
        frozenset(kept["servants"].split()),
    )
