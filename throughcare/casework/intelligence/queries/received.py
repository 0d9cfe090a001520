"""What whoever only appends learns: that the own reports were received, and nothing of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from throughcare.access.errors import NotThere
from throughcare.access.matrix import matrix
from throughcare.access.policy import without_post
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.intelligence.writing import enter_reading
from throughcare.casework.people.files import entering


@dataclass(frozen=True, slots=True)
class Receipt:
    """A report of one's own was received then. Not about whom, not what became of it."""

    id: UUID
    at: datetime


@entering
def received(viewer: Viewer, *, at: datetime) -> list[Receipt]:
    """The receipts of this account, the latest first, while the reports last. NotThere."""
    if not writes(viewer, at=at):
        raise NotThere
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM intelligence_received(%s, %s)", [viewer.account, at])
        found = [Receipt(*row) for row in cursor.fetchall()]
    post = next(one for one in viewer.posts if one.period.holds(at))
    enter_reading(
        "read.receipts", viewer, post.role.value, post.establishment, {"count": len(found)}, at=at
    )
    return found


def writes(viewer: Viewer, *, at: datetime) -> bool:
    """Whether a post in force lets the viewer write reports at all."""
    if without_post(viewer, at):
        return False
    return any(
        Act.APPEND in matrix().cells[post.role, Compartment.INT].level.lets
        for post in viewer.posts
        if post.period.holds(at)
    )
