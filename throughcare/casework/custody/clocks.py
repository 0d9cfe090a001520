"""The times that the reception must keep, and the age of a child: from `reception.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_FILE: Final = Path(__file__).with_name("reception.yaml")


@dataclass(frozen=True, slots=True)
class Clock:
    """How long after the admission something may take, and which rule says so.

    `confirmed`: whether the source itself gives the number; otherwise it is a default of ours.
    """

    within: timedelta
    source: str
    dated: date
    confirmed: bool


@cache
def clocks() -> Mapping[str, Clock]:
    """The clocks of the reception: record, information, family, health."""
    return {
        name: Clock(timedelta(hours=one["hours"]), one["source"], one["date"], one["confirmed"])
        for name, one in _read()["clocks"].items()
    }


@cache
def adult_age() -> int:
    """The age in years from which a person is no child."""
    return int(_read()["adult_age"]["years"])


def _read() -> Any:
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))
