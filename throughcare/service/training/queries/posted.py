"""Who of a prison's staff is posted where, and had supervision when; and one's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db import models, transaction

from throughcare.access.errors import NotThere
from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.service.training.models import Posting, Supervision
from throughcare.service.training.queries.gate import enter, is_staff, reading_at
from throughcare.service.training.queries.humans import Human, human_of, humans_at
from throughcare.service.training.standing import known
from throughcare.service.training.units import Meeting, UnitKind
from throughcare.service.training.validity import day_of

R = TypeVar("R", Posting, Supervision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A posting that was not struck out. `until`: the first day without it (UTC); None: open.

    `may_end`: no end but the one of the beginning is written, and it has not come.
    """

    id: UUID
    establishment: str
    unit_kind: UnitKind
    since: date
    until: date | None
    runs: bool
    may_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A supervision or debriefing that was not struck out."""

    id: UUID
    establishment: str
    meeting: Meeting
    held_on: date
    led_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted(Human):
    """A member of staff with the postings at this prison, and all meetings, the latest first."""

    posts: tuple[Post, ...]
    meetings: tuple[Met, ...]


@transaction.atomic
def postings_at(viewer: Viewer, establishment: str, *, at: datetime) -> list[Posted]:
    """Everybody with a post there, and whoever is still posted there without one, by name.

    For its director and an inspector. Leaves an entry. Raises Refused for who is neither anywhere,
    NotThere for another prison and for none.
    """
    post = reading_at(viewer, establishment, at=at)
    found = _posted(viewer, establishment, at)
    listed = [str(one.id) for human in found for one in human.posts]
    listed += [str(one.id) for human in found for one in human.meetings]
    enter(viewer, post, "read.postings", establishment, listed, at)
    return found


def own_postings(viewer: Viewer, *, at: datetime) -> tuple[tuple[Post, ...], tuple[Met, ...]]:
    """Where the viewer is posted, and the meetings. Raises NotThere for no staff."""
    holder = holder_of(viewer.account)
    if not is_staff(viewer, at=at) or holder is None:
        raise NotThere
    rows = _standing(Posting, at).filter(account__holder=holder)
    return _posts(rows, at), _meetings(_standing(Supervision, at).filter(account__holder=holder))


def _posted(viewer: Viewer, establishment: str, at: datetime) -> list[Posted]:
    humans = dict(humans_at(viewer, establishment, at=at))
    rows: dict[UUID, list[Posting]] = {}
    for row in _standing(Posting, at).filter(establishment=establishment):
        rows.setdefault(row.account.holder, []).append(row)
        if row.account.holder not in humans and _runs(row, at):
            mine = row.account.holder == holder_of(viewer.account)
            humans[row.account.holder] = human_of(row.account, is_me=mine)
    met: dict[UUID, list[Supervision]] = {}
    for meeting in _standing(Supervision, at).filter(account__holder__in=humans):
        met.setdefault(meeting.account.holder, []).append(meeting)
    return [
        Posted(
            first=one.first, accounts=one.accounts, names=one.names, roles=one.roles,
            is_me=one.is_me,
            posts=_posts(rows.get(holder, ()), at), meetings=_meetings(met.get(holder, ())),
        )
        for holder, one in humans.items()
    ]  # fmt: skip


def _standing(model: type[R], at: datetime) -> models.QuerySet[R]:
    """What is written down by then, and not struck out by then."""
    left = models.Q(struck_at=None) | models.Q(struck_at__gt=at)
    return model._default_manager.filter(known(at), left).select_related("account")


def _posts(rows: Iterable[Posting], at: datetime) -> tuple[Post, ...]:
    found = [
        Post(
            id=row.id, establishment=row.establishment, unit_kind=UnitKind(row.unit_kind),
            since=row.since, until=row.ended_on or row.until, runs=_runs(row, at),
            may_end=row.ended_at is None and (row.until is None or day_of(at) < row.until),
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.since, str(one.id)), reverse=True))


def _runs(row: Posting, at: datetime) -> bool:
    until, today = row.ended_on or row.until, day_of(at)
    return row.since <= today and (until is None or today < until)


def _meetings(rows: Iterable[Supervision]) -> tuple[Met, ...]:
    found = [
        Met(
            id=row.id, establishment=row.establishment, meeting=Meeting(row.meeting),
            held_on=row.held_on, led_by=row.led_by,
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.held_on, str(one.id)), reverse=True))
