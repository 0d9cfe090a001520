"""How many days the morning looks ahead and back: numbers that stand in `ahead.yaml`."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_FILE: Final = Path(__file__).with_name("ahead.yaml")


def days(name: str) -> timedelta:
    """How far a list looks. Raises KeyError for a name that the file does not have."""
    return timedelta(days=int(_all()[name]["days"]))


@cache
def _all() -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read
