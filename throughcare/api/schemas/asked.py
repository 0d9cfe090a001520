"""What comes in for each change."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from throughcare.api.fields import Establishment, Form, Line, Moment, Reason, Text, Version, Word
from throughcare.api.schemas.said import Said
from throughcare.casework.people.queries import AlertCode, NoteKind


class SearchForm(Form):
    """A name or a number."""

    text: Word
    limit: Annotated[int, Field(ge=1, le=100)] = 20


class PersonForm(Form):
    """A new file. A name must be among the facts, if only `unknown`."""

    establishment: Establishment
    facts: Annotated[list[Said], Field(min_length=1, max_length=50)]
    why: Line = ""


class FactForm(Form):
    """A fact to state beside what is there."""

    fact: Said
    expected: Version
    why: Line = ""


class ProofForm(Form):
    """With which proof a fact was compared."""

    proof: Reason
    expected: Version
    why: Line = ""


class CorrectionForm(Form):
    """The right value in the place of a wrong one, in the kind that it had."""

    fact: Said
    expected: Version
    why: Reason


class StrikingForm(Form):
    """Why a fact should never have stood here."""

    expected: Version
    why: Reason


class NoteForm(Form):
    """A note on what has happened."""

    kind: NoteKind
    text: Text
    happened_at: Moment
    why: Line = ""


class AmendmentForm(Form):
    """The text that takes the place of a note's."""

    text: Text
    why: Line = ""


class AlertForm(Form):
    """An alert from now on, up to `expires_at`."""

    code: AlertCode
    expires_at: Moment
    text: Line = ""
    why: Reason


class WhyForm(Form):
    """Why this is done."""

    why: Reason


class ProposalForm(Form):
    """Two files that may be of one person."""

    one: UUID
    other: UUID
    why: Reason


class MergeForm(Form):
    """The file that is to be read as part of the one in the address."""

    merged: UUID
    why: Reason
