"""Who is together where, and who may not be. Behind the wall; asks nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from uuid import UUID

from django.db import connection
from django.db.models import Q

from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.lying import (
    kept_apart_in,
    kept_apart_in_any,
    must_be_apart,
)
from throughcare.casework.custody.models import LegalStatus, Step
from throughcare.casework.custody.sharing_rules import APART, Kind, groups_of, kinds, part
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.facts import known_by, known_person
from throughcare.casework.rows.standing import rows_of
from throughcare.kernel.places import establishment_of

_YES = (True, "yes", "true")


@dataclass(frozen=True, slots=True)
class Lodger:
    """Somebody who lies somewhere, and the groups that the rules know.

    `person` is the whole file; None where the viewer may not read it.
    """

    person: UUID | None
    path: str
    groups: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Why a person may not share a place, before anything is written.

    `kind`: id of `sharing_rules.kinds`, or APART. `within`: the part of the prison in question.
    `many`: how many of the `other` group are there; `others`: those whom the viewer may read.
    `may_go_on`: a written reason is enough.
    """

    kind: str
    rules: tuple[str, ...]
    within: str
    other: str
    many: int
    others: tuple[UUID, ...]
    may_go_on: bool


class Fit(IntEnum):
    """How a person may lie in a place, beside those who lie there; the best comes first."""

    SHARES = 0
    WITH_REASON = 1
    BARRED = 2


def lodgers(node: str, *, at: datetime, but: UUID | None = None) -> list[Lodger]:
    """Everybody within a place, without `but`, with their groups. One question, however many."""
    zone = _zone(node)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM custody_lodgers(%s, %s, %s)", [node, at, but])
        rows = cursor.fetchall()
    return [
        Lodger(
            who, path,
            groups_of(known_by("", born, sex), status, age_disputed=disputed, at=at, zone=zone),
        )
        for who, path, born, sex, status, disputed in rows
    ]  # fmt: skip


def own_groups(person: UUID, path: str, *, at: datetime) -> frozenset[str]:
    """The groups that the person belongs to, by the clock of the prison."""
    status = rows_of(LegalStatus, person, known_at=at).filter(_holding("since", "until", at))
    said = rows_of(Step, person, known_at=at).filter(kind=StepKind.AGE)
    latest = said.order_by("happened_at", "id").last()
    return groups_of(
        known_person(person, known_at=at), status.values_list("value", flat=True).first(),
        age_disputed=latest is not None and _disputes(latest.value), at=at, zone=_zone(path),
    )  # fmt: skip


def _disputes(value: Mapping[str, object]) -> bool:
    return value.get("disputed") in _YES and not value.get("decided_birth_date")


def _zone(path: str) -> str:
    return zone_of(establishment_of(path)).key


def conflicts_for(person: UUID, path: str, *, at: datetime) -> list[Conflict]:
    """Why this person (whole file) may not lie there, beside those who lie there at the moment."""
    found = [_apart(person, path, at)] if kept_apart_in(person, path, at=at) else []
    own = own_groups(person, path, at=at)
    asked = _asked(own)
    widest = min((part(path, kind.level) for kind, _group in asked), key=len, default="")
    there = lodgers(widest, at=at, but=person) if widest else []
    for kind, other in asked:
        found += _conflict(kind, other, path, there)
    return found


def fits_in(person: UUID, paths: Collection[str], *, at: datetime) -> Mapping[str, Fit]:
    """How this person (whole file) may lie in each of several places of one prison.

    As `conflicts_for` says of each, with one question about all.
    """
    if not paths:
        return {}
    prison = establishment_of(next(iter(paths)))
    apart = kept_apart_in(person, prison, at=at)
    barred = kept_apart_in_any(person, list(paths), at=at) if apart else set()
    there = lodgers(prison, at=at, but=person)
    asked = [
        (kind, _parts(kind.level, other, there), _parts(kind.never_within, other, there))
        for kind, other in _asked(own_groups(person, prison, at=at))
    ]
    return {
        path: Fit.BARRED if path in barred else max(
            (_fit(kind, path, some, never) for kind, some, never in asked), default=Fit.SHARES
        )
        for path in paths
    }  # fmt: skip


def _asked(own: frozenset[str]) -> list[tuple[Kind, str]]:
    """The kinds that concern somebody of these groups, each with the other group."""
    found = [(kind, _other(kind, own)) for kind in kinds() if kind.before_placing]
    return [(kind, other) for kind, other in found if other]


def _parts(level: str | None, group: str, there: Sequence[Lodger]) -> set[str]:
    """Where, at that level, somebody of the group lies."""
    return {part(one.path, level) for one in there if group in one.groups} if level else set()


def _fit(kind: Kind, path: str, some: set[str], never: set[str]) -> Fit:
    if part(path, kind.level) not in some:
        return Fit.SHARES
    inner = kind.never_within
    return Fit.BARRED if inner and part(path, inner) in never else Fit.WITH_REASON


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
            many=len(others), may_go_on=not near,
            others=tuple(one.person for one in others if one.person is not None),
        )
    ]  # fmt: skip


def _apart(person: UUID, path: str, at: datetime) -> Conflict:
    """By a decision. Names only where the viewer may read both; never why."""
    apart = must_be_apart(person, at=at)
    near = {one.person for one in lodgers(part(path, "unit"), at=at) if _shares(one.path, path)}
    return Conflict(
        kind=APART, rules=(), within=path, other="", many=1,
        others=tuple(sorted(one for one in near if one is not None and one in apart)),
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


def _holding(begins: str, ends: str, at: datetime) -> Q:
    return (Q(**{ends: None}) | Q(**{f"{ends}__gt": at})) & Q(**{f"{begins}__lte": at})
