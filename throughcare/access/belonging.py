"""Where the posts of a role are held, and what a transfer does to the cases given in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from throughcare.access.errors import BadMatrix
from throughcare.access.terms import Role

SERVICE: Final = "service"  # the place of a post in the whole service
_FILE: Final = Path(__file__).with_name("belonging.yaml")
_PLACES: Final = ("establishment", SERVICE, "either")
_TRANSFERS: Final = ("ends", "stays")


@dataclass(frozen=True, slots=True)
class Belonging:
    """Of one role: may a post lie in a prison, in the whole service; what a transfer does."""

    in_prison: bool
    in_service: bool
    stays_at_transfer: bool
    must_end: bool

    def fits(self, establishment: str) -> bool:
        """Whether a post of the role may be held there."""
        return self.in_service if establishment == SERVICE else self.in_prison


def belonging(role: Role) -> Belonging:
    """Where a role belongs. Raises BadMatrix for one that the list does not know."""
    return _all()[role]


@cache
def _all() -> Mapping[Role, Belonging]:
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["roles"]
    return {role: _read(role, rows) for role in Role}


def _read(role: Role, rows: Mapping[str, Mapping[str, object]]) -> Belonging:
    row = rows.get(role.value, {})
    at, transfer = row.get("at"), row.get("transfer")
    if at not in _PLACES or transfer not in _TRANSFERS:
        raise BadMatrix(
            f"where {role.value} belongs cannot be read", where=str(_FILE),
            remedy=f"write at: one of {', '.join(_PLACES)}; transfer: ends or stays",
        )  # fmt: skip
    return Belonging(
        in_prison=at != SERVICE, in_service=at != "establishment",
        stays_at_transfer=transfer == "stays", must_end=bool(row.get("must_end", False)),
    )  # fmt: skip
