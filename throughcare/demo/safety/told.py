"""The stories of separation, each by the person of whom `stories.yaml` says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from throughcare.casework.safety.terms import Ground, SeparationKind
from throughcare.demo.country import Country
from throughcare.demo.custody.beds import Lying
from throughcare.demo.custody.times import stays_of
from throughcare.demo.people import Person
from throughcare.demo.places import Group
from throughcare.demo.row import Row
from throughcare.demo.safety import chain, days, spells
from throughcare.demo.safety.file import DAY, HOUR, File, file_of
from throughcare.demo.stories import teller

_LITTLE, _ENOUGH = 45, 150  # minutes a day with others
_NOBODY_COUNTED: Final = (
    "The list of the unit, read today: the days in the other prison were never counted with these."
)
_BOY: Final = (
    "The deputy director on the evening round: the boy was alone in a locked cell, on no order."
)
_LOCKED: Final = (
    "Locked up by word of mouth after a window was broken; one paper for the whole unit came later."
)
LOCKDOWN: Final = "lockdown"


def rows_of_story(made: Country, name: str, one: Person, lie: Mapping[int, Lying]) -> Iterator[Row]:
    """What the story of this name adds for who tells it; nothing for a story of another room."""
    write = _TOLD.get(name)
    if write is None:
        return
    file = file_of(made, one, cell=lie[one.number].cell)
    yield from write(made, file)


def _chained(made: Country, file: File) -> Iterator[Row]:
    """Three orders on three grounds, none of them long; nobody joined them."""
    link = chain.chain(made)
    there = file_of(made, file.one, where=link.origin, cell=link.first)
    second = file_of(made, file.one, where=made.home, cell=link.second)
    for where, ground, since, until in (
        (there, Ground.DISCIPLINARY, link.began, link.left - HOUR),
        (second, Ground.SECURITY, link.arrived_by, link.changed),
        (file, Ground.PROTECTIVE, link.changed, None),
    ):  # fmt: skip
        over, found = until or made.on, "" if until else _NOBODY_COUNTED
        spell = spells.begin(where, SeparationKind.SEGREGATION_CELL, since, found=found)
        spells.order(
            where, spell, ground, since, until or made.on + 2 * DAY, found=found
        )  # fmt: skip
        spells.plan(where, spell, since + 20 * HOUR)
        spells.reviews(where, spell, over, 60, counted_from=link.began)
        days.days(where, since, over, contact=_LITTLE)
        if until is not None:
            spells.end(where, spell, until, "another cell")
    for where in (there, second, file):
        yield from where.pen.rows()


def _late_review(made: Country, file: File) -> Iterator[Row]:
    """Apart for eight days; the first review came after five."""
    since = _afternoon(file, 8)
    spell = spells.begin(file, SeparationKind.SEGREGATION_CELL, since)
    spells.order(file, spell, Ground.SECURITY, since, since + 10 * DAY)
    spells.opinion(file, since + HOUR)
    spells.plan(file, spell, since + 20 * HOUR)
    for after in (5 * DAY, 7 * DAY):
        if file.past(since + after):
            spells.review(file, spell, since + after)
    days.days(file, since, made.on, contact=_LITTLE)
    yield from file.pen.rows()


def _missed_visit(made: Country, file: File) -> Iterator[Row]:
    """Apart for six days with others enough; on one of them nobody from health came."""
    since = _afternoon(file, 6)
    spell = spells.begin(file, SeparationKind.OWN_CELL, since)
    spells.order(file, spell, Ground.PROTECTIVE, since, since + 8 * DAY)
    spells.opinion(file, since + HOUR)
    spells.plan(file, spell, since + 20 * HOUR)
    spells.reviews(file, spell, made.on, 60)
    missed = file.clock.day_of(made.on - 3 * DAY)
    days.days(file, since, made.on, contact=_ENOUGH, unvisited=[missed])
    asked = file.clock.at(file.clock.day_of(made.on - 2 * DAY), 19)
    days.request(file, asked, asked + HOUR)
    yield from file.pen.rows()


def _boy(made: Country, file: File) -> Iterator[Row]:
    """Alone since the evening before yesterday; written down as it was found."""
    since = _afternoon(file, 2)
    spells.begin(file, SeparationKind.SEGREGATION_CELL, since, found=_BOY, written=since + 4 * HOUR)
    days.days(file, since, made.on, contact=_LITTLE)
    yield from file.pen.rows()


def locked_up(made: Country, people: Sequence[Person], lie: Mapping[int, Lying]) -> Iterator[Row]:
    """Everybody of the unit of the story, from a week ago for five days."""
    first = teller(made.home, LOCKDOWN)
    if first not in lie or made.home.group_of(first - made.home.first) is not Group.WOMEN:
        return
    unit = _unit(lie[first])
    beside = Counter(place.cell for place in lie.values())
    for one in people:
        if _unit(lie[one.number]) == unit and _there(made, one):
            file = file_of(made, one, cell=lie[one.number].cell)
            alone = beside[lie[one.number].cell] == 1
            _locked(file, SeparationKind.OWN_CELL if alone else SeparationKind.SMALL_GROUP)
            yield from file.pen.rows()


def _there(made: Country, one: Person) -> bool:
    stay = stays_of(made.seed, made.home, one.number, on=made.on)[-1]
    return made.on - stay.admitted_at > 30 * DAY


def _locked(file: File, kind: SeparationKind) -> None:
    """An hour a day in the yard and a little with others; no visit, no review, no plan."""
    since = file.clock.at(file.clock.day_of(file.on - 7 * DAY), 7)
    over, paper = since + 5 * DAY, since + 26 * HOUR
    spell = spells.begin(file, kind, since, found=_LOCKED, written=paper)
    spells.order(
        file, spell, Ground.OTHER, since, over, found=_LOCKED, written=paper,
        lacks=("legal_ground", "alternatives_tried", "review_at"),
    )  # fmt: skip
    nobody_came = list(file.clock.days(since, over))
    days.days(file, since, over, contact=20, unvisited=nobody_came)
    spells.end(file, spell, over, "the window is mended")


def _afternoon(file: File, days_ago: int) -> datetime:
    return file.clock.at(file.clock.day_of(file.on - days_ago * DAY), 15)


def _unit(lying: Lying) -> str:
    return lying.cell.rpartition("/")[0]


_TOLD: Final[Mapping[str, Callable[[Country, File], Iterator[Row]]]] = {
    chain.NAME: _chained,
    "late_review": _late_review,
    "missed_visit": _missed_visit,
    "boy_apart": _boy,
}
