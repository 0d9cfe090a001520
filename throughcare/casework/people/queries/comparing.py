"""Everybody whom the viewer may change, in a form that is quick to compare a whole list with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from throughcare.casework.people import doors
from throughcare.casework.people.joined_files import parts_by_whole
from throughcare.casework.people.kinds import IDENTITY, Kind
from throughcare.casework.people.queries.redacted import standing_facts
from throughcare.casework.people.queries.search import within_reach
from throughcare.casework.people.values import name_in

_KINDS = frozenset({Kind.NAME, Kind.BIRTH_DATE, Kind.IDENTIFIER})


@dataclass(slots=True)
class Comparable:
    """One file: whole names in every spelling, birth dates, and numbers as (system, read)."""

    id: UUID
    names: list[tuple[str, ...]] = field(default_factory=list)
    birth_dates: list[str] = field(default_factory=list)
    numbers: list[tuple[str, str]] = field(default_factory=list)


@doors.entering
def comparable(viewer: doors.Viewer, *, at: datetime, why: str) -> list[Comparable]:
    """The whole files that the viewer may change, to look for duplicates in a list.

    One entry says so, with how many they were. Raises NotThere without a post.
    """
    leave = doors.standing(viewer, at=at)
    ids = list(
        within_reach(viewer, doors.Act.WRITE, at=at).order_by("id").values_list("id", flat=True)
    )
    doors.record(
        event="read.comparison", by=viewer, leave=leave, at=at, why=why, happened_at=at,
        about=None, compartment=IDENTITY, content={"files": len(ids)},
    )  # fmt: skip
    whole_of = parts_by_whole(ids)
    found = {one: Comparable(one) for one in ids}
    for fact in standing_facts(whole_of, at=at):
        if fact.kind in _KINDS:
            _add(found[whole_of[fact.person_id]], fact.kind, fact.value)
    return list(found.values())


def _add(one: Comparable, kind: str, value: dict[str, object]) -> None:
    if kind == Kind.NAME:
        one.names.append(name_in(value).wholes())
    elif kind == Kind.BIRTH_DATE:
        one.birth_dates.append(str(value["date"]))
    else:
        one.numbers.append((str(value["system"]), str(value["read"])))
