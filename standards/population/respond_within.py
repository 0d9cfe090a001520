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

_WHOSE = ["rule", "who", "mkey", "window"]


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
    keep, calendar = facts.store.keep, facts.calendar
    t = keep("respond_triggers", _triggers(facts, checks, rules))
    t = keep(
        "respond_deadlines",
        calendar.shift(t, "t0", "zone", "limit", "deadline", uses=[c.limit for c in checks]).drop(
            "limit_m", "limit_d", "limit_u"
        ),
    )
    early = [c.accept_early for c in checks]
    t = keep(
        "respond_earliest",
        calendar.shift(t, "t0", "zone", "early", "earliest", uses=early, back=True).drop(
            "early_m", "early_d", "early_u"
        ),
    )
    if any(c.to_end_of_day for c in checks):
        daily = calendar.day_of(t.filter(t.endofday == 1), "deadline", "zone", "lastday")
        daily = daily.mutate(lastday=daily.lastday + 1)
        daily = calendar.midnight_of(daily, "lastday", "zone", "midnight")
        daily = daily.mutate(deadline=daily.midnight)
        t = t.filter(t.endofday == 0).union(daily[list(t.columns)])
    if not any(c.unless for c in checks):
        return t
    t = keep("respond_by_day", t)
    excepting = t.filter(t.unless != NONE)
    return t.filter(t.unless == NONE).union(_without_exceptions(facts, checks, excepting, rules))


def _triggers(facts: Facts, checks: Sequence[RespondWithin], rules: ir.Table) -> ir.Table:
    """The triggers inside the custody or `while`, and the group, of their rule (4.3)."""
    t = facts.live.join(rules, facts.live.typ == rules.trigger)
    t = t.filter(t.t0.notnull())
    t = t.select(
        *rules.columns, "rid", "who", "key", "zone", "t0", mkey=pick(t.keyed == 1, t.key, NONE)
    )
    w = facts.windows.select(wn_="wname", who_="who", w0="start", w1="end", winferred="inferred")
    t = t.join(w, [t.wname == w.wn_, t.who == w.who_, w.w0 <= t.t0, t.t0 < w.w1])
    t = facts.members(t.drop("wn_", "who_"), "t0", checks)
    return t.drop("trigger", "response", "grp")


def _without_exceptions(
    facts: Facts, checks: Sequence[RespondWithin], t: ir.Table, rules: ir.Table
) -> ir.Table:
    """Leave out duties that a record of `unless`, of the same key, keeps from arising (4.24)."""
    u = facts.excepting((c.rule, c.unless) for c in checks)
    tied = rules.select("keyed", urule="rule")
    u = u.join(tied, u.xrule == tied.urule)
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
    """Add `answer`: when the first response came that may answer the duty, if it did."""
    duties = duties.mutate(window=pick(duties.keyed == 1, duties.w0, NONE))
    found = _first_after(duties.filter(duties.keyed == 0), responses).union(
        _one_for_one(
            facts, duties.filter(duties.keyed == 1), responses.filter(responses.window != NONE)
        )
    )
    t = duties.left_join(found, [duties.rule == found.arule, duties.rid == found.arid])
    return t.mutate(answer=pick(t.answer <= t.w1, t.answer, absent()))


def _in_line(duties: ir.Table, responses: ir.Table) -> ir.Table:
    """Duties and responses in one table by time, a duty where its answer may first come."""
    none = ibis.literal(NONE, "int64")
    asks = duties.select(
        *_WHOSE, "rid", line="earliest", t0="t0", isanswer=none * 0, moment=absent()
    )
    answers = responses.select(
        *_WHOSE, rid=absent(), line="moment", t0="moment", isanswer=none * 0 + 1, moment="moment"
    )
    return asks.union(answers[list(asks.columns)])


def _first_after(duties: ir.Table, responses: ir.Table) -> ir.Table:
    """One response may answer several duties: the first one after each."""
    both = _in_line(duties, responses.filter(responses.window == NONE))
    w = ibis.rows_window(
        preceding=0, following=None, group_by=["rule", "who"],
        order_by=[both.line, both.isanswer],
    )  # fmt: skip
    both = both.mutate(answer=both.moment.min().over(w))
    return both.filter(both.isanswer == 0).select(arule="rule", arid="rid", answer="answer")


def _one_for_one(facts: Facts, duties: ir.Table, responses: ir.Table) -> ir.Table:
    """With a key, a response answers one duty (4.5).

    `first` is the number of the first response after a duty. The i-th duty takes response
    i + max(first_j - j) over the duties j up to i: the first not taken before.
    """
    both = _in_line(duties, responses)
    order = [both.line, both.isanswer, both.t0, both.rid]
    w = ibis.rows_window(preceding=None, following=0, group_by=_WHOSE, order_by=order)
    both = both.mutate(answers=both.isanswer.sum().over(w), asks=(1 - both.isanswer).sum().over(w))
    both = facts.store.keep("respond_line", both)
    asked = both.filter(both.isanswer == 0)
    w = ibis.rows_window(preceding=None, following=0, group_by=_WHOSE, order_by=["asks"])
    asked = asked.mutate(place=asked.asks + (asked.answers + 1 - asked.asks).max().over(w))
    given = both.filter(both.isanswer == 1)
    given = given.select(
        **{f"{name}_": given[name] for name in _WHOSE}, place_="answers", answer="moment"
    )
    met = asked.join(
        given,
        [asked[name] == given[f"{name}_"] for name in _WHOSE] + [asked.place == given.place_],
    )
    return met.select(arule="rule", arid="rid", answer="answer")


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
