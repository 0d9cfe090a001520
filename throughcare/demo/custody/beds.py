"""Who lies in which bed: untried people before sentenced ones, and who finds no bed shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from throughcare.casework.custody.terms import Status
from throughcare.demo.custody.course import course_of
from throughcare.demo.places import Establishment


@dataclass(frozen=True, slots=True)
class Lying:
    """The path of a cell, and the number of the bed in it, from 1; None for no bed."""

    cell: str
    bed: int | None


def beds_of(establishment: Establishment) -> Mapping[str, int]:
    """How many beds stand in each cell."""
    return {
        site.path: site.capacity or 0 for site in establishment.sites if site.kind == "cell"
    }  # fmt: skip


def lying(seed: int, establishment: Establishment, *, on: datetime) -> Mapping[int, Lying]:
    """Where everybody of an establishment lies, by number."""
    beds = beds_of(establishment)
    found: dict[int, Lying] = {}
    first = establishment.first
    for group, many in establishment.held.items():
        untried, others = _apart(seed, establishment, range(first, first + many), on)
        cells = establishment.cells[group]
        parted = _parted(len(cells), len(untried), len(others))
        theirs = _places(cells[:parted] or cells, beds)
        found |= zip(untried, theirs, strict=False)
        if 0 < parted < len(cells):
            theirs = _places(cells[parted:], beds)
        found |= zip(others, theirs, strict=False)
        first += many
    return found


def _apart(
    seed: int, establishment: Establishment, numbers: range, on: datetime
) -> tuple[list[int], list[int]]:
    """Untried people and all others: they are kept apart (Nelson Mandela Rule 11)."""
    untried: list[int] = []
    others: list[int] = []
    for number in numbers:
        status = course_of(seed, establishment, number, on=on).status
        (untried if status is Status.UNTRIED else others).append(number)
    return untried, others


def _parted(cells: int, untried: int, others: int) -> int:
    """How many of the cells are for the untried: their share, and none is left without."""
    if not untried or not others or cells < 2:
        return cells if untried else 0
    return min(cells - 1, max(1, round(cells * untried / (untried + others))))


def _places(cells: tuple[str, ...], beds: Mapping[str, int]) -> Iterator[Lying]:
    """Every bed once; after that, the floor of each cell in turn."""
    for cell in cells:
        for bed in range(1, beds[cell] + 1):
            yield Lying(cell, bed)
    while True:
        for cell in cells:
            yield Lying(cell, None)
