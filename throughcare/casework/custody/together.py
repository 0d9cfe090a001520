"""Who is together where, and who may not be. Behind the wall; asks nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from throughcare.casework.custody.lying import kept_apart_in, must_be_apart
from throughcare.casework.custody.models import LegalStatus, Placement, Step, known
from throughcare.casework.custody.sharing_rules import APART, Kind, groups_of, kinds, part
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.facts import known_people
from throughcare.casework.people.joined_files import parts_by_whole, wholes_of
from throughcare.kernel.models import Place
from throughcare.kernel.places import establishment_of

_YES = (True, "yes", "true")


@dataclass(frozen=True, slots=True)
class Lodger:
    """Somebody who lies somewhere, by the whole file, and the groups that the rules know."""

    person: UUID
    path: str
    groups: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Why a person may not share a place, before anything is written.

    `kind`: id of `sharing_rules.kinds`, or APART. `within`: the part of the prison in question.
    `others`: those of the `other` group there, as far as the viewer may see them. `may_go_on`: a
    written reason is enough.
    """

    kind: str
    rules: tuple[str, ...]
    within: str
    other: str
    others: tuple[UUID, ...]
    may_go_on: bool


def placements_in(node: str, *, at: datetime) -> list[tuple[UUID, str]]:
    """Whole file and path of everybody within a place whose file the viewer reaches."""
    rows = list(
        Placement.objects.filter(known(at), _holding("since", "until", at), _within(node))
        .order_by("place__path", "since", "id")
        .values_list("person_id", "place__path")
    )
    whole_of = wholes_of({person for person, _path in rows})
    return [(whole_of[person], path) for person, path in rows]


def lodgers(node: str, *, at: datetime) -> list[Lodger]:
    """Everybody within a place, with the groups they belong to. Five queries, however many."""
    lying = placements_in(node, at=at)
    groups = groups_by_person({person for person, _path in lying}, node, at=at)
    return [Lodger(person, path, groups[person]) for person, path in lying]


def groups_by_person(
    wholes: Iterable[UUID], node: str, *, at: datetime
) -> Mapping[UUID, frozenset[str]]:
    """The groups of each of these whole files, by the clock of the prison."""
    people = list(wholes)
    whole_of = parts_by_whole(people)
    facts = known_people(people, known_at=at)
    status = _statuses(whole_of, at)
    disputed = _disputed(whole_of, at)
    place = Place.objects.filter(path=establishment_of(node)).first()
    zone = place.zone() if place else "UTC"
    return {
        one: groups_of(
            facts[one], status.get(one), age_disputed=one in disputed, at=at, zone=zone
        )
        for one in people
    }  # fmt: skip


def conflicts_for(person: UUID, path: str, *, at: datetime) -> list[Conflict]:
    """Why this person (whole file) may not lie there, beside those who lie there at the moment."""
    found = [_apart(person, path, at)] if kept_apart_in(person, path, at=at) else []
    own = groups_by_person([person], path, at=at)[person]
    asked = [(kind, _other(kind, own)) for kind in kinds() if kind.before_placing]
    nodes = {part(path, kind.level) for kind, other in asked if other}
    widest = min(nodes, key=len, default="")
    there = [one for one in lodgers(widest, at=at) if one.person != person] if widest else []
    for kind, other in asked:
        if other:
            found += _conflict(kind, other, path, there)
    return found


def _conflict(kind: Kind, other: str, path: str, there: Sequence[Lodger]) -> list[Conflict]:
    within = part(path, kind.level)
    others = [one for one in there if other in one.groups and part(one.path, kind.level) == within]
    if not others:
        return []
    inner = kind.never_within
    near = inner and any(part(one.path, inner) == part(path, inner) for one in others)
    return [
        Conflict(
            kind=kind.id, rules=kind.rules, within=within, other=other,
            others=tuple(one.person for one in others), may_go_on=not near,
        )
    ]  # fmt: skip


def _apart(person: UUID, path: str, at: datetime) -> Conflict:
    """By a decision. Names only where the viewer may read both; never why."""
    apart = must_be_apart(person, at=at)
    near = {one for one, place in placements_in(part(path, "unit"), at=at) if _shares(place, path)}
    return Conflict(
        kind=APART, rules=(), within=path, other="", others=tuple(sorted(apart & near)),
        may_go_on=False,
    )  # fmt: skip


def _shares(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _other(kind: Kind, own: frozenset[str]) -> str:
    """The group that somebody of these groups may not be with; empty for none."""
    one, other = kind.groups
    if one in own:
        return other
    return one if other in own else ""


def _statuses(whole_of: Mapping[UUID, UUID], at: datetime) -> dict[UUID, str]:
    rows = LegalStatus.objects.filter(
        known(at), _holding("since", "until", at), person__in=list(whole_of)
    ).values_list("person_id", "value")  # fmt: skip
    return {whole_of[person]: value for person, value in rows}


def _disputed(whole_of: Mapping[UUID, UUID], at: datetime) -> set[UUID]:
    """Whose age was disputed last, and is not decided."""
    rows = Step.objects.filter(known(at), kind=StepKind.AGE, person__in=list(whole_of))
    latest: dict[UUID, bool] = {}
    for person, value in rows.order_by("happened_at", "id").values_list("person_id", "value"):
        decided = bool(value.get("decided_birth_date"))
        latest[whole_of[person]] = value.get("disputed") in _YES and not decided
    return {person for person, disputed in latest.items() if disputed}


def _holding(begins: str, ends: str, at: datetime) -> Q:
    return (Q(**{ends: None}) | Q(**{f"{ends}__gt": at})) & Q(**{f"{begins}__lte": at})


def _within(node: str) -> Q:
    return Q(place__path=node) | Q(place__path__startswith=f"{node}/")
