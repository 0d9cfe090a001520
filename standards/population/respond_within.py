"""`respond_within` over columns (patterns.md 2.1)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from standards.checks import CUSTODY, RespondWithin
from standards.instants import OPEN
from standards.population.calendar import duration_columns
from standards.population.columns import NONE
from standards.population.facts import Facts
from standards.population.rows import BREACHED, DUE, LAPSED, MET, findings
from standards.population.stretches import absent, pick


def respond_within(facts: Facts, checks: Sequence[RespondWithin]) -> list[ir.Table]:
    """One finding for each trigger that raises a duty."""
    code = facts.names.number
    rows = [
        {
            "rule": code(c.rule),
            "trigger": code(c.trigger),
            "response": code(c.response),
            "wname": code(c.while_),
            "grp": code(c.group),
            "unless": code(c.unless),
            "keyed": int(c.key is not None),
            "shown": int(c.key is not None or c.is_per_thing),
            "endofday": int(c.to_end_of_day),
            **duration_columns("limit", c.limit),
            **duration_columns("early", c.accept_early),
        }
        for c in checks
    ]
    rules = facts.table(rows, " ".join(rows[0]))
    duties = facts.store.keep("respond_duties", _duties(facts, checks, rules))
    answered = _answered(facts, duties, _responses(facts, rules))
    return [_judge(facts, answered)]


def _duties(facts: Facts, checks: Sequence[RespondWithin], rules: ir.Table) -> ir.Table:
    """The triggers inside their window and group, with their deadlines."""
    t = facts.live.join(rules, facts.live.typ == rules.trigger)
    t = t.filter(t.t0.notnull())
    t = t.select(
        *rules.columns, "rid", "who", "key", "zone", "t0", mkey=pick(t.keyed == 1, t.key, NONE)
    )
    w = facts.windows.select(wn_="wname", who_="who", w0="start", w1="end", winferred="inferred")
    t = t.join(w, [t.wname == w.wn_, t.who == w.who_, w.w0 <= t.t0, t.t0 < w.w1])
    t = facts.members(t.drop("wn_", "who_"), "t0", checks)
    calendar = facts.calendar
    t = calendar.shift(t, "t0", "zone", "limit", "deadline", uses=[c.limit for c in checks])
    t = calendar.shift(
        t, "t0", "zone", "early", "earliest",
        uses=[c.accept_early for c in checks], back=True,
    )  # fmt: skip
    if any(c.to_end_of_day for c in checks):
        t = calendar.day_of(t, "deadline", "zone", "lastday")
        t = calendar.midnight_of(t.mutate(lastday=t.lastday + 1), "lastday", "zone", "midnight")
        t = t.mutate(deadline=pick(t.endofday == 1, t.midnight, t.deadline))
        t = t.drop("lastday", "midnight")
    return _without_exceptions(facts, t, rules) if any(c.unless for c in checks) else t


def _without_exceptions(facts: Facts, t: ir.Table, rules: ir.Table) -> ir.Table:
    """Leave out duties that a record of `unless`, of the same key, keeps from arising (4.24)."""
    live = facts.live
    u = live.join(rules.select("unless", "keyed", urule="rule"), live.typ == rules.unless)
    u = u.filter(u.t0.notnull())
    u = u.mutate(ukey=pick(u.keyed == 1, u.key, NONE))
    first = u.group_by("urule", "who", "ukey").aggregate(excepted=u.t0.min())
    first = first.rename(uwho="who")
    return t.anti_join(
        first,
        [
            t.rule == first.urule,
            t.who == first.uwho,
            t.mkey == first.ukey,
            first.excepted <= t.deadline,
        ],
    )


def _responses(facts: Facts, rules: ir.Table) -> ir.Table:
    """The responses; keyed ones once for each window in which they may answer (ADR 0005)."""
    live = facts.live
    r = live.join(
        rules.select("response", "keyed", "wname", rule="rule"), live.typ == rules.response
    )
    r = r.filter(r.t0.notnull())
    r = r.select("rule", "who", "keyed", "wname", mkey=pick(r.keyed == 1, r.key, NONE), moment="t0")
    free = r.filter(r.keyed == 0).mutate(window=ibis.literal(NONE, "int64"))
    w = facts.windows.select(wn_="wname", who_="who", w0="start", w1="end")
    tied = r.filter(r.keyed == 1)
    tied = tied.join(w, [tied.wname == w.wn_, tied.who == w.who_, tied.moment <= w.w1])
    tied = tied.mutate(window=tied.w0)
    columns = ["rule", "who", "mkey", "window", "moment"]
    return free[columns].union(tied[columns])


def _answered(facts: Facts, duties: ir.Table, responses: ir.Table) -> ir.Table:
    """Match duties to responses: the first in time; with a key, one answers one (4.5).

    Duties and responses stand in one line by time, a duty where its answer may first come.
    `first` is the number of the first response after a duty. With a key the i-th duty takes
    response i + max(first_j - j) over the duties j up to i: the first not taken before.
    """
    d = duties.mutate(window=pick(duties.keyed == 1, duties.w0, NONE))
    whose = ["rule", "who", "mkey", "window"]
    asks = d.select(
        *whose, "rid", "keyed", line=d.earliest, t0=d.t0,
        isanswer=ibis.literal(0, "int64"), moment=absent(),
    )  # fmt: skip
    answers = responses.select(
        *whose, rid=absent(), keyed=absent(), line=responses.moment, t0=responses.moment,
        isanswer=ibis.literal(1, "int64"), moment=responses.moment,
    )  # fmt: skip
    both = asks.union(answers[list(asks.columns)])
    w = ibis.rows_window(
        preceding=None, following=0, group_by=whose,
        order_by=[both.line, both.isanswer, both.t0, both.rid],
    )  # fmt: skip
    both = both.mutate(
        answersofar=both.isanswer.sum().over(w), asksofar=(1 - both.isanswer).sum().over(w)
    )
    behind = pick(both.isanswer == 0, both.answersofar + 1 - both.asksofar, absent())
    both = both.mutate(behind=behind)
    most = ibis.rows_window(
        preceding=None, following=0, group_by=whose,
        order_by=[both.line, both.isanswer, both.t0, both.rid],
    )  # fmt: skip
    both = both.mutate(behindmost=both.behind.max().over(most))
    asked = both.filter(both.isanswer == 0)
    asked = asked.mutate(
        place=pick(asked.keyed == 1, asked.asksofar + asked.behindmost, asked.answersofar + 1)
    )
    given = both.filter(both.isanswer == 1).select(
        *(both[name].name(f"{name}_") for name in whose), place_=both.answersofar,
        answer=both.moment,
    )  # fmt: skip
    met = asked.left_join(
        given,
        [asked[name] == given[f"{name}_"] for name in whose] + [asked.place == given.place_],
    )
    found = met.select(arule=met.rule, arid=met.rid, answer=met.answer)
    joined = d.left_join(found, [d.rule == found.arule, d.rid == found.arid])
    return joined.mutate(answer=pick(joined.answer <= joined.w1, joined.answer, absent()))


def _judge(facts: Facts, t: ir.Table) -> ir.Table:
    answered = t.answer.notnull()
    in_time = answered & ((t.answer < t.deadline) | ((t.answer == t.deadline) & (t.endofday == 0)))
    ended = ~answered & (t.w1 != OPEN)
    lapsed = ended & (t.w1 <= t.deadline)
    late = pick(t.endofday == 1, facts.as_of >= t.deadline, facts.as_of > t.deadline)
    due = ~answered & ~ended & ~late
    status = pick(in_time, MET, pick(lapsed, LAPSED, pick(due, DUE, BREACHED)))
    from_start = in_time | lapsed | due
    until = pick(
        in_time,
        ibis.greatest(t.answer, t.t0),
        pick(answered, t.answer, pick(ended, t.w1, pick(due, t.deadline, OPEN))),
    )
    custody = facts.names.number(CUSTODY)
    return findings(
        t,
        status=status,
        since=pick(from_start, t.t0, t.deadline),
        until=until,
        duty=t.t0,
        key=pick(t.shown == 1, t.key, NONE),
        inferred=ended & t.winferred & (t.wname != custody),
        presumed=t.presumed,
    )
