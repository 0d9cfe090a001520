"""On whose order, on which ground, until when, and who looked at it since (Rules 37, 43, 45)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from standards.instants import from_datetime
from standards.records import Filling
from throughcare.casework.custody.facts.knowing import Chains, known
from throughcare.casework.custody.facts.sheet import EMPTY, Sheet
from throughcare.casework.safety.facts.told import Told
from throughcare.casework.safety.models import MitigationPlan, SeparationOrder, SeparationReview
from throughcare.casework.safety.terms import AuthorityRole

# The fields of an order that a rule asks for, by their columns.
FIELDS: Final = (
    "legal_ground", "authority", "reasons", "review_at", "alternatives_tried", "end_at",
)  # fmt: skip


def orders(sheet: Sheet, told: Told) -> None:
    """Each order: what it says and since when it says so, and the time it covers."""
    rows = told.rows(SeparationOrder)
    chain = Chains(rows)
    for row in rows:
        fields, while_known = _fields(chain, row), known(row)
        for name in ("separation_order", "solitary_order"):
            sheet.event(name, row.id, row.made_at, while_known, fields=fields, said=row.ground)
        sheet.spell(
            "solitary_order_in_force", row.id, row.valid_from, row.end_at, while_known,
            made_at=from_datetime(row.made_at),
        )  # fmt: skip
        if row.authority_role == AuthorityRole.HEALTH_STAFF:
            sheet.event(
                "sanction_or_separation_decided_by_health_staff", row.id, row.made_at, while_known
            )
        if row.only_sentence_or_offence:
            for name in ("solitary_ground_is_sentence_or_offence",
                         "restrictive_placement_ground_is_offence_alone"):  # fmt: skip
                sheet.event(name, row.id, row.made_at, while_known)


def reviews(sheet: Sheet, told: Told) -> None:
    """Each review by somebody independent; another one answers no rule."""
    for row in told.rows(SeparationReview):
        if row.independent:
            sheet.event("independent_review", row.id, row.at, known(row))


def plans(sheet: Sheet, told: Told) -> None:
    """What is done so that the separation harms less (Rule 38(2))."""
    for row in told.rows(MitigationPlan):
        sheet.event("mitigation_plan_recorded", row.id, row.at, known(row))


def _fields(chain: Chains[SeparationOrder], row: SeparationOrder) -> Mapping[str, Filling]:
    return {f"separation_order.{name}": _filling(chain, row, name) for name in FIELDS}


def _filling(chain: Chains[SeparationOrder], row: SeparationOrder, name: str) -> Filling:
    if getattr(row, name) in (None, ""):
        return EMPTY
    return Filling(from_datetime(chain.entered_at(row, name)))
