"""What comes in of separations, their orders and their reviews."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from throughcare.api.fields import Form, Line, Moment, Reason, Shown
from throughcare.casework.safety.actions import OrderWords
from throughcare.casework.safety.terms import (
    AuthorityRole,
    Ground,
    ReviewOutcome,
    SeparationKind,
    ToldHow,
)

FoundHow = Annotated[
    Reason, Field(description="Who found it, and why it is written afterwards. No order of yours")
]


class SeparationOrderForm(Form):
    """What an order says. An order that is given now lacks none of it, one that was found may."""

    ground: Ground
    authority: Line = ""
    authority_role: AuthorityRole
    legal_ground: Line = ""
    reasons: Line = ""
    alternatives_tried: Line = ""
    end_at: Moment | None = None
    review_at: Moment | None = None
    made_at: Annotated[Moment | None, Field(description="null: now")] = None
    valid_from: Annotated[Moment | None, Field(description="null: now")] = None
    how_to_challenge: Line = ""
    told_at: Moment | None = None
    told_language: Line = ""
    told_how: ToldHow | None = None
    only_sentence_or_offence: bool = False
    lawful_exception: Annotated[
        Line, Field(description="The exception of the country by which it ends after the limit")
    ] = ""

    def as_words(self) -> OrderWords:
        """The order as the room takes it."""
        return OrderWords(**{**self.model_dump(), "told_how": self.told_how or ""})


class SeparatingForm(Form):
    """To keep a person apart, on an order."""

    kind: SeparationKind
    order: SeparationOrderForm
    since: Annotated[Moment | None, Field(description="null: when the order begins")] = None
    why: Line = ""


class ContinuingForm(Form):
    """Another order for a separation that runs. The days go on being counted."""

    order: SeparationOrderForm
    why: Line = ""


class LettingOutForm(Form):
    """The person was let out to the others again."""

    until: Moment
    reason: Line = ""
    why: Line = ""


class FoundSeparationForm(Form):
    """A separation as it was, lawful or not, with the orders there were."""

    kind: SeparationKind
    since: Moment
    until: Moment | None = None
    found: FoundHow
    orders: Annotated[list[SeparationOrderForm], Field(max_length=50, default_factory=list)]
    why: Line = ""


class FoundOrderForm(Form):
    """An order that was given, though it could not have been."""

    order: SeparationOrderForm
    found: FoundHow
    why: Line = ""


class OrderTellingForm(Form):
    """That the person was told of an order, how, and how it is challenged."""

    told_at: Moment
    told_language: Line
    told_how: ToldHow
    how_to_challenge: Line
    why: Line = ""


class OrderCorrectionForm(Form):
    """The right words in the place of wrong ones."""

    order: SeparationOrderForm
    why: Reason


class SeparationCorrectionForm(Form):
    """How and when the person really was separated."""

    kind: SeparationKind
    since: Moment
    until: Moment | None = None
    why: Reason


class EntryStrikingForm(Form):
    """That an entry was never so."""

    why: Reason


class SeparationReviewForm(Form):
    """That somebody looked whether the separation must go on. Never who ordered it."""

    reviewed_at: Moment
    reviewer: Line
    reviewer_role: Line = ""
    independent: Annotated[bool, Field(description="By somebody outside the chain of the orderer")]
    outcome: ReviewOutcome
    reasons: Line
    next_review_at: Moment | None = None
    why: Line = ""


class ReliefForm(Form):
    """What is done so that the separation harms less (Rule 38(2))."""

    planned_at: Moment
    measures: Line
    why: Line = ""


class OrderWritten(Shown):
    """A new order, and the separation that it is of."""

    id: UUID
    separation: UUID
