"""The register of separation of a person as it goes out, and the count of days in a row."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from throughcare.api.fields import Shown
from throughcare.api.schemas.of_rows import Found, RecordShown, Told
from throughcare.casework.safety.queries import Advised, Counter, Register, Spell


class SeparationOrderShown(RecordShown):
    """An order that stands. Without `told_at` nobody has told the person yet."""

    ground: str
    authority: str
    authority_role: str
    legal_ground: str
    reasons: str
    alternatives_tried: str
    only_sentence_or_offence: bool
    made_at: datetime
    valid_from: datetime
    end_at: datetime | None
    review_at: datetime | None
    told_at: datetime | None
    told_language: Told
    told_how: Told
    how_to_challenge: Told
    lawful_exception: Told
    ordered_by: Annotated[str, Field(description="The account that gave it")]
    found: Found


class SeparationReviewShown(RecordShown):
    """A review, and what it came to."""

    at: datetime
    reviewer: str
    reviewer_role: str
    independent: bool
    outcome: str
    reasons: str
    next_review_at: datetime | None


class ReliefShown(RecordShown):
    """What is done so that a separation harms less."""

    at: datetime
    measures: str


class SpellShown(RecordShown):
    """A separation in [since, until) with all that rests on it. `spell` names it."""

    spell: UUID
    kind: str
    place: str | None
    since: datetime
    until: datetime | None
    ended_why: Told
    found: Found
    orders: list[SeparationOrderShown]
    reviews: list[SeparationReviewShown]
    plans: list[ReliefShown]


class SpellTimesShown(Shown):
    """When somebody was separated, and how, without why."""

    spell: UUID
    kind: str
    since: datetime
    until: datetime | None


class AnswerShown(RecordShown):
    """The director's answer."""

    at: datetime
    decision: str
    reasons: str


class AdviceShown(RecordShown):
    """Advice of health staff to the director, without a diagnosis; null while unanswered."""

    at: datetime
    advice: str
    measures: Told
    said_by: str
    answer: AnswerShown | None


class DayConflictShown(RecordShown):
    """An entry for hours of which another officer had written. A person settles it."""

    entry: str
    since: datetime
    until: datetime
    kind: Told
    written_by: str


class SeparationsShown(Shown):
    """The register of a person. In a redacted reading only `times` is told."""

    redacted: bool
    times: list[SpellTimesShown]
    spells: list[SpellShown]
    advice: list[AdviceShown]
    conflicts: list[DayConflictShown]


class CounterShown(Shown):
    """Days in a row, over cells, orders, grounds, prisons and short gaps.

    `runs` false: a gap, and until `joins_until` a new separation goes on counting.
    """

    person: UUID
    separation: UUID
    kind: str
    since: datetime
    runs: bool
    joins_until: datetime | None
    full_days: int
    limit_days: int
    limit_at: datetime
    beyond_limit: bool
    order_ends: datetime | None
    without_order: Annotated[bool, Field(description="No order holds it now")]
    next_review_at: datetime | None


class DayCountShown(Shown):
    """The count of one person; null for who is not separated."""

    count: CounterShown | None


class SeparatedShown(Shown):
    """Everybody who is separated in a prison, the longest first."""

    at: datetime
    separated: list[CounterShown]


def register_shown(found: Register) -> SeparationsShown:
    """The register as it goes out."""
    return SeparationsShown(
        redacted=not found.whole,
        times=[
            SpellTimesShown(spell=one.id, kind=one.kind, since=one.since, until=one.until)
            for one in found.times
        ],
        spells=[_spell(one) for one in found.spells],
        advice=[_advice(one) for one in found.advice],
        conflicts=[DayConflictShown.of(one) for one in found.conflicts],
    )  # fmt: skip


def counter_shown(one: Counter, *, at: datetime) -> CounterShown:
    """A count as it goes out."""
    return CounterShown(
        person=one.person, separation=one.separation_id, kind=one.kind, since=one.since,
        runs=one.runs, joins_until=one.joins_until, full_days=one.full_days,
        limit_days=one.limit_days, limit_at=one.limit_at, beyond_limit=one.beyond(at),
        order_ends=one.order_ends, without_order=one.without_order,
        next_review_at=one.next_review_at,
    )  # fmt: skip


def _spell(one: Spell) -> SpellShown:
    row = one.row
    return SpellShown(
        id=row.id, recorded_at=row.recorded_at, recorded_by=row.recorded_by, spell=row.spell,
        kind=row.kind, place=row.place.path if row.place else None, since=row.since,
        until=row.until, ended_why=row.ended_why, found=row.found,
        orders=[SeparationOrderShown.of(order) for order in one.orders],
        reviews=[SeparationReviewShown.of(review) for review in one.reviews],
        plans=[ReliefShown.of(plan) for plan in one.plans],
    )  # fmt: skip


def _advice(one: Advised) -> AdviceShown:
    row = one.row
    return AdviceShown(
        id=row.id, recorded_at=row.recorded_at, recorded_by=row.recorded_by, at=row.at,
        advice=row.advice, measures=row.measures, said_by=row.said_by,
        answer=AnswerShown.of(one.answer) if one.answer else None,
    )  # fmt: skip
