"""The numbers of `desk.yaml`."""

from __future__ import annotations

from datetime import timedelta
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


@cache
def _read() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return held
