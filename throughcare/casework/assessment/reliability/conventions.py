"""Numbers of the desk that are a choice and no law: `conventions.yaml`, read and typed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_FILE: Final = Path(__file__).with_name("conventions.yaml")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One number and where it comes from."""

    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Resampling:
    """How intervals are found by drawing cases anew.

    times           draws
    seed            of the generator, so that the same ratings give the same interval
    most_undefined  share of draws without a coefficient above which there is no interval
    """

    times: int
    seed: int
    most_undefined: float
    source: str


@dataclass(frozen=True, slots=True)
class Band:
    """A word for coefficients from `least` (included) up to the next band."""

    least: float
    word: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Words for coefficients, lowest band first: a convention, to be shown with its source."""

    bands: tuple[Band, ...]
    source: str

    def word(self, value: float) -> str:
        """The word for a coefficient, rounded to two decimals as it is shown."""
        shown = round(value, 2)
        return next(band.word for band in reversed(self.bands) if shown >= band.least)


def least_cases() -> Chosen:
    """Double-rated cases below which no coefficient is given."""
    return _chosen("least_cases")


def confidence() -> Chosen:
    """How sure an interval is, from 0 to 1."""
    return _chosen("confidence")


@cache
def resampling() -> Resampling:
    """How intervals are found by drawing cases anew."""
    kept = _read()["resampling"]
    return Resampling(kept["times"], kept["seed"], kept["most_undefined"], kept["source"])


@cache
def reading() -> Reading:
    """The words of Cicchetti."""
    kept = _read()["reading"]
    bands = [Band(one.get("from", -math.inf), one["word"]) for one in kept["bands"]]
    return Reading(tuple(sorted(bands, key=lambda band: band.least)), kept["source"])


@cache
def _chosen(name: str) -> Chosen:
    kept = _read()[name]
    return Chosen(kept["value"], kept["source"])


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read
