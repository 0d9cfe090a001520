"""What is written down day by day and week by week: amounts of quotas, and what excuses them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from bench.engine.draft import Draft, Ints
from bench.engine.world import AS_OF, Spans, World
from standards.checks import CUSTODY, Quota
from standards.instants import DAY, HOUR, MINUTE

if TYPE_CHECKING:
    from bench.engine.duties import Duties

DAILY = "open_air_minutes"
WEEK = 7 * DAY
_PERIOD = {"local_day": DAY, "local_week": WEEK, "local_month": 30 * DAY}
_AWAY = 0.03


def per_period(duties: Duties, checks: Sequence[Quota]) -> None:
    """Enough in most periods, except for the daily log, which fills up what is left."""
    done = {DAILY, "solitary", "health_contact"}
    for check in sorted(checks, key=lambda check: check.state != CUSTODY):
        if check.amount_of in done:
            continue
        done.add(check.amount_of)
        spans = duties.states.spans(check.state, check.per)
        if check.rolling is not None:
            _now_and_then(duties, check, spans)
        else:
            _regularly(duties, check, spans)


def _now_and_then(duties: Duties, check: Quota, spans: Spans) -> None:
    some = spans.take(duties.rng.random(len(spans)) < 0.1)
    some = some.take(np.repeat(np.arange(len(some)), 5))
    near = Spans(some.who, some.start, np.minimum(some.end, some.start + 40 * DAY))
    duties.draft.add(check.amount_of, near.who, duties.within(near))


def _regularly(duties: Duties, check: Quota, spans: Spans) -> None:
    rng = duties.rng
    bound = check.min if check.min is not None else (check.max or 1)
    period = _PERIOD[check.period]
    row, day = each(spans, DAY if check.unit == "hours" else period)
    if check.unit == "count":
        times = int(bound)
        row, day = np.repeat(row, times), np.repeat(day, times)
        hour = np.tile(np.arange(times), len(day) // max(times, 1)) * (4 * HOUR)
        when = day + (5 * HOUR if period == DAY else 30 * HOUR) + hour
        there = rng.random(len(row)) >= _AWAY
        duties.draft.add(check.amount_of, spans.who[row][there], when[there])
        return
    if check.unit == "hours" and period == WEEK:
        weekday = (day // DAY + 3) % 7 < 5
        row, day = row[weekday], day[weekday]
    size = 7 * HOUR if check.unit == "hours" else int(bound * MINUTE * 1.1)
    start = day + 5 * HOUR
    there = rng.random(len(row)) >= _AWAY
    end = start + (size * rng.uniform(0.9, 1.15, len(row))).astype(np.int64) // MINUTE * MINUTE
    duties.draft.add(
        check.amount_of, spans.who[row][there], start[there], t1=end[there], spell=True
    )


def each(spans: Spans, step: int) -> tuple[Ints, Ints]:
    """For each stretch the beginnings (UTC days) of its days or weeks, up to AS_OF."""
    first = spans.start // DAY * DAY
    stop = np.minimum(spans.end, AS_OF)
    times = np.maximum(-(-(stop - first) // step), 0)
    row = np.repeat(np.arange(len(spans)), times)
    index = np.arange(len(row)) - (np.cumsum(times) - times)[row]
    return row, first[row] + index * step


def excuses(duties: Duties, checks: Sequence[Quota]) -> None:
    """Days of bad weather and holidays, for some."""
    for name in sorted({check.excuse for check in checks if check.excuse is not None}):
        stays = duties.stays(0.6)
        for _ in range(2):
            duties.draft.add(name, stays.who, duties.within(stays))


def daily_logs(draft: Draft, world: World, rng: np.random.Generator, wanted: int) -> None:
    """Exactly so many sessions outdoors: one a day, for as many stays as there is room, then two.

    Those for whom there is no room have no log at all, and one long breach.
    """
    order = rng.permutation(len(world.stays))
    stays = world.stays.take(order)
    row, day = each(stays, DAY)
    for session in range(4):
        take = min(wanted, len(row))
        if take <= 0:
            return
        there = np.flatnonzero(rng.random(len(row)) >= _AWAY)[:take]
        own, start = row[there], day[there] + (6 + 3 * session) * HOUR
        before = draft.count
        minutes = rng.integers(55, 120, len(own)) if session == 0 else np.full(len(own), 30)
        as_spell = rng.random(len(stays))[own] < 0.5
        s, e = own[as_spell], own[~as_spell]
        begin = start[as_spell]
        draft.add(DAILY, stays.who[s], begin, t1=begin + minutes[as_spell] * MINUTE, spell=True)
        draft.add(DAILY, stays.who[e], start[~as_spell], amount=minutes[~as_spell].astype(float))
        wanted -= draft.count - before
    _top_up(draft, stays, rng, wanted)


def _top_up(draft: Draft, stays: Spans, rng: np.random.Generator, wanted: int) -> None:
    """The last few, one minute each."""
    while wanted > 0:
        chosen = stays.take(rng.integers(0, len(stays), wanted))
        room = np.minimum(chosen.end, AS_OF) - chosen.start
        when = chosen.start + (room * rng.random(wanted)).astype(np.int64)
        before = draft.count
        draft.add(DAILY, chosen.who, when, amount=np.ones(len(chosen)))
        wanted -= draft.count - before
