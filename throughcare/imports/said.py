"""What one row of another register says, in the service's own words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

# In the order in which they are written: an order first, as a stay rests on it.
GROUPS: Final = ("order", "stay", "status", "placement", "movement")

Words = dict[str, Any]


@dataclass(slots=True)
class Said:
    """The content of a row: facts of the person and what happened, each under its slot.

    Values are plain data (times as ISO 8601 in UTC), so that they can be kept and compared. `cells`
    names the column of each value, `notes` says what is odd and was taken in nevertheless.
    """

    row: int
    key: str
    person_key: str
    facts: dict[str, Words] = field(default_factory=dict)
    groups: dict[str, Words] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def slots(self) -> dict[str, Words]:
        """Everything by its slot."""
        return {**self.facts, **self.groups}

    def digest(self) -> str:
        """The SHA-256 of what the row says, whichever way it is spelled."""
        told = {"person": self.person_key, "facts": self.facts, "groups": self.groups}
        return sha256(canonical(told).encode()).hexdigest()

    def begins(self) -> str:
        """When the first of what it tells began; rows of one person are taken in this order."""
        moments = [
            value
            for group in self.groups.values()
            for name in ("since", "admitted_at", "left_at")
            if isinstance(value := group.get(name), str)
        ]
        return min(moments, default="")


def canonical(value: object) -> str:
    """One spelling of plain data."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def difference(one: Words, other: Words) -> str:
    """In words what changes from one to the other."""
    told = [
        f"{name}: {_shown(one.get(name))} becomes {_shown(other.get(name))}"
        for name in dict.fromkeys([*one, *other])
        if one.get(name) != other.get(name)
    ]
    return "; ".join(told)


def _shown(value: object) -> str:
    if value is None or value == "":
        return "blank"
    if isinstance(value, list):
        return " ".join(str(part.get("text", part)) for part in value)
    return str(value)
