"""What health staff write of a separation, what the director answers, and what is read of both."""

from __future__ import annotations

from datetime import datetime

from throughcare.api.fields import Form, Line, Moment, Reason, Shown
from throughcare.api.schemas.of_rows import RecordShown, Told
from throughcare.casework.safety.terms import Advice, Decision, Fitness, HealthStateKind


class HealthStateForm(Form):
    """A state of health to which a rule gives protection. Of the health file."""

    kind: HealthStateKind
    since: Moment
    until: Moment | None = None
    why: Line = ""


class HealthStateEndForm(Form):
    """That a state of health ended."""

    until: Moment
    why: Line = ""


class MindKnownForm(Form):
    """From when the service knows of an illness of the mind. Of the health file."""

    since: Moment
    why: Line = ""


class MindEndForm(Form):
    """That it is over."""

    until: Moment
    why: Reason


class OpinionForm(Form):
    """What health staff say before a separation or at its start. Of the health file."""

    said_at: Moment
    fitness: Fitness
    said_by: Line
    words: Line = ""
    why: Line = ""


class AdviceForm(Form):
    """What health staff tell the director. No diagnosis: officers read it."""

    said_at: Moment
    advice: Advice
    said_by: Line
    measures: Line = ""
    why: Line = ""


class AdviceAnswerForm(Form):
    """What the director decides on advice of health staff, with reasons (Rule 46)."""

    decided_at: Moment
    decision: Decision
    reasons: Line
    why: Line = ""


class HealthStateShown(RecordShown):
    """A state of health in [since, until)."""

    kind: str
    since: datetime
    until: datetime | None


class OpinionShown(RecordShown):
    """An opinion of health staff."""

    at: datetime
    fitness: str
    words: Told
    said_by: str


class SeparationHealthShown(Shown):
    """What stands in the health file of a person about separation."""

    states: list[HealthStateShown]
    opinions: list[OpinionShown]
