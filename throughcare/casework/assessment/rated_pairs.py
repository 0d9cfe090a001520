"""What two raters answered on the same items, over the whole service and without persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import connection

from throughcare.casework.assessment.instruments import scale
from throughcare.casework.assessment.instruments.model import Instrument
from throughcare.casework.assessment.reliability import ItemRatings, Rating, Unrated, ordinal
from throughcare.casework.assessment.tools import tools

Version = tuple[str, str]  # of a tool: its id and its version


class _Pair(NamedTuple):
    tool: str
    version: str
    digest: str
    number: int
    item: str
    first_rater: int
    first_code: str
    second_rater: int
    second_code: str


@dataclass(slots=True)
class RatedTwice:
    """One version of a tool. `items`: each item of its file with what was answered on it.

    `left_out`: some pairs are of a file that the house has no more, so their scale is not known.
    """

    items: dict[str, ItemRatings | None] = field(default_factory=dict)
    left_out: bool = False


def rated_twice() -> Mapping[Version, RatedTwice]:
    """Every tool of the house, and every other one that pairs name. Behind the door that counts."""
    known = {(one.id, one.version): one for one in tools()}
    digests = {(one.id, one.version, one.digest) for one in tools()}
    pairs: defaultdict[tuple[Version, str], list[_Pair]] = defaultdict(list)
    found = {version: RatedTwice() for version in known}
    for pair in _pairs():
        version = (pair.tool, pair.version)
        if (*version, pair.digest) in digests:
            pairs[version, pair.item].append(pair)
        else:
            found.setdefault(version, RatedTwice()).left_out = True
    for version, tool in known.items():
        found[version].items = {
            item: _ratings(tool, item, levels, pairs[version, item])
            for item, levels in _levels(tool).items()
        }
    return found


def _pairs() -> list[_Pair]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM assessment_rated_pairs()")
        return [_Pair(*row) for row in cursor.fetchall()]


def _levels(tool: Instrument) -> Mapping[str, Sequence[str]]:
    return {item.id: domain.scale.levels for domain in tool.domains for item in domain.items}


def _ratings(
    tool: Instrument, item: str, levels: Sequence[str], pairs: Sequence[_Pair]
) -> ItemRatings | None:
    """None where nobody rated the item twice. Names are as long as one another, to keep order."""
    if not pairs:
        return None
    answers = tuple(
        Rating(f"{pair.number:09}", f"{rater:09}", _answer(code))
        for pair in pairs
        for rater, code in (
            (pair.first_rater, pair.first_code), (pair.second_rater, pair.second_code),
        )
    )  # fmt: skip
    return ItemRatings(tool.id, item, ordinal(levels), answers)


def _answer(code: str) -> str | Unrated:
    unrated = {
        scale.NOT_ENOUGH: Unrated.NOT_ENOUGH, scale.DOES_NOT_APPLY: Unrated.DOES_NOT_APPLY,
    }  # fmt: skip
    return unrated.get(code, code)
