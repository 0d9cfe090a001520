"""Duties and findings as they go out: whole, or without their ground where a wall hides it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from standards.findings import Status
from throughcare.api.fields import Shown
from throughcare.duties.queries import Duty, Morning

Part = Literal["overdue", "today", "week"]


class DutyShown(Shown):
    """One finding of a rule.

    Where `masked`, its ground lies where this token may not look: all that is told is that
    something must be done, or should have been, and until when. Rule, citation, gravity, beginning,
    key, records and flags are null then, and none of them means that there is none.
    """

    person: Annotated[UUID | None, Field(description="null: it is about a place")]
    place: Annotated[str | None, Field(description="The place, of what is about one")]
    masked: bool
    rule: str | None
    cite: str | None
    says: Annotated[str | None, Field(description="The rule in plain words")]
    status: Status
    severity: str | None
    since: datetime | None
    until: datetime | None
    duty_from: Annotated[datetime | None, Field(description="Since when it was owed")]
    flags: list[str] | None
    key: str | None
    evidence: Annotated[list[str] | None, Field(description="The records that were used")]
    mine: Annotated[bool | None, Field(description="This token may write where it is cured")]


class DutiesShown(Shown):
    """What the rules say of a person, as far as this token may see it; what is open first."""

    at: datetime
    duties: list[DutyShown]


class PartCountShown(Shown):
    """How many of a part of the week there are."""

    when: Part
    open: int


class RuleCountShown(Shown):
    """How many of a rule there are. Masked ones count under no rule."""

    rule: str
    open: int


class OpenDutiesShown(Shown):
    """One page of what is open at a place; `total` and counts are of what this token may see.

    `up_to_date` false: some files changed and are judged as the list is asked for again.
    """

    at: datetime
    total: int
    by_when: list[PartCountShown]
    by_rule: list[RuleCountShown]
    up_to_date: bool
    duties: list[DutyShown]


def duty_shown(one: Duty) -> DutyShown:
    """A finding as it goes out. How grave a masked one is would tell which few rules it may be of.

    So would whether this token could cure it. Of a task its rule is told.
    """
    masked, entry = bool(one.hidden), one.entry
    return DutyShown(
        person=one.person, place=one.about if one.person is None else None, masked=masked,
        rule=one.rule, cite=entry.cite if entry else None,
        says=entry.says if entry else None, status=one.status,
        severity=one.severity or None, since=None if masked else one.since,
        until=one.until, duty_from=None if masked else one.duty,
        flags=None if masked else list(one.flags), key=None if masked else one.key or None,
        evidence=None if masked else list(one.evidence),
        mine=None if one.rule is None else one.mine,
    )  # fmt: skip


def open_shown(found: Morning, *, at: datetime) -> OpenDutiesShown:
    """The list as it goes out. How many files wait is a count of people beyond reach too."""
    parts: tuple[Part, ...] = ("overdue", "today", "week")
    return OpenDutiesShown(
        at=at, total=found.total, up_to_date=found.waiting == 0,
        by_when=[PartCountShown(when=one, open=found.by_when.get(one, 0)) for one in parts],
        by_rule=[
            RuleCountShown(rule=rule, open=number)
            for rule, number in sorted(found.by_rule.items())
            if rule
        ],
        duties=[duty_shown(one) for one in found.rows],
    )  # fmt: skip
