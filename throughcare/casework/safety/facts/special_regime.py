"""A special regime: what its decision says, and who looked at it since (Rule 37, vep-03, -04)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.knowing import Chains, known
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.safety.facts.told import Told
from throughcare.casework.safety.measure_terms import Scope
from throughcare.casework.safety.models import Restriction, RestrictionReview
from throughcare.casework.safety.special_regime import imposed_by

REGIME, DECISION, REVIEW = (
    "special_regime", "special_regime_decision", "regime_review_by_other_authority"
)  # fmt: skip
# The fields of the decision, by the columns that hold them.
FIELDS: Final = {
    "reasons": "reasons", "facts": "facts", "measures": "measures", "review_at": "review_at",
    "told_to_person": "told_at",
}  # fmt: skip


def decisions(sheet: Sheet, told: Told) -> None:
    """Each decision, when the regime begins: what it says and since when it says so."""
    rows = told.rows(Restriction)
    chain = Chains(rows)
    for row in rows:
        if row.scope == Scope.SPECIAL_REGIME:
            sheet.event(
                DECISION, row.id, row.since, known(row), key=row.first, fields=_fields(chain, row)
            )


def reviews(sheet: Sheet, told: Told) -> None:
    """Each review by another human being; none where nobody is named who imposed the regime."""
    regimes = {
        row.id: row for row in told.rows(Restriction)
        if row.scope == Scope.SPECIAL_REGIME and row.authority
    }  # fmt: skip
    for review in told.rows(RestrictionReview):
        regime = regimes.get(review.restriction_id)
        if regime is not None and not imposed_by(regime, review.recorded_by, review.reviewer):
            sheet.event(REVIEW, review.id, review.at, known(review), key=regime.first)


def _fields(chain: Chains[Restriction], row: Restriction) -> Mapping[str, Filling]:
    return {f"{REGIME}.{name}": _filling(chain, row, column) for name, column in FIELDS.items()}


def _filling(chain: Chains[Restriction], row: Restriction, column: str) -> Filling:
    if getattr(row, column) in (None, ""):
        return EMPTY
    return Filling(from_datetime(chain.entered_at(row, column)))
