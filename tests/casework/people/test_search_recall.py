"""The labelled pairs are found again in the real search, among people with like names."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from bench.names.load import AT as WRITTEN
from bench.names.load import copy_all, fillers
from bench.names.people import HELD_OUT, TUNED, Pair, pairs
from tests.casework.people.made import HOUR, viewer
from throughcare.access.terms import Role
from throughcare.casework.people import queries
from throughcare.cluster.folder import DataFolder

AMONG, FIRST, GOAL = 1_000, 10, 0.95


def share_found(of_set: list[Pair], known: dict[str, UUID]) -> float:
    inspector = viewer(Role.NPM_INSPECTOR, "service", account=9)
    same = [pair for pair in of_set if pair.same]
    found = 0
    for pair in same:
        first = queries.find(inspector, pair.other, at=WRITTEN + HOUR, limit=FIRST)
        found += known[pair.one] in {hit.id for hit in first}
    return found / len(same)


@pytest.mark.parametrize("file", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_of_a_hundred_ninety_five_are_among_the_first_ten(
    file: Path, own_database: str, cluster: DataFolder
) -> None:
    """At 5,000 and 100,000 people it is measured by bench/names, which takes minutes."""
    of_set = pairs(file)
    known, everybody = fillers(AMONG, of_set, seed=1)
    copy_all(cluster, own_database, everybody, seed=1)
    assert share_found(of_set, known) >= GOAL
