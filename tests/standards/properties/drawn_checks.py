"""Checks of the nine patterns with drawn parameters, over a small set of names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from standards.checks import Check, parse_check
from tests.standards.properties.chance import Chance

EVENTS = ("call", "answer", "note", "release", "admission", "death")
STATES = (
    "solitary",
    "separation",
    "separated",
    "placement",
    "in_custody",
    "restrained",
    "general_population",
    "isolated",
)
GUARDS = ("order", "certificate", "solitary")
AMOUNTS = ("yard", "shower", "solitary")
EXEMPTIONS = ("exemption", "weather", "note")
GROUPS = (
    "children",
    "adults",
    "women",
    "men",
    "untried",
    "sentenced",
    "pregnant_or_mother_with_infant_or_breastfeeding",
    "in_labour_birth_or_just_after",
    "in_treatment",
)
FIELDS = ("call.name", "call.place", "answer.name", "paper.number", "paper.date", "order.end")
SHORT = ("PT0S", "PT1H", "PT12H", "PT24H", "P1D", "P2D", "P3D", "P1DT12H")
LONG = (*SHORT, "P1W", "P15D", "P1M", "P14D", "PT30M")
GAPS = ("PT0S", "PT24H", "P1D", "PT12H", "PT1H", "P2D")

Raw = dict[str, Any]


def _group(c: Chance) -> Raw:
    group = c.perhaps(35, GROUPS)
    return {} if group is None else {"group": group}


def _per(c: Chance, percent: int = 15) -> Raw:
    return {"per": "search"} if c.often(percent) else {}


def _some(c: Chance, percent: int, name: str, values: tuple[Any, ...]) -> Raw:
    value = c.perhaps(percent, values)
    return {} if value is None else {name: value}


def respond_within(c: Chance) -> Raw:
    return {
        "trigger": c.pick((*EVENTS, "solitary")),
        "response": c.pick(("answer", "note", "call", "placement")),
        "limit": c.pick(LONG),
        **_some(c, 30, "accept_early", SHORT),
        **_some(c, 40, "key", ("case",)),
        **_some(c, 30, "to_end_of_day", (True,)),
        **_some(c, 25, "unless", EXEMPTIONS),
        **_some(c, 45, "while", ("always", "solitary", "separated", "restrained", "placement")),
        **_group(c),
        **_per(c),
    }


def recur_within(c: Chance) -> Raw:
    return {
        "state": c.pick(STATES),
        "response": c.pick(("answer", "note", "call")),
        "limit": c.pick(LONG),
        **_some(c, 30, "first_within", SHORT),
        **_some(c, 50, "merge_gap", GAPS),
        **_some(c, 30, "grace", SHORT),
        **_group(c),
        **_per(c),
    }


def max_duration(c: Chance) -> Raw:
    return {
        "state": c.pick(STATES),
        "limit": c.pick(LONG),
        **_some(c, 60, "merge_gap", GAPS),
        **_group(c),
        **_per(c),
    }


def never(c: Chance) -> Raw:
    what = {"event": c.pick(EVENTS)} if c.often(30) else {"state": c.pick(STATES)}
    return {**what, **_group(c), **_per(c)}


def only_with(c: Chance) -> Raw:
    what = c.pick(("state", "state", "event", "planned"))
    subject = {"state": STATES, "event": EVENTS, "planned": ("release", "call")}[what]
    return {
        what: c.pick(subject),
        "guard": c.pick(GUARDS),
        **_some(c, 30, "min_lead", SHORT),
        **_some(c, 40, "max_age", LONG),
        **_some(c, 40, "grace", SHORT),
        **_some(c, 40, "short_notice", SHORT),
        **_some(c, 30, "key", ("case",)),
        **_some(c, 30, "exempt_if", EXEMPTIONS),
        **_group(c),
        **_per(c),
    }


def separate(c: Chance) -> Raw:
    return {
        "group": c.pick(GROUPS),
        "from_group": c.pick(GROUPS),
        "level": c.pick(("establishment", "premises", "unit", "cell")),
        **_some(c, 30, "exempt_if", EXEMPTIONS),
        **_some(c, 35, "exempt_pair_if", ("family", "exemption")),
        **_some(c, 20, "while", ("solitary", "in_custody", "restrained")),
        **_some(c, 20, "key", ("case",)),
        **_some(c, 20, "placements", (["placement", "roster"],)),
    }


def requires_fields(c: Chance) -> Raw:
    fields = sorted({c.pick(FIELDS) for _ in range(c.number(1, 3))})
    return {
        "record": c.pick(("call", "answer", "order", "solitary")),
        "fields": fields,
        "by": c.pick(LONG),
        **_some(c, 40, "allow_unknown", (True,)),
        **_some(c, 30, "enough", tuple(range(1, len(fields) + 1))),
        **_group(c),
        **_per(c),
    }


def quota(c: Chance) -> Raw:
    unit = c.pick(("count", "minutes", "hours", "days"))
    bound = c.pick({"count": (1, 2), "minutes": (45, 60), "hours": (1, 12), "days": (1, 2)}[unit])
    common = {
        "state": c.pick(STATES),
        "amount_of": c.pick(AMOUNTS),
        "unit": unit,
        **_group(c),
        **_per(c),
    }
    if c.often(30):
        return {**common, "period": {"rolling": c.pick(("P3D", "PT12H", "P7D"))}, "max": bound}
    return {
        **common,
        "period": c.pick(("local_day", "local_day", "local_week", "local_month")),
        ("max" if c.often(35) else "min"): bound,
        **_some(c, 50, "min_overlap", ("whole", "PT12H", "PT1H", "P1D", "P3D", "PT0S")),
        **_some(c, 35, "excuse", EXEMPTIONS),
        **_some(c, 30, "on_no_data", ("unknown",)),
    }


_RATIOS: tuple[Raw, ...] = (
    {"per": "cell", "count": "persons_in_single_cell_at_night", "of": "one_per_cell", "max": 1},
    {"per": "cell", "count": "floor_area_m2", "of": "occupants", "min": 4},
    {"per": "establishment", "count": "persons_held", "of": "certified_capacity", "max": 1.0},
    {"per": "unit", "count": "persons_held", "of": "health_staff_fte", "max": 2},
    {"per": "premises", "count": "persons_held", "of": "certified_capacity", "min": 0.5},
    {"per": "closed_establishment", "count": "sentenced_persons_held", "of": "one", "max": 1},
    {"per": "cell", "count": "untried_persons_in_cell_at_night", "of": "one_per_cell", "max": 1},
)


def within_ratio(c: Chance) -> Raw:
    return {
        **c.pick(_RATIOS),
        **_some(c, 40, "min_length", SHORT),
        **_some(c, 40, "exempt_if", EXEMPTIONS),
    }


DRAWERS: Mapping[str, Callable[[Chance], Raw]] = {
    "respond_within": respond_within,
    "recur_within": recur_within,
    "max_duration": max_duration,
    "never": never,
    "only_with": only_with,
    "separate": separate,
    "requires_fields": requires_fields,
    "quota": quota,
    "within_ratio": within_ratio,
}


def drawn_check(chance: Chance, rule: str, pattern: str | None = None) -> Check:
    """A check with parameters that its pattern allows."""
    name = chance.pick(tuple(DRAWERS)) if pattern is None else pattern
    return parse_check(rule, {"pattern": name, **DRAWERS[name](chance)})


def drawn_checks(chance: Chance, count: int, patterns: tuple[str, ...] = ()) -> list[Check]:
    """So many checks, all patterns in turn or those named."""
    names = patterns or tuple(DRAWERS)
    return [drawn_check(chance, f"rule-{n}", names[n % len(names)]) for n in range(count)]
