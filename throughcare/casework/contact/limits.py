"""The numbers and lists of the room: data, read once (`contact.yaml`)."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from standards.durations import parse_duration
from standards.instants import from_datetime, to_datetime


@cache
def _read() -> Any:
    text = files("throughcare.casework.contact").joinpath("contact.yaml").read_text("utf-8")
    return yaml.safe_load(text)


@cache
def counts_as_family() -> frozenset[str]:
    """The categories of whom the rules on contact with the family speak."""
    return frozenset(_read()["counts_as_family"])


def too_long_ago(at: datetime, zone: str) -> datetime:
    """Whoever had no contact since this moment stands on the list, by the clock of the prison."""
    length = parse_duration(_read()["without_contact_after"])
    return to_datetime(length.before(from_datetime(at), zone), zone)
