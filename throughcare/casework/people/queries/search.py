"""To find, count and export the persons whom a viewer may see: one reach for all three."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from throughcare.casework.people import doors
from throughcare.casework.people.joined_files import all_parts_of, parts_of, whole_file
from throughcare.casework.people.kinds import IDENTITY, Kind
from throughcare.casework.people.models import Fact, Merge, Person
from throughcare.casework.people.queries.file import File, file_of
from throughcare.casework.people.queries.redacted import shown_redacted, standing_facts
from throughcare.casework.people.values import name_in
from throughcare.kernel.errors import BadNumber
from throughcare.kernel.identifiers import read_number
from throughcare.kernel.matching import likeness, search_text

MOST: Final = 100  # hits of one search
_NEAR: Final = 400  # names that the index may hand over to be ranked
_LEAST_ALIKE: Final = 0.55
_BY_KEY = """
    SELECT fact_id FROM people_namekey WHERE key %% %s AND person_id = ANY(%s)
    ORDER BY similarity(key, %s) DESC, fact_id LIMIT %s
"""


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
    best: dict[UUID, Found] = {}
    for fact in _near(text, _reached(viewer, at=at)):
        hit = _hit(viewer, fact, text, at=at)
        if hit and (hit.id not in best or hit.likeness > best[hit.id].likeness):
            best[hit.id] = hit
    found = sorted(best.values(), key=lambda hit: (-hit.likeness, hit.id))[: min(limit, MOST)]
    doors.record(
        event="read.search", by=viewer, leave=leave, at=at, why="", happened_at=at, about=None,
        compartment=IDENTITY, content={"text": text, "found": [hit.id for hit in found]},
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


def _reached(viewer: doors.Viewer, *, at: datetime) -> list[UUID]:
    whole = within_reach(viewer, doors.Act.READ_REDACTED, at=at)
    return all_parts_of(list(whole.values_list("id", flat=True)))


def _near(text: str, reached: list[UUID]) -> list[Fact]:
    """Names with a key near the text's, and numbers equal to it."""
    key = search_text(text)
    with connection.cursor() as cursor:
        cursor.execute(_BY_KEY, [key, reached, key, _NEAR])
        near = [fact_id for (fact_id,) in cursor.fetchall()]
    asked = Q(id__in=near)
    number = _number(text)
    if number is not None:
        asked |= Q(kind=Kind.IDENTIFIER, value__read=number)
    return list(Fact.objects.filter(asked, person__in=reached))


def _number(text: str) -> str | None:
    try:
        return read_number(text)
    except BadNumber:  # a name is no number
        return None


def _hit(viewer: doors.Viewer, fact: Fact, text: str, *, at: datetime) -> Found | None:
    person = Person.objects.get(id=whole_file(fact.person_id))
    full = doors.may(viewer, doors.Act.READ, IDENTITY, person, at=at)
    if not full and not doors.may(viewer, doors.Act.READ_REDACTED, IDENTITY, person, at=at):
        return None
    standing = standing_facts(parts_of(person.id), at=at)
    shown = standing if full else shown_redacted(standing)
    alike = _likeness(fact, text)
    if alike < _LEAST_ALIKE or fact.id not in {one.id for one in shown}:
        return None
    return Found(id=person.id, matched=fact, likeness=alike, redacted=not full)


def _likeness(fact: Fact, text: str) -> float:
    if fact.kind == Kind.IDENTIFIER:
        return 1.0
    return max(likeness(text, spelled) for spelled in name_in(fact.value).spelled())
