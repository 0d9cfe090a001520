"""Which two acts one person may not both do in one matter."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from throughcare.access.errors import BadMatrix

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
