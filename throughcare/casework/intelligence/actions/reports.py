"""To write a report about a person. Whoever only appends reads nothing back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.intelligence.checks import (
    need_allowed_kind,
    need_grades,
    need_short,
    need_times,
    need_words,
)
from throughcare.casework.intelligence.errors import ConfidentialSource, Over
from throughcare.casework.intelligence.hands import (
    LIE_APART,
    need_no_decision,
    need_no_informant,
    same_hand,
)
from throughcare.casework.intelligence.keys import need_key
from throughcare.casework.intelligence.models import Report
from throughcare.casework.intelligence.naming import need_no_name
from throughcare.casework.intelligence.writing import put
from throughcare.casework.people.files import entering, hold
from throughcare.casework.rows.refusing import refusing


@entering
def write_report(
    *, by: Viewer, at: datetime, person_id: UUID, code: str, source_kind: str, source: str,
    information: str, handling: str, raw: str, sanitised: str, action: str, necessity: str,
    proportionality: str, review_at: datetime, expires_at: datetime, confirmed: bool = False,
    key: UUID | None = None,
) -> UUID:  # fmt: skip
    """Write a report, encrypted. For whoever may append to INT; the id under which it was received.

    `code` stands for the source, whose name is kept nowhere. `confirmed`: the writer has seen the
    warning that the text may name the source. `key`: the id that the form made, so that a form
    sent twice is one report. Raises NoKey, BadReport, TooLong, ConfidentialSource, MayNameSource,
    BadTime, SameHand, Over, NotThere, Refused.
    """
    need_key()
    holding = hold(
        person_id=person_id, act=Act.APPEND, compartment=Compartment.INT, by=by, at=at, why=""
    )
    need_no_informant(by, at)
    need_allowed_kind(source_kind)
    need_words(
        code=code, raw=raw, sanitised=sanitised, action=action, necessity=necessity,
        proportionality=proportionality,
    )  # fmt: skip
    need_short(raw, sanitised, action, necessity, proportionality, code)
    need_grades(source, information, handling)
    need_times(review_at, expires_at, at=at)
    need_no_decision(by, holding.person.id)
    if not confirmed:
        need_no_name(
            [raw, sanitised, action], code=code.strip(), house=holding.person.held_at,
            person=holding.person.id,
        )  # fmt: skip
    words = {
        "code": code.strip(), "source": source, "information": information, "handling": handling,
        "raw": raw.strip(), "sanitised": sanitised.strip(), "action": action.strip(),
        "necessity": necessity.strip(), "proportionality": proportionality.strip(),
        "confirmed": confirmed,
    }  # fmt: skip
    row = Report(review_at=review_at, expires_at=expires_at)
    told = {
        LIE_APART: same_hand(), "intelligence_makes_nobody_an_informant": _another_account(),
        "intelligence_report_pkey": _twice(),
    }  # fmt: skip
    with refusing(told):
        put(
            holding, row, words, kind="report", item=None, expires_at=expires_at,
            event="intelligence.report_written", source_kind=source_kind, row_id=key,
        )  # fmt: skip
    return row.id


def _another_account() -> ConfidentialSource:
    return ConfidentialSource(
        _("you hold a post of trust with another account, and are not made an informant"),
        remedy=_("an imminent danger to life is told to the director in person"),
    )


def _twice() -> Over:
    return Over(
        _("this report was received already"), remedy=_("nothing is left to do; write a new one")
    )
