"""What is broken or due about the staff of a prison, and about oneself as a member of staff.

Posts decide who reads it, as they decide who reads certificates (ADR 0037, 0041): no compartment of
a file is asked, and no door of files leads here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from standards.findings import Status
from throughcare.access.question import Viewer
from throughcare.duties.actions import judge_waiting_staff
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import KeptFinding
from throughcare.duties.staff import staff_of
from throughcare.service.training.queries import (
    enter,
    first_account_of,
    own_postings,
    reading_at,
)

_OPEN = Q(status=Status.DUE) | Q(status=Status.BREACHED, until=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffDuty:
    """An open finding about a member of staff: by the first account of the human being.

    `is_late`: it is broken now, from `since` on; else it is due until `until`. `unit`: the kind of
    the unit, where the rule asks for each apart.
    """

    account: int
    rule: str
    is_late: bool
    since: datetime
    until: datetime | None
    unit: str


@transaction.atomic
def of_staff_at(viewer: Viewer, establishment: str, *, at: datetime) -> list[StaffDuty]:
    """What is open about the staff of a prison, the late first. For its director and an inspector.

    Leaves an entry. Raises Refused for who is neither anywhere, NotThere for another prison.
    """
    post = reading_at(viewer, establishment, at=at)
    found = _open([establishment], at)
    listed = sorted({str(one.account) for one in found})
    enter(viewer, post, "read.duties_of_staff", establishment, listed, at)
    return found


@transaction.atomic
def of_oneself(viewer: Viewer, *, at: datetime) -> list[StaffDuty]:
    """What is open about the viewer, in whatever account. Raises NotThere for no staff."""
    posts, _meetings = own_postings(viewer, at=at)
    houses = sorted({one.establishment for one in posts})
    me = first_account_of(viewer.account)
    return [one for one in _open(houses, at) if one.account == me]


def _open(houses: Sequence[str], at: datetime) -> list[StaffDuty]:
    judge_waiting_staff(at=at, houses=houses)
    with engine_eyes():
        rows = KeptFinding.objects.filter(_OPEN, house__in=[staff_of(house) for house in houses])
        found = [
            StaffDuty(
                account=int(row.about), rule=row.rule, is_late=row.status == Status.BREACHED,
                since=row.since, until=row.until, unit=row.key,
            )
            for row in rows
        ]  # fmt: skip
    return sorted(found, key=lambda one: (not one.is_late, one.until or one.since, one.rule))
