"""What every instrument must have and how far its numbers may go: `lists/demands.yaml`, typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

LISTS: Final = Path(__file__).parent / "lists"
_EVERY: Final = "every"


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound, why it stands, and the entry of the rulebook with the same number, if any."""

    value: int
    why: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Purpose:
    """Something an instrument is not for; `always` where each must say it."""

    means: str
    always: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A final judgement that every instrument asks for, in which form, and why."""

    form: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """All demands. `second_rater` tells each case in words."""

    limits: Mapping[str, Limit]
    not_for: Mapping[str, Purpose]
    second_rater: Mapping[str, str]
    judgements: Mapping[str, Asked]
    prisoner_view: str
    without_view: tuple[str, ...]
    licensed_tools: tuple[str, ...]


@cache
def demands() -> Demands:
    """The demands of this version of the service."""
    text = (LISTS / "demands.yaml").read_text(encoding="utf-8")
    held: Mapping[str, Any] = yaml.safe_load(text)
    return Demands(
        limits={name: Limit(**limit) for name, limit in held["limits"].items()},
        not_for={
            code: Purpose(said["means"], said["of"] == _EVERY)
            for code, said in held["not_for"].items()
        },
        second_rater=held["second_rater"],
        judgements={
            name: Asked(said["type"], said["why"]) for name, said in held["judgements"].items()
        },
        prisoner_view=held["prisoner_view"],
        without_view=tuple(held["without_view"]),
        licensed_tools=tuple(held["licensed_tools"]),
    )


def limit(name: str) -> Limit:
    """One bound by its name."""
    return demands().limits[name]
