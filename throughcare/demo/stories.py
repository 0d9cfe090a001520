"""The stories by name: which person tells which one. The text is in `stories.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from throughcare.demo.places import Establishment, Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What `stories.yaml` says of one person."""

    name: str
    of: Group
    place: int
    held_days: int
    status: str
    tried_days_ago: int | None
    what: str
    shows: str


@cache
def stories() -> Sequence[Story]:
    """Every story, in the order of the file."""
    text = files("throughcare.demo").joinpath("stories.yaml").read_text(encoding="utf-8")
    said: list[Mapping[str, Any]] = yaml.safe_load(text)["stories"]
    return tuple(
        Story(
            name=one["name"], of=Group(one["of"]), place=one["place"],
            held_days=one["held_days"], status=one["status"],
            tried_days_ago=one.get("tried_days_ago"), what=one["what"], shows=one["shows"],
        )
        for one in said
    )  # fmt: skip


def story_of(establishment: Establishment, number: int) -> Story | None:
    """The story that the person with this number tells; most tell none."""
    if establishment.first > 0:  # only the home establishment, the first of the country, has some
        return None
    group, place = _in_line(establishment, number)
    return _by_place().get((group, place))


def teller(home: Establishment, name: str) -> int:
    """The number of the person who tells a story. Raises StopIteration for an unknown name."""
    story = next(one for one in stories() if one.name == name)
    first = home.first
    for group, many in home.held.items():
        if group is story.of:
            return first + story.place
        first += many
    raise LookupError(story.of)


def told_at(home: Establishment) -> Sequence[tuple[Story, int]]:
    """Each story with the number of the person who tells it."""
    return [(one, teller(home, one.name)) for one in stories()]


def _in_line(establishment: Establishment, number: int) -> tuple[Group, int]:
    line = number - establishment.first
    for group, many in establishment.held.items():
        if line < many:
            return group, line
        line -= many
    raise IndexError(number)


@cache
def _by_place() -> Mapping[tuple[Group, int], Story]:
    return {(one.of, one.place): one for one in stories()}
