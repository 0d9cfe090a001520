"""What is restricted, and until when (Rule 43; Bangkok 23; Havana 67). Each ends by itself.

What is told of a special regime besides stands in special_regime.py.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from throughcare.casework.custody.facts.ages import FEMALE
from throughcare.casework.custody.facts.knowing import Known, known, through
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.safety.facts.told import Told
from throughcare.casework.safety.measure_terms import MEANS, RestrictionGround, Scope
from throughcare.casework.safety.models import Restriction
from throughcare.casework.safety.restricting import OF_FAMILY, Span, ends, meet
from throughcare.casework.safety.terms import AuthorityRole

LIMITED, BARRED, CUT, CHILDREN = (
    "family_contact_limited", "all_family_contact_barred", "food_or_family_contact_cut",
    "contact_with_children_barred_as_sanction",
)  # fmt: skip
FOOD: Final = "food_or_water_reduced_as_restriction"
BY_HEALTH: Final = "sanction_or_separation_decided_by_health_staff"
_OF_CHILDREN: Final = (Scope.CHILDREN_BARRED, Scope.FAMILY_BARRED)


def restrictions(sheet: Sheet, told: Told) -> None:
    """Each restriction under the names of the rules, until it ends by itself or before."""
    rows = told.rows(Restriction)
    for row in rows:
        while_known, over = known(row), ends(row)
        if row.scope in OF_FAMILY:
            sheet.spell(LIMITED, row.id, row.since, over, while_known)
        if row.scope == Scope.FAMILY_BARRED:
            sheet.spell(BARRED, row.id, row.since, over, while_known)
            sheet.spell(CUT, row.id, row.since, over, while_known)
        if row.scope == Scope.FOOD_OR_WATER:
            sheet.event(FOOD, row.id, row.since, while_known)
            sheet.spell(CUT, row.id, row.since, over, while_known)
        if row.scope == Scope.SPECIAL_REGIME:
            sheet.spell("special_regime", row.id, row.since, over, while_known)
        if row.scope in _OF_CHILDREN and row.ground == RestrictionGround.SANCTION:
            of_woman(sheet, row, row.since, over, while_known)
        if row.authority_role == AuthorityRole.HEALTH_STAFF:
            sheet.event(BY_HEALTH, row.id, row.since, while_known)
    _all_means(sheet, [row for row in rows if row.scope in MEANS])


def of_woman(
    sheet: Sheet, row: Restriction, since: datetime, over: datetime | None, while_known: Known
) -> None:
    """Contact with the children barred as a sanction, while the person is known as a woman."""
    for span, identity in sheet.identities:
        both = while_known.meet(span)
        if both is not None and identity.sex == FEMALE:
            sheet.spell(CHILDREN, row.id, since, over, both)


def _all_means(sheet: Sheet, rows: list[Restriction]) -> None:
    """Visits, calls and letters barred at once, by orders that each bar one of them."""
    for span, times in through(rows, _together):
        for since, until in times:
            sheet.spell(BARRED, rows[0].id, since, until, span)
            sheet.spell(CUT, rows[0].id, since, until, span)


def _together(standing: list[Restriction]) -> tuple[Span, ...] | None:
    """While every means is barred; None where never."""
    times: list[Span] = [(row.since, ends(row)) for row in standing if row.scope == MEANS[0]]
    for means in MEANS[1:]:
        barred = [(row.since, ends(row)) for row in standing if row.scope == means]
        met = (meet(one, other) for one in times for other in barred)
        times = [one for one in met if one is not None]
    return tuple(sorted(times, key=lambda one: one[0])) or None
