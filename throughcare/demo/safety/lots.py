"""Who of everybody has what: drawn from the number of the person, for a small share.

Who tells a story is left out; so is whoever counts as a child, since nobody could order it, and
whoever came a short time ago.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from throughcare.casework.people.kinds import Kind
from throughcare.casework.safety.models import HealthState, MentalCondition, Separation
from throughcare.casework.safety.terms import HealthStateKind
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.times import stays_of
from throughcare.demo.people import Person
from throughcare.demo.row import Row, new
from throughcare.demo.safety import accusing, days, restraining, restricting, spells
from throughcare.demo.safety.file import DAY, HOUR, File, file_of
from throughcare.demo.safety.words import Manner, drawn, words

# A transfer comes after at most four fifths of the time held, and the last bed some days later.
_SETTLED: Final = 0.18
_SHORT: Final = 4 * DAY
_CELLS_CHANGE: Final = timedelta(hours=220)
_OF_AGE: Final = 18 * 366  # days, and some more
_PREGNANT: Final = (
    HealthStateKind.PREGNANT, HealthStateKind.BREASTFEEDING, HealthStateKind.MOTHER_WITH_INFANT,
)  # fmt: skip


def rows_of(made: Country, one: Person, cell: str) -> Iterator[Row]:
    """What was drawn for a person who lies in a cell; nothing for most."""
    source = chance(made.seed, "measures", one.number)
    things = [
        name for name, of in words().of_a_thousand.items()
        if source.random() * 1000 < of and (name != _WOMEN or one.group.female)
    ]  # fmt: skip
    if not things or not known_of_age(one, made.on):
        return
    held = made.on - stays_of(made.seed, one.establishment, one.number, on=made.on)[-1].admitted_at
    free = min(held * _SETTLED, held - _CELLS_CHANGE, words().longest_ago * DAY)
    if free < _SHORT:
        return
    file = file_of(made, one, cell=cell)
    if _WOMEN in things:  # nobody orders a separation of whom health protects
        things = [name for name in things if not name.startswith("separated")]
    if "separated_now" in things and "separated_before" in things:
        things.remove("separated_before")
    for name in things:
        _LOTS[name](file, free)
    yield from file.pen.rows()


def known_of_age(one: Person, on: datetime) -> bool:
    """Whether the papers leave no doubt: an unknown date of birth counts as that of a child."""
    said = [fact for fact in one.facts if fact.kind is Kind.BIRTH_DATE]
    known = all(str(fact.value["date"]) != "unknown" for fact in said)
    return known and (on.date() - one.born).days > _OF_AGE + 366


def _afternoon(file: File, before: timedelta) -> datetime:
    """A moment after noon of the local day that lies so long ago: a short first day."""
    day = file.clock.day_of(file.on - before)
    return file.clock.at(day, file.source.randrange(13, 18), file.source.randrange(60))


def _separated_now(file: File, free: timedelta) -> None:
    manner = drawn(file.source, words().separations)
    longest = timedelta(days=manner.days or 9)
    ago = min(free - DAY, longest) * file.source.uniform(0.3, 1)
    since = min(_afternoon(file, ago), file.on - 3 * HOUR)
    _apart(file, manner, since, None)


def _separated_before(file: File, free: timedelta) -> None:
    manner = drawn(file.source, words().separations)
    lasted = timedelta(days=manner.days or file.source.randrange(2, 12))
    lasted = min(lasted, free - 2 * DAY)
    ago = lasted + DAY + (free - 2 * DAY - lasted) * file.source.random()
    since = _afternoon(file, ago)
    over = min(file.clock.at(file.clock.day_of(since + lasted), 9, 40), file.on - HOUR)
    _apart(file, manner, since, over)


def _apart(file: File, manner: Manner, since: datetime, until: datetime | None) -> None:
    """One separation in one manner, with all that was written of it."""
    source, over = file.source, until or file.on
    ground = source.choice(words().grounds)
    written = min(since + 18 * HOUR, file.on) if manner.found else None
    spell = spells.begin(
        file, source.choice(words().kinds), since, found=manner.found, written=written
    )
    if not manner.found or manner.days:
        _ordered(file, manner, ground, spell, over, running=until is None)
    spells.opinion(file, since + HOUR)
    if manner.plan:
        spells.plan(file, spell, since + min(30 * HOUR, (over - since) / 2))
    spells.reviews(file, spell, over, manner.review_hours)
    missed = []
    if manner.misses_a_visit:
        between = list(file.clock.days(since, over))[1:-1]
        missed = [source.choice(between)] if between else []
    days.days(file, since, over, contact=manner.contact, unvisited=missed)
    if manner.harm:
        noted = since + (over - since) * 0.4
        late = noted + source.choice((20, 50)) * HOUR
        spells.harm(file, noted, late if late < over else None)
    if until is not None:
        spells.end(file, spell, until)


def _ordered(
    file: File, manner: Manner, ground: str, spell: Separation, over: datetime, *,
    running: bool,
) -> None:  # fmt: skip
    """An order for the whole time, or several one after the other; one that runs ends later."""
    begins, last = spell.since, over + 3 * DAY if running else over
    while begins < over:
        ends = min(last, begins + 10 * DAY)
        given = spell.recorded_at if begins == spell.since else begins
        spells.order(file, spell, ground, begins, ends, found=manner.found, written=given)
        begins = ends


def _restricted(*, now: bool) -> Callable[[File, timedelta], None]:
    def lot(file: File, free: timedelta) -> None:
        limit = drawn(file.source, words().restrictions)
        if now:
            ago = min(free, limit.days * DAY) * file.source.uniform(0.1, 0.9)
        else:
            ago = limit.days * DAY * file.source.uniform(1.1, 3)
            if ago > free:
                return
        restricting.restrict(file, limit, _afternoon(file, ago) - DAY / 8)

    return lot


def _restrained(file: File, free: timedelta) -> None:
    since = _afternoon(file, DAY + (free - 2 * DAY) * file.source.random())
    restraining.restrain(file, drawn(file.source, words().restraints), since)


def _case_open(file: File, _free: timedelta) -> None:
    accusing.accuse(
        file, file.source.choice(words().acts), _afternoon(file, 2 * DAY), decision=None
    )


def _case_decided(file: File, free: timedelta) -> None:
    decision = drawn(file.source, words().decisions)
    takes = 3 * DAY + decision.notice_after_hours * HOUR
    at = _afternoon(file, takes + max(free - takes - DAY, DAY) * file.source.random())
    accusing.accuse(file, file.source.choice(words().acts), at, decision)


def _mind(file: File, free: timedelta) -> None:
    since = file.on - free * file.source.random()
    file.pen.put(new(MentalCondition, since=since), by=file.hands.nurse, at=since)


def _protected(file: File, free: timedelta) -> None:
    since = file.on - free * file.source.random()
    state = new(HealthState, kind=file.source.choice(_PREGNANT), since=since)
    file.pen.put(state, by=file.hands.nurse, at=since)


_WOMEN: Final = "protected_by_health"
_LOTS: Final[dict[str, Callable[[File, timedelta], None]]] = {
    "separated_now": _separated_now,
    "separated_before": _separated_before,
    "restricted_now": _restricted(now=True),
    "restricted_before": _restricted(now=False),
    "restrained": _restrained,
    "case_open": _case_open,
    "case_decided": _case_decided,
    "mind_known_ill": _mind,
    _WOMEN: _protected,
}
