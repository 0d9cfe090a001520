"""Which findings ask somebody for an answer, and what was answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from standards.findings import Status
from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering, whole_by_part
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import Review
from throughcare.duties.queries.duty import Duty

__all__ = ["ASKING", "Review", "Reviews", "asks_review", "finding_of", "reviews_of"]

ASKING: Final = frozenset({"critical", "high"})

Finding = tuple[UUID | None, str, str, datetime | None]
Reviews = Mapping[Finding, list[Review]]


def asks_review(one: Duty) -> bool:
    """Whether a finding asks a person for the reason and what was done."""
    return one.status == Status.BREACHED and one.severity in ASKING and not one.hidden


def finding_of(one: Duty | Review) -> Finding:
    """What names a finding also after the file was judged again."""
    whose = one.person if isinstance(one, Duty) else one.person_id
    return (whose, one.rule or "", one.key, one.duty)


@entering
def reviews_of(viewer: Viewer, found: Collection[Duty], *, at: datetime) -> Reviews:
    """The answers to these findings, which the viewer was shown; the latest first.

    To a finding whose ground is hidden nothing is told.
    """
    asked = {finding_of(one) for one in found if one.person is not None and not one.hidden}
    whose = {finding[0] for finding in asked if finding[0] is not None}
    told: dict[Finding, list[Review]] = defaultdict(list)
    if not whose:
        return told
    with engine_eyes():
        whole = whole_by_part(whose)
        for row in _rows(whole, {finding[1] for finding in asked}):
            finding = (whole[row.person_id], *finding_of(row)[1:])
            if finding in asked:
                told[finding].append(row)
    return told


def _rows(parts: Iterable[UUID], rules: Iterable[str]) -> list[Review]:
    found = Review.objects.filter(person__in=list(parts), rule__in=list(rules))
    return list(found.order_by("-at", "-id"))
