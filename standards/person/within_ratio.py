"""Is a count in proportion to another at all times? (patterns.md 2.9)"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from standards.checks import WithinRatio
from standards.findings import Finding, Flag, Status
from standards.instants import OPEN, Instant
from standards.person.company import Company
from standards.person.file import PersonFile
from standards.person.guards import exempt_spells
from standards.places import DEPTHS
from standards.records import Place
from standards.spells import Stretch, cut, join, without

PLACEMENTS = ("placement",)
FLOOR_AREA = "floor_area_m2"
# Counts that take only the members of a group.
COUNTED_GROUPS = {"sentenced_persons_held": "sentenced"}
# Everybody counts while one of the group is there: an untried person sleeps alone (nmr-113).
TRIGGERING_GROUPS = {"untried_persons_in_cell_at_night": "untried"}
OCCUPANTS, ONE, ONE_PER_CELL = "occupants", "one", "one_per_cell"
DESIGN_CAPACITY = "design_capacity"
CLOSED = "closed_establishment"
# Two quotients closer than this are equal: 10.2 m2 for three is 3.4 m2 each.
TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class _Presence:
    """One person's time in the place: counted, or a member of the triggering group."""

    stretch: Stretch
    counts: bool


def within_ratio(check: WithinRatio, company: Company, *, as_of: Instant) -> list[Finding]:
    """Each longest stretch beyond the bound, for every place of the kind."""
    findings = []
    for node in company.nodes(DEPTHS[check.per]):
        bound = _fixed_of(check, company.place(node))
        if bound is not None:
            findings += _judge(check, company, node, bound, as_of)
    return findings


def _fixed_of(check: WithinRatio, place: Place | None) -> float | None:
    """The fixed side of the ratio (what is counted against); None if it is not known.

    For `floor_area_m2` that is the area; else it is `of`. A cell known to be made for more
    than one is no single cell (ADR 0006).
    """
    measures = place.measures if place is not None else {}
    if check.per == CLOSED and (place is None or place.closed is not True):
        return None
    if check.of == OCCUPANTS:
        return measures.get(check.count)
    if check.of == ONE:
        return 1.0
    if check.of == ONE_PER_CELL:
        return 1.0 if measures.get(DESIGN_CAPACITY, 1.0) <= 1.0 else None
    return measures.get(check.of)


def _judge(
    check: WithinRatio, company: Company, node: str, fixed: float, as_of: Instant
) -> list[Finding]:
    presences = list(_presences(check, company, node))
    beyond = _beyond(check, presences, fixed, company.zone_at(node))
    exempt: list[Stretch] = []
    own = company.file(node)
    if own is not None:
        exempt = exempt_spells(check.exempt_if, own)
    findings = []
    for spell in join(without(beyond, exempt)):
        longest_allowed = check.min_length.after(spell.start, spell.zone)
        if min(spell.end, as_of) > longest_allowed:
            flags = {Flag.INFERRED_END} if spell.inferred else set()
            findings.append(
                Finding(
                    rule=check.rule,
                    status=Status.BREACHED,
                    who=node,
                    since=spell.start,
                    until=None if spell.is_open else spell.end,
                    flags=frozenset(flags),
                    key=None,
                    duty=spell.start,
                    evidence=_evidence(presences, spell.start, spell.end),
                )
            )
    return findings


def _presences(check: WithinRatio, company: Company, node: str) -> Iterable[_Presence]:
    """The time of each person in the place, overlapping placements taken once."""
    placed: dict[str, tuple[PersonFile, list[Stretch]]] = {}
    for file, stretch in company.present(node, PLACEMENTS):
        placed.setdefault(file.who, (file, []))[1].append(stretch)
    counted = COUNTED_GROUPS.get(check.count)
    triggering = TRIGGERING_GROUPS.get(check.count)
    for file, stretches in placed.values():
        if counted is not None:
            stretches = cut(stretches, file.group(counted))
        for spell in join(stretches):
            yield _Presence(_plain(spell.start, spell.end, spell.inferred, spell.evidence), True)
        if triggering is not None:
            for spell in join(cut(stretches, file.group(triggering))):
                yield _Presence(_plain(spell.start, spell.end, spell.inferred, ()), False)


def _plain(start: Instant, end: Instant, inferred: bool, evidence: tuple[str, ...]) -> Stretch:
    return Stretch(start, end, "UTC", inferred=inferred, evidence=evidence)


def _beyond(
    check: WithinRatio, presences: list[_Presence], fixed: float, zone: str
) -> list[Stretch]:
    """Walk through the instants at which somebody comes or goes."""
    needs_trigger = check.count in TRIGGERING_GROUPS
    changes: dict[Instant, list[tuple[int, _Presence]]] = {}
    for presence in presences:
        changes.setdefault(presence.stretch.start, []).append((1, presence))
        changes.setdefault(presence.stretch.end, []).append((-1, presence))
    people = triggers = 0
    began: Instant | None = None
    stretches = []
    for moment in sorted(changes):
        for step, presence in changes[moment]:
            if presence.counts:
                people += step
            else:
                triggers += step
        broken = people > 0 and (triggers > 0 or not needs_trigger)
        broken = broken and _is_broken(check, people, fixed)
        if broken and began is None:
            began = moment
        elif not broken and began is not None:
            inferred = _all_inferred(changes[moment])
            stretches.append(Stretch(began, moment, zone, inferred=inferred))
            began = None
    return stretches


def _all_inferred(changes: list[tuple[int, _Presence]]) -> bool:
    """Was whatever ended at this instant only inferred to end?"""
    ended = [presence.stretch for step, presence in changes if step < 0]
    return bool(ended) and all(s.inferred for s in ended) and ended[0].end != OPEN


def _is_broken(check: WithinRatio, people: int, fixed: float) -> bool:
    if check.of == OCCUPANTS:
        ratio = fixed / people
    elif fixed == 0:
        return check.max is not None
    else:
        ratio = people / fixed
    if check.max is not None:
        return ratio > check.max + TOLERANCE
    return check.min is not None and ratio < check.min - TOLERANCE


def _evidence(presences: list[_Presence], start: Instant, end: Instant) -> tuple[str, ...]:
    names = (
        name
        for presence in presences
        if presence.stretch.start < end and presence.stretch.end > start
        for name in presence.stretch.evidence
    )
    return tuple(dict.fromkeys(names))
