"""As what a person counts: child or not, woman or not, as it was known (Havana Rules 11, 20).

While an age is disputed the birth date counts as not known, so that the person is a child to every
rule; a decision puts its own date in the place of what the papers say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from standards.groups import comes_of_age
from standards.instants import OPEN, from_datetime
from throughcare.casework.custody.facts.knowing import Known, through
from throughcare.casework.custody.facts.told import Told
from throughcare.casework.custody.models import Step
from throughcare.casework.custody.terms import StepKind
from throughcare.casework.people.told import Identity
from throughcare.kernel.errors import BadDate
from throughcare.kernel.partial_dates import PartialDate, Precision, parse

FEMALE = "female"


def identities(told: Told) -> Iterator[tuple[Known, Identity]]:
    """Since when until when which identity counted, disputes and decisions among it."""
    disputes = [step for step in told.steps if step.kind == StepKind.AGE]
    spans = told.history.spans()
    if not disputes:
        for since, until, identity in spans:
            yield Known(since, until), identity
        return
    for since, until, identity in spans:
        span = Known(since, until)
        # From the beginning of the span on, also where no dispute has been written yet.
        for known, said in through(disputes, _Deciding(identity), more=[since]):
            both = known.meet(span)
            if both is not None:
                yield both, said


def identity_at(told: Told, moment: datetime) -> Identity:
    """The identity that counted at a moment of knowledge."""
    stood = [
        step for step in told.steps
        if step.kind == StepKind.AGE and step.recorded_at <= moment
        and (step.stood_until is None or moment < step.stood_until)
    ]  # fmt: skip
    return _Deciding(told.history.identity(moment))(stood)


class _Deciding:
    """What the disputes that stand make of an identity."""

    def __init__(self, identity: Identity) -> None:
        self.identity = identity

    def __call__(self, standing: list[Step]) -> Identity:
        if not standing:
            return self.identity
        last = standing[-1].value
        if last.get("disputed") in (True, "yes"):
            return replace(self.identity, born=None, born_is_latest=False)
        decided = _decided(last.get("decided_birth_date"))
        if decided is not None:
            by_year = decided.precision in (Precision.MONTH, Precision.YEAR)
            return replace(self.identity, born=decided.latest, born_is_latest=by_year)
        return self.identity


def _decided(value: object) -> PartialDate | None:
    """The birth date that was decided, which may be known to the year only."""
    try:
        return parse(str(value)) if value else None
    except BadDate:
        return None


def of_age_at(told: Told, identity: Identity) -> int:
    """The instant of the eighteenth birthday; never, where the birth date is not known."""
    comes = comes_of_age(identity.known(told.whole, told.zone), told.zone)
    return OPEN if comes is None else comes


def is_child(told: Told, identity: Identity, at: datetime) -> bool:
    """Whether the person counts as a child at the moment."""
    return from_datetime(at) < of_age_at(told, identity)
