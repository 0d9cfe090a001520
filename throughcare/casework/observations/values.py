"""The numbers of `observations.yaml`, typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from standards.durations import parse_duration

_FILE: Final = Path(__file__).with_name("observations.yaml")


def late_after() -> timedelta:
    """How long after the act an entry counts as written late."""
    return _time(_read()["late"]["after"])


def waited_from() -> timedelta:
    """How long an entry must have waited on a device for that to be said of it."""
    return _time(_read()["waited"]["from"])


def longest() -> int:
    """Signs of one field."""
    return int(_read()["longest"]["signs"])


def contact_every(*, separated: bool) -> timedelta:
    """Within which time somebody is to have a meaningful contact."""
    return _time(_read()["contact"]["separated" if separated else "every"])


def meaningful() -> frozenset[str]:
    """The kinds of contact that count."""
    return frozenset(_read()["contact"]["meaningful"])


def share() -> Mapping[str, int]:
    """Over how many days the share of a unit is counted, and from how many of what it is shown."""
    return {name: int(of) for name, of in _read()["share"].items() if name != "source"}


@cache
def _read() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read


def _time(said: str) -> timedelta:
    return timedelta(microseconds=parse_duration(said).as_elapsed())
