"""`daily.yaml`, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import yaml


@cache
def words() -> Any:
    """The words and shares of daily life."""
    text = files("throughcare.demo").joinpath("daily.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


def falls(source: Random, share: str) -> bool:
    """Whether the lot of this share falls; each call draws once."""
    return source.random() * 1000 < int(words()["of_a_thousand"][share])
