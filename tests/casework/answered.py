"""What the rules answer of a person, as the engine of the service judges the file."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from throughcare.duties.eyes import engine_eyes
from throughcare.duties.judging import judge


def answers(person: UUID, rule: str, *, at: datetime) -> list[str]:
    """The status of each finding of this rule at a moment, the earliest first."""
    with engine_eyes():
        (judged,) = judge([person], at=at).values()
    found = sorted((one.since, str(one.status)) for one in judged.findings if one.rule == rule)
    return [status for _since, status in found]
