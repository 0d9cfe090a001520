"""Who may not share: before somebody is placed, and of those who lie together now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.lying import apart_and_together
from throughcare.casework.custody.models import KeepApart
from throughcare.casework.custody.place_entries import ask_at
from throughcare.casework.custody.sharing_rules import APART, Kind, kinds, part
from throughcare.casework.custody.together import Conflict, Lodger, conflicts_for, lodgers
from throughcare.casework.people import doors
from throughcare.casework.people.files import ask_about, entering, may_about
from throughcare.casework.people.joined_files import parts_of, whole_file, wholes_of
from throughcare.casework.rows.standing import rows_of
from throughcare.register.actions import record

__all__ = [
    "Apart",
    "Conflict",
    "SharingConflict",
    "conflicts_of",
    "kept_apart",
    "may_keep_apart",
    "sharing_conflicts",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingConflict:
    """Two groups that are together where a rule keeps them apart.

    `kind`: id of `sharing_rules.kinds`, or `apart` for two people of whom a decision says so,
    without its reason. `one`: those of the smaller of the two groups, `other`: the others.
    `group`, `other_group`: what they are; empty for two people. `many`, `other_many`: how many
    there are; only those are named whose files the viewer may read.
    """

    kind: str
    rules: tuple[str, ...]
    within: str
    group: str
    other_group: str
    many: int
    other_many: int
    one: tuple[UUID, ...]
    other: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A decision to keep two people apart. `other`: the other one, by the whole file."""

    id: UUID
    of: UUID
    other: UUID
    since: datetime
    until: datetime
    reason: str
    decided_by: str
    recorded_by: str


@entering
def conflicts_of(viewer: Viewer, person_id: UUID, place: str, *, at: datetime) -> list[Conflict]:
    """Why the person may not lie in the place, beside those who lie there now; empty if nothing.

    To be asked before `place_in`, which asks again. Leaves an entry. Raises NotThere, Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.ID, person_id, at=at)
    ask_at(viewer, Act.READ, place, at=at)
    whole = whole_file(person_id)
    found = conflicts_for(whole, place, at=at)
    record(
        event="read.sharing", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=whole, compartment=Compartment.ID,
        content={"place": place, "named": [one for each in found for one in each.others]},
    )  # fmt: skip
    return found


@entering
def sharing_conflicts(viewer: Viewer, establishment: str, *, at: datetime) -> list[SharingConflict]:
    """Who lies together in a prison and may not: by kind, then by place. Leaves an entry.

    One line for each two groups and each part of the prison, however many people are in it.
    Raises NotThere, Refused.
    """
    leave = ask_at(viewer, Act.READ, establishment, at=at)
    found = [_two(*pair) for pair in apart_and_together(establishment, at=at)]
    readable = _readable(found, viewer, at)
    there = lodgers(establishment, at=at)
    for kind in kinds():
        found += _of_kind(kind, there)
    doors.record(
        event="read.sharing", by=viewer, leave=leave, at=at, why="", happened_at=at, about=None,
        compartment=Compartment.ID,
        content={"place": establishment, "named": sorted({str(one) for one in _named(found)})},
    )  # fmt: skip
    return [one for one in found if one.kind != APART or one in readable]


@entering
def kept_apart(viewer: Viewer, person_id: UUID, *, at: datetime) -> list[Apart]:
    """Whom the person must be kept apart from, and why: for those who read incidents.

    Those in force first, then those that are over. Raises NotThere, Refused.
    """
    leave = ask_about(viewer, Act.READ, Compartment.INC, person_id, at=at)
    parts = set(parts_of(whole_file(person_id)))
    own = list(rows_of(KeepApart, person_id, known_at=at))
    of_others = KeepApart.objects.filter(
        other__in=parts, recorded_at__lte=at
    ).exclude(stood_until__lte=at)  # fmt: skip
    rows = {one.id: one for one in [*own, *of_others]}
    names = wholes_of({one.person_id for one in rows.values()} | {
        one.other_id for one in rows.values()
    })  # fmt: skip
    record(
        event="read.kept_apart", by=str(viewer.account), role=leave.role, place=leave.place,
        happened_at=at, at=at, about=whole_file(person_id), compartment=Compartment.INC,
        content={"rows": sorted(str(one) for one in rows)},
    )  # fmt: skip
    shown = [
        Apart(
            id=one.id, of=one.person_id,
            other=names[one.other_id if one.person_id in parts else one.person_id],
            since=one.since, until=one.until, reason=one.reason,
            decided_by=one.decided_by, recorded_by=one.recorded_by,
        )
        for one in rows.values()
    ]  # fmt: skip
    return sorted(shown, key=lambda one: (one.until <= at, -one.until.timestamp()))


@entering
def may_keep_apart(viewer: Viewer, person_id: UUID, act: Act, *, at: datetime) -> bool:
    """Whether the viewer may decide, read or end that two people are kept apart."""
    return may_about(viewer, act, Compartment.INC, person_id, at=at)


def _two(one: UUID, other: UUID, place: str) -> SharingConflict:
    return SharingConflict(
        kind=APART,
        rules=(),
        within=place,
        group="",
        other_group="",
        many=1,
        other_many=1,
        one=(one,),
        other=(other,),
    )


def _readable(
    found: Sequence[SharingConflict], viewer: Viewer, at: datetime
) -> list[SharingConflict]:
    """Pairs of which the viewer may read both files."""
    return [
        pair for pair in found
        if all(
            may_about(viewer, Act.READ, Compartment.ID, one, at=at)
            for one in (*pair.one, *pair.other)
        )
    ]  # fmt: skip


def _of_kind(kind: Kind, there: Iterable[Lodger]) -> list[SharingConflict]:
    inside: dict[str, tuple[list[Lodger], list[Lodger]]] = defaultdict(lambda: ([], []))
    for lodger in there:
        within = part(lodger.path, kind.level)
        for side, group in zip(inside[within], kind.groups, strict=True):
            if group in lodger.groups:
                side.append(lodger)
    found = []
    for within, sides in sorted(inside.items()):
        if all(sides):
            first = 0 if len(sides[0]) <= len(sides[1]) else 1
            one, other = sides[first], sides[1 - first]
            found.append(
                SharingConflict(
                    kind=kind.id, rules=kind.rules, within=within, group=kind.groups[first],
                    other_group=kind.groups[1 - first], many=len(one), other_many=len(other),
                    one=_people(one), other=_people(other),
                )
            )  # fmt: skip
    return found


def _people(side: Iterable[Lodger]) -> tuple[UUID, ...]:
    return tuple(one.person for one in side if one.person is not None)


def _named(found: Iterable[SharingConflict]) -> Iterable[UUID]:
    for one in found:
        yield from one.one
        yield from one.other
