"""Restrictions of contact, regime and property."""

from __future__ import annotations

from datetime import datetime

from throughcare.casework.safety.models import Restriction, RestrictionReview
from throughcare.casework.safety.terms import AuthorityRole, ReviewOutcome, ToldHow
from throughcare.demo.row import new
from throughcare.demo.safety.file import DAY, HOUR, File
from throughcare.demo.safety.words import Limit, words


def restrict(file: File, limit: Limit, since: datetime) -> None:
    """Less of something from a moment on; half-way somebody else looks at it."""
    over, half = since + limit.days * DAY, since + limit.days * DAY / 2
    told = since if not limit.found else None
    row = new(
        Restriction, kind=limit.kind, scope=limit.scope, ground=limit.ground,
        legal_ground=f"{words().law} 40", reasons=limit.reasons,
        facts=limit.facts, measures=limit.measures, authority="the director of the prison",
        authority_role=AuthorityRole.DIRECTOR, ordered_by=str(file.hands.director.number),
        since=since, end_at=over, review_at=half,
        told_at=told, told_language=file.one.language if told else "",
        told_how=ToldHow.ORAL if told else "",
        how_to_challenge=words().challenge if told else "",
        found=limit.found, said_by="the social worker" if limit.found else "",
    )  # fmt: skip
    written = min(since + 30 * HOUR, file.on) if limit.found else since
    file.pen.put(row, by=file.hands.director, at=written)
    if file.past(half) and not limit.found:
        looked = new(
            RestrictionReview, restriction=row, at=half, reviewer=words().reviewer,
            outcome=ReviewOutcome.CONTINUE, reasons=words().review_goes_on,
        )  # fmt: skip
        file.pen.put(looked, by=file.hands.officer, at=half)
