"""To find, count and export the persons whom a viewer may see: one reach for all three."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from throughcare.casework.people import doors
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.models import Fact, Merge, Person
from throughcare.casework.people.queries.file import File, file_of
from throughcare.casework.people.queries.near import Near, near

MOST: Final = 100  # hits of one search


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One hit: the whole file, the name or number that matched, and how like it is (0 to 1)."""

    id: UUID
    matched: Fact
    likeness: float
    redacted: bool


@doors.entering
def find(viewer: doors.Viewer, text: str, *, at: datetime, limit: int = 20) -> list[Found]:
    """The files whose name or number is like the text, the most alike first.

    Only what this viewer may read of a file is looked through: no hit tells of a hidden name or
    number. One entry says who searched, and what was found. Raises NotThere without a post.
    """
    leave = doors.standing(viewer, at=at)
    nearest = near(viewer, text, at=at)[: max(0, min(limit, MOST))]
    found = _found(nearest)
    doors.record(
        event="read.search", by=viewer, leave=leave, at=at, why="", happened_at=at, about=None,
        compartment=IDENTITY,
        content={"text": _that_can_be_kept(text), "found": [hit.id for hit in found]},
    )  # fmt: skip
    return found


@doors.entering
def count(viewer: doors.Viewer, *, at: datetime) -> int:
    """How many files the viewer may read, if only redacted."""
    return within_reach(viewer, doors.Act.READ_REDACTED, at=at).count()


@doors.entering
def export(viewer: doors.Viewer, *, at: datetime, why: str) -> list[File]:
    """Every file within reach, each as `file_of` shows it and with an entry of its own."""
    persons = within_reach(viewer, doors.Act.READ_REDACTED, at=at).order_by("id")
    ids = list(persons.values_list("id", flat=True))
    return [file_of(viewer, person_id, at=at, why=why) for person_id in ids]


def within_reach(viewer: doors.Viewer, act: doors.Act, *, at: datetime) -> QuerySet[Person]:
    """The whole files that the viewer reaches with this act."""
    reach = doors.reach(viewer, act, at=at)
    held = Q() if reach.everything else Q(pk__in=[])
    for establishment in reach.establishments:
        held |= Q(held_at=establishment)
    merged = Merge.objects.filter(undone_at=None).values("merged")
    reached = (held & ~Q(id__in=reach.barred)) | Q(id__in=reach.persons)
    return Person.objects.filter(reached).exclude(id__in=merged)


def _that_can_be_kept(text: str) -> str:
    """What was typed, without signs that no database keeps."""
    return text.replace("\0", "").encode(errors="replace").decode()


def _found(nearest: list[Near]) -> list[Found]:
    facts = Fact.objects.in_bulk([one.fact for one in nearest])
    return [
        Found(
            id=one.whole, matched=facts[one.fact], likeness=one.likeness, redacted=not one.in_full
        )
        for one in nearest
    ]
