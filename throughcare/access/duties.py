"""Which two acts one person may not both do in one matter."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from uuid import UUID

import yaml

from throughcare.access.errors import BadMatrix
from throughcare.access.matrix import matrix
from throughcare.access.terms import Act, Compartment, Role

_FILE = Path(__file__).with_name("duties.yaml")


@cache
def _pairs() -> frozenset[frozenset[str]]:
    pairs = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["pairs"]
    return frozenset(frozenset(pair) for pair in pairs)


def incompatible(first: str, second: str) -> bool:
    """Whether one person may not do both. Raises BadMatrix for an act the list does not know."""
    known = {act for pair in _pairs() for act in pair}
    for act in (first, second):
        if act not in known:
            remedy = "use an act of the list, or add its pair"
            raise BadMatrix(f"the act '{act}' stands in no pair", where=str(_FILE), remedy=remedy)
    return frozenset({first, second}) in _pairs()


def bars(first: str, by: UUID, second: str, also_by: UUID) -> bool:
    """Whether the second act needs another human being. `by`, `also_by`: holders of accounts."""
    return by == also_by and incompatible(first, second)


def apart(one: Role, other: Role) -> bool:
    """Whether one human being may not hold both roles at one time."""
    if not incompatible("administer_accounts", "read_data"):
        return False
    pairs = ((one, other), (other, one))
    return any(first in administrators() and second in readers() for first, second in pairs)


@cache
def administrators() -> frozenset[Role]:
    """The roles that administer accounts."""
    return frozenset({Role.SYSTEM_ADMINISTRATOR})


@cache
def readers() -> frozenset[Role]:
    """The roles that read anything in anybody's file, as the matrix says."""
    reading = {Act.READ, Act.READ_REDACTED}
    files = [code for code in Compartment if code is not Compartment.AGG]
    return frozenset(
        role
        for role in Role
        if any(matrix().cells[role, code].level.lets & reading for code in files)
    )
