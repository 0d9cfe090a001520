"""Who must be kept apart from whom. One pair lies in one unit all the same: that is a story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from throughcare.access.terms import Role
from throughcare.casework.custody.models import KeepApart
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.beds import Lying
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.times import stays_of
from throughcare.demo.places import Establishment, Group
from throughcare.demo.row import Row, new
from throughcare.demo.stories import story_of, teller

_ONE_FOR = 120  # people
_REASONS = (
    "one was a witness against the other", "threats at the last transfer",
    "a fight in the yard", "accused in one case, and one of them speaks",
)  # fmt: skip


def kept_apart(
    country: Country, establishment: Establishment, lie: Mapping[int, Lying]
) -> Mapping[int, Sequence[Row]]:
    """Pairs of men of different units, by the number of one; at home also the pair of the story."""
    source = chance(country.seed, "apart", establishment.code)
    men = range(
        establishment.first + establishment.people - establishment.held[Group.MEN],
        establishment.first + establishment.people,
    )
    told = [number for number in men if story_of(establishment, number) is None]
    pairs = []
    for _ in range(establishment.people // _ONE_FOR):
        one, other = source.sample(told, 2)
        if _unit(lie[one]) != _unit(lie[other]):
            pairs.append((one, other))
    if establishment == country.home:
        home = country.home
        pairs.append((teller(home, "keep_apart_one"), teller(home, "keep_apart_other")))
    found: dict[int, list[Row]] = {}
    for one, other in sorted(set(pairs)):
        pen = Pen(country.file_of(one), source)
        here = [_since(country, establishment, number) for number in (one, other)]
        since = max(here) + (country.on - max(here)) / 2
        row = new(
            KeepApart, other_id=country.file_of(other), since=since, reason=source.choice(_REASONS),
            until=country.on + timedelta(days=source.randrange(20, 170)),
        )  # fmt: skip
        pen.put(row, by=country.members_at(establishment.code, Role.SECURITY_OFFICER)[0], at=since)
        found.setdefault(one, []).extend(pen.rows())
    return found


def _unit(lying: Lying) -> str:
    return lying.cell.rpartition("/")[0]


def _since(country: Country, establishment: Establishment, number: int) -> datetime:
    return stays_of(country.seed, establishment, number, on=country.on)[-1].admitted_at
