"""How many days ahead the lists of the morning look: numbers that stand in `deadlines.yaml`."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_FILE: Final = Path(__file__).with_name("deadlines.yaml")


def ahead(name: str) -> timedelta:
    """How far a list looks ahead. Raises KeyError for a name that the file does not have."""
    return timedelta(days=int(_all()[name]["days"]))


@cache
def _all() -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read
