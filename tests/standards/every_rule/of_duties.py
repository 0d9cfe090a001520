"""Cases for the patterns about events and spells: each reads the check's own parameters."""

from __future__ import annotations

from standards.checks import (
    ALWAYS_ON,
    CUSTODY,
    MaxDuration,
    Never,
    OnlyWith,
    RecurWithin,
    RequiresFields,
    RespondWithin,
)
from standards.findings import Status
from standards.instants import DAY, HOUR, MINUTE, Instant
from standards.records import Filling
from tests.standards.every_rule.building import (
    AS_OF,
    BREACHED,
    DUE,
    LAPSED,
    LONG_AGO,
    MET,
    NOTHING,
    NOW,
    ZONE,
    Case,
    at_most,
    case,
)


def respond_within(check: RespondWithin) -> list[Case]:
    long_past = AS_OF - at_most(check.limit) - 10 * DAY
    late = check.limit.after(long_past, ZONE) + 2 * DAY
    cases = [
        _triggered(check, "answered", MET, long_past, answer=long_past),
        _triggered(check, "answered late", BREACHED, long_past, answer=late),
        _triggered(check, "not answered", BREACHED, long_past),
        _triggered(check, "to be answered", DUE, AS_OF),
    ]
    if not check.accept_early.is_zero:
        early = check.accept_early.before(long_past, ZONE)
        cases.append(_triggered(check, "answered before", MET, long_past, answer=early))
    if check.while_ != ALWAYS_ON:
        gone = _triggered(check, "gone before the limit", LAPSED, long_past, until_after=MINUTE)
        cases.append(gone)
    if check.unless is not None:
        spared = _triggered(check, "not asked for", NOTHING, long_past)
        cases.append(spared.event(check.unless, long_past, key=spared.own_key))
    return cases


def _triggered(
    check: RespondWithin,
    about: str,
    expected: frozenset[Status],
    when: Instant,
    *,
    answer: Instant | None = None,
    until_after: int | None = None,
) -> Case:
    """A trigger in custody or in the state of `while`, which may end."""
    made = case(check, about, expected)
    end = None if until_after is None else when + until_after
    if check.while_ not in (CUSTODY, ALWAYS_ON):
        made.spell(check.while_, when - HOUR, end)
    elif end is not None:
        made.event("release", end)
    made.event(check.trigger, when, key=made.own_key)
    if answer is not None:
        made.event(check.response, answer, key=made.own_key)
    return made


def recur_within(check: RecurWithin) -> list[Case]:
    first = check.limit if check.first_within is None else check.first_within
    start = AS_OF - at_most(first, check.limit, check.limit, check.grace) - 90 * DAY
    one = first.after(start, ZONE)
    two = check.limit.after(one, ZONE)
    end = check.limit.after(two, ZONE)
    late = check.grace.after(end, ZONE) + HOUR
    kept = case(check, "each time", MET).state(start, end)
    lost = case(check, "not the second time", BREACHED).state(start, late)
    never = case(check, "never", BREACHED).state(start, late)
    going = case(check, "going on", DUE).state(NOW)
    for when in (one, two):
        kept.event(check.response, when, key=kept.own_key)
    lost.event(check.response, one, key=lost.own_key)
    return [kept, lost, never, going]


def max_duration(check: MaxDuration) -> list[Case]:
    start = AS_OF - at_most(check.limit, check.merge_gap) - 40 * DAY
    limit = check.limit.after(start, ZONE)
    return [
        case(check, "up to the limit", MET).state(start, limit),
        case(check, "past the limit", BREACHED).state(start, limit + MINUTE),
        case(check, "going on past the limit", BREACHED).state(start),
        case(check, "going on", DUE).state(NOW),
    ]


def never(check: Never) -> list[Case]:
    happened = case(check, "it was", BREACHED)
    clean = case(check, "it was not", NOTHING)
    clean.event("register_entry", AS_OF - 5 * DAY)
    if check.event is None:
        return [happened.state(AS_OF - 5 * DAY, AS_OF - 4 * DAY), clean]
    return [happened.event(check.event, AS_OF - 5 * DAY, key=happened.own_key), clean]


def only_with(check: OnlyWith) -> list[Case]:
    if check.planned is not None:
        return _planned(check)
    return _event(check) if check.event is not None else _state(check)


def _event(check: OnlyWith) -> list[Case]:
    assert check.event is not None
    when = AS_OF - 20 * DAY
    met = case(check, "with a guard", MET).event(check.event, when)
    given = check.min_lead.before(when, ZONE)
    met.event(check.guard, given)
    keyed = case(check, "with the guard of another", BREACHED)
    keyed.event(check.event, when, key=keyed.key).event(check.guard, given, key="other")
    bare = case(check, "without a guard", BREACHED).event(check.event, when, key="k")
    cases = [met, keyed, bare]
    officer = f"officer of {check.rule}"
    if check.group is None:
        by_other = case(check, "with the guard of the officer", MET)
        by_other.event(check.event, when, by_staff=officer)
        cases.append(by_other.event(check.guard, given, who=officer))
    if check.max_age is not None:
        old = case(check, "with a guard too old", BREACHED).event(check.event, when)
        cases.append(old.event(check.guard, check.max_age.before(when, ZONE) - MINUTE))
    if check.exempt_if is not None:
        spared = case(check, "exempt", NOTHING).event(check.event, when, key="k")
        cases.append(spared.event(check.exempt_if, when - HOUR, key="k"))
    return cases


def _state(check: OnlyWith) -> list[Case]:
    start = AS_OF - at_most(check.grace) - 60 * DAY
    end = AS_OF - 10 * DAY
    met = case(check, "with a guard", MET).state(start, end)
    going = case(check, "with a guard that ends", DUE).state(NOW)
    for made, until in ((met, None), (going, AS_OF + 9 * DAY)):
        made.spell(check.guard, LONG_AGO, until, key=made.own_key)
    cases = [met, going, case(check, "without a guard", BREACHED).state(start, end)]
    if not check.grace.is_zero:
        cases.append(case(check, "in the days of grace", DUE).state(NOW))
    return cases


def _planned(check: OnlyWith) -> list[Case]:
    soon, late = AS_OF + MINUTE, AS_OF + at_most(check.min_lead) + 30 * DAY
    past = AS_OF - 300 * DAY
    later = past + at_most(check.min_lead, check.short_notice) + 30 * DAY
    made = {
        "provided": (_plan(check, "provided", MET, NOW, late)).event(check.guard, NOW),
        "to come": _plan(check, "to come", DUE, NOW, late),
        "too late now": _plan(check, "too late now", BREACHED, past, soon),
        "gone without": _plan(check, "gone without", BREACHED, past, past + 200 * DAY),
        "gone early": _plan(check, "gone early", LAPSED, past, later),
    }
    made["gone without"].event("release", past + 200 * DAY)
    made["gone early"].event("release", past + MINUTE)
    return list(made.values())


def _plan(
    check: OnlyWith, about: str, expected: frozenset[Status], known: Instant, planned: Instant
) -> Case:
    made = case(check, about, expected)
    return made.record(f"planned_{check.planned}", planned_at=planned, recorded_at=known)


def requires_fields(check: RequiresFields) -> list[Case]:
    when = AS_OF - at_most(check.by) - 20 * DAY
    deadline = check.by.after(when, ZONE)
    cases = [
        _written(check, "filled", MET, when, Filling(when)),
        _written(check, "filled late", BREACHED, when, Filling(deadline + MINUTE)),
        _written(check, "blank", BREACHED, when, Filling(None)),
        _written(check, "not known, no reason", BREACHED, when, Filling(when, True, False)),
    ]
    known_to_be_unknown = MET if check.allow_unknown else BREACHED
    reasoned = Filling(when, True, True)
    cases.append(_written(check, "not known, with reason", known_to_be_unknown, when, reasoned))
    if not check.by.is_zero:
        cases.append(_written(check, "to be filled", DUE, AS_OF, Filling(None)))
    others = {name.partition(".")[0] for name in check.fields} - {check.record}
    if others == {name.partition(".")[0] for name in check.fields}:
        cases.append(_elsewhere(check, when, sorted(others)))
    return cases


def _written(
    check: RequiresFields, about: str, expected: frozenset[Status], when: Instant, value: Filling
) -> Case:
    made = case(check, about, expected)
    return made.event(check.record, when, key=made.key, fields=dict.fromkeys(check.fields, value))


def _elsewhere(check: RequiresFields, when: Instant, others: list[str]) -> Case:
    """The facts stand in the other records that their names name."""
    made = case(check, "filled elsewhere", MET).event(check.record, when)
    for other in others:
        named = [name for name in check.fields if name.startswith(f"{other}.")]
        if other != check.record:
            made.event(other, when, fields=dict.fromkeys(named, Filling(when)))
    return made
