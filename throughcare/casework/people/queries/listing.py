"""The files that a viewer may see, page by page, by name as it is shown to this viewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from throughcare.casework.people import doors
from throughcare.casework.people.joined_files import parts_by_whole, whole_file
from throughcare.casework.people.kinds import IDENTITY, Kind
from throughcare.casework.people.models import Alert, Fact, Merge, Person
from throughcare.casework.people.queries.alerts import active_alerts, active_at
from throughcare.casework.people.queries.redacted import shown_redacted, standing_facts
from throughcare.casework.people.queries.search import within_reach

MOST: Final = 100  # rows of one page
IN_A_LINE: Final = (Kind.NAME, Kind.IDENTIFIER, Kind.SEX, Kind.BIRTH_DATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One row: what of the file fits in a line, facts of IN_A_LINE among it.

    A redacted row tells no place and no alerts.
    """

    id: UUID
    facts: Sequence[Fact]
    held_at: str | None
    alerts: Sequence[Alert]
    redacted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of the list, and after which file the next one begins; None at the end."""

    rows: Sequence[Listed]
    next_after: UUID | None


@doors.entering
def list_of(
    viewer: doors.Viewer, *, at: datetime, after: UUID | None = None, limit: int = 50,
    held_at: str | None = None, alerted: bool = False,
) -> Listing:  # fmt: skip
    """The files within reach in the order in which they were opened, from the one after `after`.

    At most MOST. `held_at` keeps those of one establishment, `alerted` those with an active alert;
    both look only at files that the viewer reads whole. One entry says who looked through which
    files. Raises NotThere without a post.
    """
    leave = doors.standing(viewer, at=at)
    asked = _asked(viewer, held_at, alerted, at=at).order_by("id")
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


@doors.entering
def listed(viewer: doors.Viewer, ids: Sequence[UUID], *, at: datetime) -> list[Listed]:
    """The lines of these whole files, as far as they are within reach, in the order of `ids`.

    For a search that has left its entry already, with the same ids.
    """
    within = within_reach(viewer, doors.Act.READ_REDACTED, at=at).filter(id__in=list(ids))
    persons = {person.id: person for person in within}
    return _rows(viewer, [persons[one] for one in ids if one in persons], at=at)


def _asked(
    viewer: doors.Viewer, held_at: str | None, alerted: bool, *, at: datetime
) -> QuerySet[Person]:
    act = doors.Act.READ if held_at or alerted else doors.Act.READ_REDACTED
    asked = within_reach(viewer, act, at=at)
    if held_at:
        asked = asked.filter(held_at=held_at)
    if alerted:
        warned = Alert.objects.filter(active_at(at)).values_list("person", flat=True)
        merged = Merge.objects.filter(undone_at=None, merged__in=warned)
        wholes = {whole_file(one) for one in merged.values_list("merged", flat=True)}
        asked = asked.filter(Q(id__in=warned) | Q(id__in=wholes))
    return asked


def _rows(viewer: doors.Viewer, persons: Sequence[Person], *, at: datetime) -> list[Listed]:
    whole_of = parts_by_whole([person.id for person in persons])
    facts: dict[UUID, list[Fact]] = {person.id: [] for person in persons}
    alerts: dict[UUID, list[Alert]] = {person.id: [] for person in persons}
    for fact in standing_facts(whole_of, at=at, kinds=IN_A_LINE):
        facts[whole_of[fact.person_id]].append(fact)
    for alert in active_alerts(whole_of, at=at):
        alerts[whole_of[alert.person_id]].append(alert)
    return [_row(viewer, person, facts[person.id], alerts[person.id], at=at) for person in persons]


def _row(
    viewer: doors.Viewer, person: Person, facts: Sequence[Fact], alerts: Sequence[Alert], *,
    at: datetime,
) -> Listed:  # fmt: skip
    full = doors.may(viewer, doors.Act.READ, IDENTITY, person, at=at)
    return Listed(
        id=person.id, facts=facts if full else shown_redacted(facts), redacted=not full,
        held_at=person.held_at if full else None, alerts=alerts if full else (),
    )  # fmt: skip
