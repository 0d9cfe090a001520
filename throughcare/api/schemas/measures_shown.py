"""The registers of restrictions, restraints and discipline of a person, as they go out."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from throughcare.api.fields import Shown
from throughcare.api.schemas.of_rows import Found, RecordShown, Told, VersionShown
from throughcare.casework.safety.queries import Measures, Restrained, Restricted, Tried


class RestrictionReviewShown(RecordShown):
    """A review of a restriction."""

    at: datetime
    reviewer: str
    outcome: str
    reasons: str


class RestrictionRowShown(VersionShown):
    """A restriction that stands."""

    kind: str
    scope: str
    ground: str
    legal_ground: Told
    reasons: Told
    facts: Told
    measures: Told
    authority: Told
    authority_role: str
    since: datetime
    end_at: datetime | None
    review_at: datetime | None
    ended_at: datetime | None
    ended_why: Told
    told_at: datetime | None
    told_language: Told
    told_how: Told
    how_to_challenge: Told
    found: Found
    said_by: Told


class RestrictedShown(Shown):
    """A restriction with its reviews. `runs`: it holds now."""

    restriction: RestrictionRowShown
    runs: bool
    reviews: list[RestrictionReviewShown]


class RestraintCheckShown(RecordShown):
    """One thing done about restraints."""

    at: datetime
    what: str
    words: Told


class RestraintRowShown(VersionShown):
    """Restraints that were put on. `until` null: a check may say when they came off."""

    instrument: Told
    purpose: str
    lawful_ground: Told
    reason: Told
    lesser_means_tried: Told
    ordered_by: Told
    ordered_at: datetime | None
    since: datetime
    until: datetime | None
    at_appearance: bool
    as_sanction: bool
    found: Found
    said_by: Told


class RestrainedShown(Shown):
    """A use of restraints with what was done about it, in the order of time."""

    restraint: RestraintRowShown
    checks: list[RestraintCheckShown]


class CaseShown(VersionShown):
    """A disciplinary case as far as it has gone. What is null was not done, or is not known."""

    incident: Annotated[UUID, Field(description="The act: the same for all who had a part in it")]
    act: str
    rule_broken: Told
    happened_at: datetime | None
    reported_at: datetime | None
    reporter: Told
    notice_at: datetime | None
    notice_language: Told
    time_waived_at: datetime | None
    investigation_closed_at: datetime | None
    mind_weighed_at: datetime | None
    mind_weighed_by: Told
    mind_finding: Told
    heard_at: datetime | None
    person_heard: bool | None
    legal_help: Told
    interpreter: Told
    decided_at: datetime | None
    decider: Told
    decider_role: Told
    outcome: Told
    reasons: Told
    review_told_at: datetime | None
    appealed_at: datetime | None
    appeal_decided_at: datetime | None
    appeal_decider: Told
    appeal_outcome: Told
    appeal_reasons: Told
    lawyer_offered_at: datetime | None
    questioned_at: datetime | None
    found: Found
    said_by: Told


class SanctionShown(RecordShown):
    """One part of one decision."""

    kind: str
    offence: Told
    reasons: Told
    since: datetime | None
    until: datetime | None
    no_end_why: Told
    imposed_at: datetime
    decider: Told
    decider_role: Told
    on_appeal: bool
    set_aside_at: datetime | None
    set_aside_why: Told
    collective: bool
    found: Found
    said_by: Told


class TriedShown(Shown):
    """A case with its sanctions; null for a sanction that was imposed without one."""

    case: CaseShown | None
    sanctions: list[SanctionShown]


class MeasuresShown(Shown):
    """All three registers of a person, as known at `known_at`."""

    known_at: datetime
    restrictions: list[RestrictedShown]
    restraints: list[RestrainedShown]
    cases: list[TriedShown]


def measures_shown(found: Measures) -> MeasuresShown:
    """The registers as they go out."""
    return MeasuresShown(
        known_at=found.known_at,
        restrictions=[_restricted(one) for one in found.restrictions],
        restraints=[_restrained(one) for one in found.restraints],
        cases=[_tried(one) for one in found.cases],
    )


def _restricted(one: Restricted) -> RestrictedShown:
    return RestrictedShown(
        restriction=RestrictionRowShown.of(one.row), runs=one.runs,
        reviews=[RestrictionReviewShown.of(row) for row in one.reviews],
    )  # fmt: skip


def _restrained(one: Restrained) -> RestrainedShown:
    return RestrainedShown(
        restraint=RestraintRowShown.of(one.row),
        checks=[RestraintCheckShown.of(row) for row in one.checks],
    )


def _tried(one: Tried) -> TriedShown:
    return TriedShown(
        case=CaseShown.of(one.case) if one.case else None,
        sanctions=[SanctionShown.of(row) for row in one.sanctions],
    )
