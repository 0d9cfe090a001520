"""What comes in of restrictions and restraints, ordered now or found as they were."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from throughcare.api.fields import Form, Line, Moment, Reason, Word
from throughcare.casework.safety.measure_terms import (
    Looked,
    Purpose,
    RestrictionGround,
    RestrictionKind,
    Scope,
)
from throughcare.casework.safety.terms import AuthorityRole, ReviewOutcome, ToldHow

HowFound = Annotated[Line, Field(description="How it became known")]
SaidBy = Annotated[Line, Field(description="Who says so")]
Facts = Annotated[Line, Field(description="Of a special regime alone: what it rests on")]
Measures = Annotated[Line, Field(description="Of a special regime alone: what it changes")]
Instrument = Annotated[Word, Field(description="A code of the catalogue of instruments")]


class RestrictionForm(Form):
    """To restrict contact, regime or property. It ends by itself at `end_at`."""

    kind: RestrictionKind
    scope: Scope
    ground: RestrictionGround
    legal_ground: Line
    reasons: Line
    authority: Line
    authority_role: AuthorityRole
    since: Moment
    end_at: Moment
    review_at: Moment
    facts: Facts = ""
    measures: Measures = ""
    why: Line = ""


class RestrictionTellingForm(Form):
    """That the person was told of a restriction, and how it can be challenged."""

    told_at: Moment
    language: Line
    how: ToldHow
    how_to_challenge: Line


class RestrictionEndForm(Form):
    """To end a restriction before its day."""

    ended_at: Moment
    why: Reason


class RestrictionReviewForm(Form):
    """Whether a restriction must go on. Never by who ordered it. One that ends, ends then."""

    reviewed_at: Moment
    reviewer: Line
    outcome: ReviewOutcome
    reasons: Line
    next_review_at: Moment | None = None


class FoundRestrictionForm(Form):
    """A restriction as it was, though nobody could have ordered it so."""

    kind: RestrictionKind
    scope: Scope
    ground: RestrictionGround
    since: Moment
    end_at: Moment | None = None
    ended_at: Moment | None = None
    legal_ground: Line = ""
    reasons: Line = ""
    facts: Facts = ""
    measures: Measures = ""
    authority: Line = ""
    authority_role: AuthorityRole = AuthorityRole.OTHER
    found: HowFound
    said_by: SaidBy


class RestraintForm(Form):
    """That restraints were put on, and when they came off if they did already."""

    instrument: Instrument
    purpose: Purpose
    lawful_ground: Line
    reason: Line
    lesser_means_tried: Line
    since: Moment
    until: Moment | None = None
    ordered_by: Line = ""
    ordered_at: Moment | None = None
    as_sanction: bool = False
    at_appearance: bool = False
    why: Line = ""


class RestraintLookForm(Form):
    """One thing done about restraints: looked at, taken off, the doctor alerted, reported."""

    what: Looked
    done_at: Moment
    words: Line = ""


class FoundRestraintForm(Form):
    """Restraints that were put on against a rule, whatever they were."""

    instrument: Instrument
    purpose: Purpose
    since: Moment
    until: Moment | None = None
    lawful_ground: Line = ""
    reason: Line = ""
    lesser_means_tried: Line = ""
    ordered_by: Line = ""
    ordered_at: Moment | None = None
    as_sanction: bool = False
    at_appearance: bool = False
    found: HowFound
    said_by: SaidBy
