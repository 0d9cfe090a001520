"""The numbers and offices of `board.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from standards.durations import Duration
from standards.instants import from_datetime, to_datetime
from throughcare.access.terms import Role
from throughcare.casework.assessment.board_terms import Office

_FILE: Final = Path(__file__).with_name("board.yaml")


def longest() -> Duration:
    """How long a classification may hold."""
    return Duration(months=int(_read()["longest"]["months"]))


def last_review(decided_at: datetime, zone: str) -> datetime:
    """The latest day of review of what is decided then, by the clock of the place."""
    return to_datetime(longest().after(from_datetime(decided_at), zone), zone)


def fewest() -> int:
    """With fewer human beings than this there is no board."""
    people: int = _read()["quorum"]["people"]
    return people


def never_without() -> Office:
    """Without this office there is no board."""
    return Office(_read()["quorum"]["office"])


def also_for() -> Mapping[str, Office]:
    """Which office sits there too, by the group that the person is of."""
    return {group: Office(office) for group, office in _read()["also"].items()}


def sits_as(office: Office) -> frozenset[Role]:
    """The posts that let somebody sit in an office."""
    return frozenset(Role(name) for name in _read()["offices"][office])


@cache
def _read() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return held
