"""When a person was in custody: the stay that goes on, and for some the stays before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from throughcare.demo.chance import chance
from throughcare.demo.places import Establishment
from throughcare.demo.stories import story_of

_MEAN_DAYS_HELD: Final = 420
_SHORTEST_HELD: Final = timedelta(hours=2)
_LONGEST_HELD: Final = 3400  # days
_LONGEST_HELD_CHILD: Final = 240  # days
_CAME_AGAIN: Final = 0.22  # of the adults
_LONGEST_AGO: Final = timedelta(days=3650)  # the records go ten years back


@dataclass(frozen=True, slots=True)
class Held:
    """In custody in [admitted_at, left_at); None while it goes on."""

    admitted_at: datetime
    left_at: datetime | None


def stays_of(seed: int, establishment: Establishment, number: int, *, on: datetime) -> list[Held]:
    """All stays of a person, the first one first. The last one goes on."""
    story = story_of(establishment, number)
    if story is not None:
        return [Held(on - timedelta(days=story.held_days, hours=1), None)]
    source = chance(seed, "opened", number)
    child = establishment.group_of(number - establishment.first).young
    days = min(source.expovariate(1 / _MEAN_DAYS_HELD), _LONGEST_HELD)
    if child:
        days %= _LONGEST_HELD_CHILD
    admitted = on - max(_SHORTEST_HELD, timedelta(seconds=round(days * 86_400)))
    stays = [Held(admitted, None)]
    if not child and source.random() < _CAME_AGAIN:
        stays = [*_before(source, admitted, on), *stays]
    return stays


def opened_at(seed: int, establishment: Establishment, number: int, *, on: datetime) -> datetime:
    """When a person's file was opened: at the first reception."""
    return stays_of(seed, establishment, number, on=on)[0].admitted_at


def _before(source: Random, admitted: datetime, on: datetime) -> list[Held]:
    """One to three earlier stays, as far as the records go back."""
    found: list[Held] = []
    for _ in range(source.choices((1, 2, 3), weights=(70, 22, 8))[0]):
        left = admitted - timedelta(hours=source.randrange(24 * 40, 24 * 1100))
        admitted = left - timedelta(hours=source.randrange(24 * 20, 24 * 700))
        if admitted < on - _LONGEST_AGO:
            break
        found.append(Held(admitted, left))
    return found[::-1]
