"""The numbers of `desk.yaml`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_FILE: Final = Path(__file__).with_name("desk.yaml")


def screening_within() -> timedelta:
    """How long a referral may wait for its screening."""
    return timedelta(days=_read()["screening_within"]["days"])


def fewest_shown() -> int:
    """A group of fewer people is hidden."""
    people: int = _read()["fewest_shown"]["people"]
    return people


def shares_over() -> timedelta:
    """Over how long screenings are counted, back from now."""
    return timedelta(days=_read()["shares_over"]["days"])


def last_night(now: datetime) -> datetime:
    """The latest moment up to now from which the agreement of raters is counted anew."""
    hour = _read()["agreement_counted"]["from_hour"]
    tonight = now.astimezone(UTC).replace(hour=hour, minute=0, second=0, microsecond=0)
    return tonight if tonight <= now else tonight - timedelta(days=1)


@cache
def _read() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return held
