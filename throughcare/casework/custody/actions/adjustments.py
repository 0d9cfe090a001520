"""Days that shorten or lengthen: to write them down, and to strike them out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.overdue import overdue_stays_overdue
from throughcare.casework.custody.calendar import has_come
from throughcare.casework.custody.errors import BadAdjustment
from throughcare.casework.custody.models import Adjustment, Sentence
from throughcare.casework.custody.terms import AdjustmentKind
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows import writing
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.standing import rows_of

MOST_DAYS: Final = 36_600  # a guard against a slip of the hand, no law


@entering
def add_adjustment(
    *, by: Viewer, at: datetime, person_id: UUID, kind: AdjustmentKind, days: int, reason: str,
    from_on: date | None = None, sentence_id: UUID | None = None, why: str = "",
) -> Adjustment:  # fmt: skip
    """Write down days with their reason: the decision, its number and its day.

    `from_on` is the first day of a credited period, so that a day counts once; `sentence_id` the
    sentence that is changed, none for all. Raises BadAdjustment, NeedsAnother, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    need_sound_days(days, reason, from_on, holding)
    row = Adjustment(
        sentence=_sentence(holding, sentence_id) if sentence_id else None, kind=kind, days=days,
        from_on=from_on, reason=reason.strip(),
    )  # fmt: skip
    with overdue_stays_overdue(holding):
        return writing.put(holding, row, event=f"custody.adjusted_{kind}", happened_at=at)


@entering
def strike_out_adjustment(
    *, by: Viewer, at: datetime, person_id: UUID, adjustment_id: UUID, why: str
) -> Adjustment:
    """Say that these days were never so. To correct them, write the right ones beside.

    Raises AlreadyReplaced, NeedsAnother, NoReason, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    need_reason(why)
    row = own_row(holding, Adjustment, adjustment_id)
    with overdue_stays_overdue(holding):
        return writing.strike_out(holding, row)


def need_sound_days(days: int, reason: str, from_on: date | None, holding: Holding) -> None:
    """Refuse no days, too many, days without a reason, and a period that has not begun."""
    if not 0 < days <= MOST_DAYS:
        raise BadAdjustment(
            _("this is no number of days that can be counted"),
            remedy=_("type a whole number of days, at least 1"),
        )
    if not reason.strip():
        raise BadAdjustment(
            _("the days have no reason"),
            remedy=_("type the decision they rest on: authority, number and day"),
        )
    if from_on and not has_come(from_on, holding.person.held_at, at=holding.at):
        raise BadAdjustment(
            _("the period would begin on a day that has not come"), remedy=_("look at the day")
        )


def _sentence(holding: Holding, sentence_id: UUID) -> Sentence:
    row = rows_of(Sentence, holding.person.id, known_at=holding.at).filter(id=sentence_id).first()
    if row is None:
        raise BadAdjustment(
            _("the sentence that should be changed does not stand in this file"),
            remedy=_("choose one of the sentences of this file, or all of them"),
        )
    return row
