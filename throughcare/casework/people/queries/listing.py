"""The files that a viewer may see, page by page, by name as it is shown to this viewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.casework.people import doors
from throughcare.casework.people.joined_files import parts_by_whole
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.models import Fact, Person
from throughcare.casework.people.queries.redacted import shown_redacted, standing_facts
from throughcare.casework.people.queries.search import within_reach

MOST: Final = 100  # rows of one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One row: what of the file fits in a line. `held_at` is None in a redacted row."""

    id: UUID
    facts: Sequence[Fact]
    held_at: str | None
    redacted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of the list, and after which file the next one begins; None at the end."""

    rows: Sequence[Listed]
    next_after: UUID | None


@doors.entering
def list_of(
    viewer: doors.Viewer, *, at: datetime, after: UUID | None = None, limit: int = 50
) -> Listing:
    """The files within reach in the order in which they were opened, from the one after `after`.

    At most MOST. One entry says who looked through which files. Raises NotThere without a post.
    """
    leave = doors.standing(viewer, at=at)
    asked = within_reach(viewer, doors.Act.READ_REDACTED, at=at).order_by("id")
    if after is not None:
        asked = asked.filter(id__gt=after)
    most = max(1, min(limit, MOST))
    persons = list(asked[: most + 1])
    rows = _rows(viewer, persons[:most], at=at)
    doors.record(
        event="read.list", by=viewer, leave=leave, at=at, why="", happened_at=at, about=None,
        compartment=IDENTITY, content={"listed": [row.id for row in rows]},
    )  # fmt: skip
    return Listing(rows=rows, next_after=persons[most - 1].id if len(persons) > most else None)


def _rows(viewer: doors.Viewer, persons: Sequence[Person], *, at: datetime) -> list[Listed]:
    whole_of = parts_by_whole([person.id for person in persons])
    facts: dict[UUID, list[Fact]] = {person.id: [] for person in persons}
    for fact in standing_facts(whole_of, at=at):
        facts[whole_of[fact.person_id]].append(fact)
    return [_row(viewer, person, facts[person.id], at=at) for person in persons]


def _row(
    viewer: doors.Viewer, person: Person, facts: Sequence[Fact], *, at: datetime
) -> Listed:  # fmt: skip
    full = doors.may(viewer, doors.Act.READ, IDENTITY, person, at=at)
    own = [fact for fact in facts if fact.compartment == IDENTITY]
    return Listed(
        id=person.id, facts=own if full else shown_redacted(own), redacted=not full,
        held_at=person.held_at if full else None,
    )  # fmt: skip
