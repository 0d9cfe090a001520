"""The numbers of `policy.yaml`."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_FILE: Final = Path(__file__).with_name("policy.yaml")


def longest() -> timedelta:
    """After this a report is destroyed at the latest."""
    return timedelta(days=_read()["longest_days"])


def review_within() -> timedelta:
    """After this a report is looked at again at the latest."""
    return timedelta(days=_read()["review_days"])


def answer_holds() -> timedelta:
    """How long an answer holds for boards and meetings."""
    return timedelta(days=_read()["answer_days"])


def before_release() -> timedelta:
    """How long before a release the items on a person stand in the queue."""
    return timedelta(days=_read()["before_release_days"])


def longest_text() -> int:
    """How many signs a text may have."""
    signs: int = _read()["longest_text"]
    return signs


@cache
def _read() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return held
