"""Who answers for a part of the file, and who for data protection: those told of an emergency."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from throughcare.access.errors import BadMatrix
from throughcare.access.terms import Compartment, Role

_FILE: Final = Path(__file__).with_name("owners.yaml")


class Office(StrEnum):
    """As what somebody is told."""

    OWNER = "owner"
    DATA_PROTECTION = "data_protection"


@cache
def _lists() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found


def owner_of(compartment: Compartment) -> Role:
    """The role that answers for it. Raises BadMatrix for one that the list does not know."""
    owners = _lists()["owners"]
    if compartment.value not in owners:
        raise BadMatrix(
            f"nobody answers for {compartment.value}", where=str(_FILE), remedy="write who does"
        )
    return Role(owners[compartment.value])


def data_protection() -> Role:
    """The role, of the whole service, that is told of every emergency."""
    return Role(_lists()["data_protection"])
