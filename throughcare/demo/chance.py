"""Chance that can be repeated: one source for each thing, so that no draw moves another."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

# The words that open a source. Written as text, which Python seeds the same on every machine.
_JOIN = "/"


def chance(seed: int, *what: object) -> Random:
    """The source of chance for one thing, such as (7, "person", 12)."""
    return Random(_JOIN.join(str(one) for one in (seed, *what)))


def weighted(source: Random, shares: Mapping[str, int]) -> str:
    """One of the words, as often as its share says."""
    return source.choices(list(shares), weights=list(shares.values()))[0]
