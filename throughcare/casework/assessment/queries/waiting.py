"""What waits for the case staff: referrals to screen, and what needs a second person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from throughcare.access import gate
from throughcare.access.errors import NotThere
from throughcare.access.matrix import matrix
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.assessment.desk import screening_within
from throughcare.casework.assessment.holding import PLN
from throughcare.casework.assessment.models import (
    Appeal,
    AssessmentContest,
    Board,
    Classification,
    Referral,
    Screening,
    Sharing,
    Staged,
    Status,
    StatusContest,
)
from throughcare.casework.people.files import entering, whole_by_part, whose
from throughcare.casework.rows.record import known
from throughcare.register.actions import record


class Wait(StrEnum):
    """What waits."""

    REFERRAL = "referral"
    SCREENING = "screening"
    STATUS = "status"
    CONTEST = "contest"
    BOARD = "board"
    MINUTES = "minutes"
    APPEAL = "appeal"
    SHARING = "sharing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits for a person. `due`: by when, where a day is set; None where none is."""

    person_id: UUID
    what: Wait
    since: datetime
    due: datetime | None
    urgent: bool


_TABLES: tuple[tuple[Wait, type[Staged], str], ...] = (
    (Wait.REFERRAL, Referral, "waiting"), (Wait.SCREENING, Screening, "proposed"),
    (Wait.STATUS, Status, "proposed"), (Wait.CONTEST, StatusContest, "waiting"),
    (Wait.CONTEST, AssessmentContest, "waiting"), (Wait.BOARD, Board, "convened"),
    (Wait.MINUTES, Classification, "minuted"), (Wait.APPEAL, Appeal, "waiting"),
    (Wait.SHARING, Sharing, "proposed"),
)  # fmt: skip


def has_desk(viewer: Viewer, *, at: datetime) -> bool:
    """Whether any post of the viewer is of the case staff. Asked of the policy alone."""
    return any(
        Act.WRITE in matrix().cells[post.role, PLN].level.lets and post.role not in OWN_RIGHT
        for post in viewer.posts if post.period.holds(at)
    )  # fmt: skip


@entering
def waiting_for(viewer: Viewer, *, at: datetime) -> Sequence[Waiting]:
    """What waits in the files where the viewer is of the case staff, the urgent first.

    Leaves an entry. Raises NotThere for everybody else.
    """
    leave = gate.standing(viewer, at=at)
    if not has_desk(viewer, at=at):
        raise NotThere
    mine = whose("person", viewer, PLN, Act.WRITE, at=at)
    found = []
    for what, table, state in _TABLES:
        rows = table._default_manager.filter(known(at), mine, state=state)
        found += [_waiting(what, row) for row in rows.order_by("recorded_at", "id")]
    wholes = whole_by_part({one.person_id for one in found})
    record(
        event="read.waiting_judgements", by=str(viewer.account), role=leave.role,
        place=leave.place, at=at, happened_at=at, compartment=PLN,
        content={"named": sorted({str(wholes[one.person_id]) for one in found})},
    )  # fmt: skip
    return sorted(found, key=lambda one: (not one.urgent, one.due or at, one.since))


def _waiting(what: Wait, row: Staged) -> Waiting:
    due = row.recorded_at + screening_within() if what is Wait.REFERRAL else None
    if isinstance(row, Board):
        due = row.meets_at
    return Waiting(
        person_id=row.person_id, what=what, since=row.recorded_at, due=due,
        urgent=bool(getattr(row, "urgent", False)),
    )  # fmt: skip
