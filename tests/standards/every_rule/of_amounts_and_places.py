"""Cases for quotas, for separation and for ratios of places."""

from __future__ import annotations

from itertools import islice

from standards.checks import Quota, Separate, WithinRatio
from standards.findings import Status
from standards.instants import DAY, HOUR
from standards.person.quota import Period, periods
from standards.person.within_ratio import (
    CLOSED,
    COUNTED_GROUPS,
    OCCUPANTS,
    ONE,
    ONE_PER_CELL,
    TRIGGERING_GROUPS,
)
from standards.places import DEPTHS, node_at
from standards.records import Place
from tests.standards.every_rule.building import (
    AS_OF,
    BREACHED,
    DUE,
    LONG_AGO,
    MET,
    NOTHING,
    UNKNOWN,
    ZONE,
    Case,
    case,
)

_PAST = AS_OF - 100 * DAY
_UNIT = {"days": DAY, "hours": HOUR}


def quota(check: Quota) -> list[Case]:
    if check.rolling is not None:
        return _rolling(check)
    whole = list(islice(periods(check.period, ZONE, _PAST), 1, 4))
    start, end = whole[0].start, whole[-1].end
    bound = check.min if check.min is not None else check.max
    assert bound is not None
    kept = case(check, "enough and not too much", MET).state(start, end)
    wrong = case(check, "too little or too much", BREACHED).state(start, end)
    off = 0.5 if check.min is not None else 1.5
    for period in whole:
        _amount(kept, period, bound)
        _amount(wrong, period, bound * off)
    cases = [kept, wrong]
    if check.min is not None:
        present = next(periods(check.period, ZONE, AS_OF))
        cases.append(case(check, "not yet enough", DUE).state(present.start))
    if check.unknown_without_data:
        cases.append(case(check, "nothing written", UNKNOWN).state(start, end))
    if check.excuse is not None:
        cases.append(_excused(check, whole))
    return cases


def _amount(made: Case, period: Period, amount: float) -> None:
    assert isinstance(made.check, Quota)
    made.event(made.check.amount_of, period.start + HOUR, amount=amount, key=made.own_key)


def _excused(check: Quota, whole: list[Period]) -> Case:
    """Nothing was done, but every day is excused."""
    assert check.excuse is not None
    start, end = whole[0].start, whole[-1].end
    made = case(check, "excused throughout", MET).state(start, end)
    return made.spell(check.excuse, start, end)


def _rolling(check: Quota) -> list[Case]:
    assert check.max is not None
    within = case(check, "at most so much", NOTHING).state(LONG_AGO)
    above = case(check, "more than so much", BREACHED).state(LONG_AGO)
    for made, amount in ((within, check.max), (above, check.max + 1)):
        if check.unit in _UNIT:
            length = int(amount * _UNIT[check.unit])
            made.spell(check.amount_of, _PAST, _PAST + length)
        else:
            for number in range(int(amount)):
                made.event(check.amount_of, _PAST + number * HOUR)
    return [within, above]


def separate(check: Separate) -> list[Case]:
    cases = [
        _placed(check, "in one place", BREACHED, apart=False),
        _placed(check, "in two places", NOTHING, apart=True),
    ]
    if check.exempt_if is not None:
        exempt = _placed(check, "exempt", NOTHING, apart=False)
        cases.append(exempt.spell(check.exempt_if, LONG_AGO))
    if check.exempt_pair_if is not None:
        pair = _placed(check, "exempt with this one", NOTHING, apart=False)
        pair.spell(check.exempt_pair_if, LONG_AGO, key=f"other than {pair.who}")
        stranger = _placed(check, "exempt with another", BREACHED, apart=False)
        cases += [pair, stranger.spell(check.exempt_pair_if, LONG_AGO, key="somebody else")]
    if check.key is not None:
        cases.append(_placed(check, "in two inquiries", NOTHING, apart=False, tied=False))
    return cases


def _placed(
    check: Separate, about: str, expected: frozenset[Status], *, apart: bool, tied: bool = True
) -> Case:
    """A protected person and one of the other group, for ten days."""
    made = Case(check, about, expected)
    other = f"other than {made.who}"
    inquiry = made.key if check.key is not None else None
    made.person(made.who, check.group, key=inquiry)
    made.person(other, check.from_group, key=inquiry if tied else f"not {inquiry}")
    if check.while_ is not None:
        made.spell(check.while_, LONG_AGO)
    here, there = f"{made.who}/P/U/C", f"elsewhere than {made.who}/P/U/C"
    start, end = AS_OF - 20 * DAY, AS_OF - 10 * DAY
    made.spell(check.placements[0], start, end, place=here)
    made.spell(check.placements[-1], start, end, place=there if apart else here, who=other)
    return made


def within_ratio(check: WithinRatio) -> list[Case]:
    cases = [_filled(check, "too many", BREACHED), _filled(check, "not too many", NOTHING)]
    if check.exempt_if is not None:
        exempt = _filled(check, "exempt", NOTHING, broken=True)
        cases.append(exempt.spell(check.exempt_if, LONG_AGO))
    if check.per == CLOSED:
        cases.append(_filled(check, "not closed", NOTHING, broken=True, closed=False))
    return cases


def _filled(
    check: WithinRatio,
    about: str,
    expected: frozenset[Status],
    *,
    broken: bool | None = None,
    closed: bool = True,
) -> Case:
    """Persons in a place for ten days, with the measure that makes them too many or not."""
    broken = bool(expected) if broken is None else broken
    path = f"{check.rule} {about}/P/U/C"
    node = node_at(path, DEPTHS[check.per])
    assert node is not None
    made = Case(check, about, expected, judged=node)
    people = _people(check, broken)
    group = COUNTED_GROUPS.get(check.count) or TRIGGERING_GROUPS.get(check.count)
    for number in range(people):
        who = f"{check.rule} {about} person {number}"
        made.person(who, group)
        made.spell("placement", AS_OF - 20 * DAY, AS_OF - 10 * DAY, who=who, place=path)
    measures = _measures(check, people, broken)
    made.places[node] = Place(id=node, measures=measures, closed=closed)
    return made


def _people(check: WithinRatio, broken: bool) -> int:
    if check.of == ONE:
        assert check.max is not None
        return int(check.max) + (1 if broken else -1)
    if check.of == ONE_PER_CELL:
        return 2 if broken else 1
    return 3


def _measures(check: WithinRatio, people: int, broken: bool) -> dict[str, float]:
    """The fixed side of the ratio, a half or the double of what would just do."""
    if check.of in (ONE, ONE_PER_CELL):
        return {}
    if check.of == OCCUPANTS:
        low = check.min
        assert low is not None
        return {check.count: people * low * (0.5 if broken else 2)}
    assert check.max is not None
    return {check.of: people / check.max * (0.5 if broken else 2)}
