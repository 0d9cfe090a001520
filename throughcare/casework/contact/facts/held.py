"""Contact that was offered, under the names of the rules, and the search of visitors.

An offer that the prisoner declined counts, and one to which nobody came; what the prison refused
does not. Only what took place is a visit to a woman.
"""

from __future__ import annotations

from typing import Final

from throughcare.casework.contact.limits import counts_as_family
from throughcare.casework.contact.models import Contact
from throughcare.casework.contact.terms import OFFERED, Agreed, Kind, Outcome, VisitorSearch
from throughcare.casework.custody.facts.above import Told
from throughcare.casework.custody.facts.ages import FEMALE
from throughcare.casework.custody.facts.knowing import known
from throughcare.casework.custody.facts.sheet import Sheet

FAMILY, VISIT, WRITTEN = "family_contact_offered", "visit_offered", "letter_or_call_offered"
TO_WOMAN, AGREED = "visit_to_woman", "visitor_agreed_by_prisoner"
SEARCHED, CONSENT = "visitor_searched", "visitor_consent"
OF_CHILD: Final = "cavity_search_of_child_visitor"
KEPT: Final = frozenset({FAMILY, VISIT, WRITTEN, TO_WOMAN, AGREED, SEARCHED, CONSENT, OF_CHILD})


def contacts(sheet: Sheet, told: Told) -> None:
    """Each contact as the rules ask for it."""
    for row in told.rows(Contact):
        if row.outcome in OFFERED:
            _offered(sheet, row)
        if row.kind == Kind.VISIT:
            _visit_to_a_woman(sheet, row)
            _search(sheet, row)


def _offered(sheet: Sheet, row: Contact) -> None:
    stood = known(row)
    if row.whom in counts_as_family():
        sheet.event(FAMILY, row.id, row.at, stood)
    if row.kind == Kind.VISIT:
        sheet.event(VISIT, row.id, row.at, stood)
    if row.kind in (Kind.CALL, Kind.LETTER):
        sheet.event(WRITTEN, row.id, row.at, stood)


def _visit_to_a_woman(sheet: Sheet, row: Contact) -> None:
    if row.outcome != Outcome.HELD:
        return
    for span, identity in sheet.identities:
        both = known(row).meet(span)
        if both is not None and identity.sex == FEMALE:
            sheet.event(TO_WOMAN, row.id, row.at, both, key=row.id)
    if row.agreed == Agreed.YES:
        sheet.event(AGREED, row.id, row.agreed_at, known(row), key=row.id)


def _search(sheet: Sheet, row: Contact) -> None:
    sheet.event(CONSENT, row.id, row.consent_at, known(row), key=row.id)
    if row.search:
        sheet.event(SEARCHED, row.id, row.searched_at, known(row), key=row.id)
    if row.search == VisitorSearch.CAVITY and row.child_visitor:
        sheet.event(OF_CHILD, row.id, row.searched_at, known(row), key=row.id)
