"""Which part of a plan is asked of whom, and its days: read from `plan.yaml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from standards.durations import Duration
from standards.instants import from_datetime, to_datetime

_FILE: Final = Path(__file__).with_name("plan.yaml")
EVERYBODY, SENTENCED, WOMEN, CHILDREN = "everybody", "sentenced", "women", "children"
OLDER, DISABLED = "older", "disabled"


def most_goals() -> int:
    """So many goals may be live in one plan."""
    count: int = _read()["goals"]["most"]
    return count


def longest(*, marked: bool) -> Duration:
    """Until when a plan is looked at again. `marked`: a status of the person holds."""
    return Duration(months=int(_read()["review"]["marked" if marked else "other"]["months"]))


def last_review(since: datetime, zone: str, *, marked: bool) -> datetime:
    """The latest day of review of what is signed then, by the clock of the place."""
    return to_datetime(longest(marked=marked).after(from_datetime(since), zone), zone)


def older_from() -> int:
    """From this age on somebody is asked for adjustments. Years."""
    years: int = _read()["older_from"]
    return years


def asked_of(groups: Collection[str]) -> Sequence[str]:
    """The parts that a plan of somebody of these groups must have."""
    parts: Mapping[str, Any] = _read()["parts"]
    wanted = {EVERYBODY, *groups}
    return [name for name, said in parts.items() if wanted & set(said["asked_of"])]


def source_of(part: str) -> str:
    """On what it rests that a part is asked for."""
    said: str = _read()["parts"][part]["source"]
    return said


def not_in_short() -> Sequence[str]:
    """The parts that the plan of somebody not sentenced never has."""
    parts: list[str] = _read()["never_in_a_short_plan"]
    return parts


@cache
def _read() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return held
