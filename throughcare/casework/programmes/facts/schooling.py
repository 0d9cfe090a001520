"""Who must get schooling, and what became of a measure after a refusal."""

from __future__ import annotations

from datetime import date
from typing import Final

from throughcare.casework.custody.facts.ages import is_child
from throughcare.casework.custody.facts.knowing import Chains, known
from throughcare.casework.custody.facts.sheet import Sheet
from throughcare.casework.programmes.data import school_age
from throughcare.casework.programmes.facts.told import Told
from throughcare.casework.programmes.models import LiteracyCheck, RefusalReview
from throughcare.casework.programmes.terms import Reads

OF_SCHOOL_AGE: Final = "admission_of_school_age_child"
MUST_LEARN: Final = "found_illiterate_or_of_school_age"
MEASURE, REVIEW = "adverse_measure_within_90_days_of_refusal", "refusal_review_by_other_authority"


def admissions(sheet: Sheet, told: Told) -> None:
    """Each admission of a child of school age. Of whom no birth date is known, none is told."""
    first, last = school_age()
    for stay in sheet.told.stays:
        root = sheet.told.of_stays.first(stay).id
        for span, identity in sheet.identities:
            both = known(stay).meet(span)
            if both is None or identity.born is None:
                continue
            if not is_child(told.custody, identity, stay.admitted_at):
                continue
            if first <= _years(identity.born, stay.admitted_at.date()) <= last:
                at = stay.admitted_at
                sheet.event(OF_SCHOOL_AGE, stay.id, at, both, key=root)
                sheet.event(MUST_LEARN, stay.id, at, both, key=root)


def checks(sheet: Sheet, told: Told) -> None:
    """Each check that found somebody who does not read or write yet."""
    for row in told.rows(LiteracyCheck):
        if row.reads == Reads.NO:
            sheet.event(MUST_LEARN, row.id, row.checked_at, known(row))


def after_refusal(sheet: Sheet, told: Told) -> None:
    """Each measure against somebody who had refused, and the look of another authority at it."""
    rows = told.rows(RefusalReview)
    chain = Chains(rows)
    for row in rows:
        root, while_known = chain.first(row).id, known(row)
        sheet.event(MEASURE, row.id, row.measure_at, while_known, key=root)
        sheet.event(REVIEW, row.id, row.reviewed_at, while_known, key=root)


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
