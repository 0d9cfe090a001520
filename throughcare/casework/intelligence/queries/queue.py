"""The obligation to consider: which items wait for an answer, and before what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.errors import NotThere
from throughcare.access.gate import standing
from throughcare.access.question import Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.release_days import release_days
from throughcare.casework.intelligence.models import Answer, LeftOpen, Report
from throughcare.casework.intelligence.named import names_officer
from throughcare.casework.intelligence.policy import before_release
from throughcare.casework.intelligence.writing import enter_reading
from throughcare.casework.people.files import entering, whole_by_part

INT = Compartment.INT


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Before what an answer is due. `board_at`, `release_on`: as far as they are known."""

    board_at: datetime | None = None
    called_at: datetime | None = None
    release_on: datetime | None = None
    left_at: datetime | None = None

    @property
    def first(self) -> datetime | None:
        """What comes first; who left with open items comes before everything."""
        known = [one for one in (self.left_at, self.board_at, self.release_on) if one is not None]
        return min(known, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A person about whom items wait: how many, and before what."""

    person_id: UUID
    items: Sequence[UUID]
    occasion: Occasion


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """`left`: who was released with open items; `soon`: with an occasion; `rest`: none is known.

    A meeting of a team may be held about anybody of `rest`. `mine`: the viewer answers here.
    """  # fmt: skip

    left: Sequence[Waiting]
    soon: Sequence[Waiting]
    rest: Sequence[Waiting]
    mine: bool


@entering
def queue_of(viewer: Viewer, *, at: datetime) -> Queue:
    """What waits for an answer within the viewer's reach. For the office. Raises NotThere."""
    leave = standing(viewer, at=at)
    if not opens_office(viewer, at=at):
        raise NotThere
    live = _by_whole(at)
    boards = _boards(at)
    releases = _releases(viewer, at)
    left = _left(at)
    found = [
        Waiting(person_id=who, items=items, occasion=_occasion(who, boards, releases))
        for who, items in _waiting(live, boards, at).items()
    ]
    soon = [one for one in found if one.occasion.first is not None]
    soon.sort(key=lambda one: (one.occasion.first or at, one.person_id))
    rest = sorted((one for one in found if one.occasion.first is None), key=_by_person)
    enter_reading(
        "read.queue", viewer, leave.role, leave.place,
        {"persons": sorted(str(one.person_id) for one in (*left, *found))}, at=at,
    )  # fmt: skip
    mine = any(names_officer(post.establishment, viewer, at=at) for post in viewer.posts)
    return Queue(left=left, soon=soon, rest=rest, mine=mine)


def opens_office(viewer: Viewer, *, at: datetime) -> bool:
    """Whether the viewer reads INT in full anywhere."""
    reach = scope_of(viewer, INT, Act.READ, at=at)
    return reach.everything or bool(reach.establishments) or bool(reach.persons)


def _by_person(one: Waiting) -> str:
    return str(one.person_id)


def _by_whole(at: datetime) -> dict[UUID, list[UUID]]:
    """The live items of each whole file that the wall lets through."""
    rows = Report.objects.filter(stood_until=None, state="live", expires_at__gt=at)
    pairs = list(rows.filter(recorded_at__lte=at).values_list("person", "first").order_by("first"))
    wholes = whole_by_part({person for person, _item in pairs})
    found = defaultdict[UUID, list[UUID]](list)
    for person, item in pairs:
        found[wholes.get(person, person)].append(item)
    return found


def _boards(at: datetime) -> dict[UUID, tuple[datetime, datetime]]:
    """When the board that is called about a person was called, and when it meets."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT person, called_at, meets_at FROM intelligence_boards(%s)", [at])
        return {person: (called, meets) for person, called, meets in cursor.fetchall()}


def _releases(viewer: Viewer, at: datetime) -> dict[UUID, datetime]:
    until = (at + before_release()).date()
    days = release_days(viewer, None, at=at, until=until)
    return {
        day.person: datetime(day.final.year, day.final.month, day.final.day, tzinfo=at.tzinfo)
        for day in days
        if day.final is not None
    }


def _waiting(
    live: Mapping[UUID, Sequence[UUID]], boards: Mapping[UUID, tuple[datetime, datetime]],
    at: datetime,
) -> dict[UUID, list[UUID]]:  # fmt: skip
    """The items without an answer that holds; one before the board was called does not."""
    items = [item for many in live.values() for item in many]
    answered = defaultdict[UUID, list[datetime]](list)
    rows = Answer.objects.filter(item__in=items, stood_until=None, good_until__gt=at)
    for item, when in rows.values_list("item", "recorded_at"):
        answered[item].append(when)
    found: dict[UUID, list[UUID]] = {}
    for who, many in live.items():
        since = boards[who][0] if who in boards else None
        open_ = [
            one for one in many
            if not any(since is None or when >= since for when in answered[one])
        ]  # fmt: skip
        if open_:
            found[who] = open_
    return found


def _occasion(
    who: UUID, boards: Mapping[UUID, tuple[datetime, datetime]], releases: Mapping[UUID, datetime]
) -> Occasion:
    found = Occasion(release_on=releases.get(who))
    if who in boards:
        found = replace(found, called_at=boards[who][0], board_at=boards[who][1])
    return found


def _left(at: datetime) -> list[Waiting]:
    """Who was released with open items that nobody has answered since."""
    rows = list(LeftOpen.objects.filter(left_at__lte=at).order_by("left_at", "id"))
    answers = defaultdict[UUID, list[datetime]](list)
    after = Answer.objects.filter(item__in=[row.item for row in rows])
    for item, when in after.values_list("item", "recorded_at"):
        answers[item].append(when)
    open_ = [row for row in rows if not any(when >= row.left_at for when in answers[row.item])]
    by_who = defaultdict[tuple[UUID, datetime], list[UUID]](list)
    for row in open_:
        by_who[row.person_id, row.left_at].append(row.item)
    return [
        Waiting(person_id=who, items=items, occasion=Occasion(left_at=left_at))
        for (who, left_at), items in by_who.items()
    ]
