"""Sentences: to write one down with its order, to correct one, to strike one out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.custody.actions.overdue import overdue_stays_overdue
from throughcare.casework.custody.errors import BadSentence
from throughcare.casework.custody.models import Order, Sentence
from throughcare.casework.custody.terms import OrderKind, SentenceKind
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows import writing
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.standing import rows_of

# No law, a guard against a slip of the hand: of years, of months, of days.
MOST: Final = (100, 1200, 36_600)
_MEASURED: Final = (SentenceKind.FIXED, SentenceKind.FINE_DEFAULT)
_EARLIEST: Final = date(1900, 1, 1)


@entering
def add_sentence(
    *, by: Viewer, at: datetime, person_id: UUID, order_id: UUID, kind: SentenceKind,
    starts_on: date, years: int = 0, months: int = 0, days: int = 0, after_id: UUID | None = None,
    why: str = "",
) -> Sentence:  # fmt: skip
    """Write down a sentence as its order says it, beginning on a day or after another sentence.

    Raises BadSentence, NeedsAnother (it would take an overdue release off the list, and whoever
    registered its order writes it alone), NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    order = _order(holding, order_id)
    row = Sentence(
        order=order, kind=kind, years=years, months=months, days=days, starts_on=starts_on,
        after=_standing(holding, after_id) if after_id else None,
    )  # fmt: skip
    need_sound_length(row)
    with overdue_stays_overdue(holding, seconded=order.recorded_by != str(by.account)):
        return writing.put(holding, row, event="custody.sentence_added", happened_at=at)


@entering
def correct_sentence(
    *, by: Viewer, at: datetime, person_id: UUID, sentence_id: UUID, kind: SentenceKind,
    starts_on: date, years: int = 0, months: int = 0, days: int = 0, after_id: UUID | None = None,
    why: str,
) -> Sentence:  # fmt: skip
    """Write a sentence anew where it was written wrongly; the earlier one stays readable.

    Raises BadSentence, AlreadyReplaced, NeedsAnother, NoReason, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    need_reason(why)
    before = own_row(holding, Sentence, sentence_id)
    after = _standing(holding, after_id) if after_id else None
    if after is not None and _follows(holding, after, before):
        raise BadSentence(
            _("these sentences would follow one another in a circle"),
            remedy=_("choose a sentence that does not follow this one"),
        )
    row = Sentence(
        order=before.order, kind=kind, years=years, months=months, days=days, starts_on=starts_on,
        after=after,
    )  # fmt: skip
    need_sound_length(row)
    with overdue_stays_overdue(holding):
        return writing.put(
            holding, row, event="custody.sentence_corrected", happened_at=at, replaces=before
        )


@entering
def strike_out_sentence(
    *, by: Viewer, at: datetime, person_id: UUID, sentence_id: UUID, why: str
) -> Sentence:
    """Say that a sentence was never so. Refused while another one follows it.

    Raises BadSentence, AlreadyReplaced, NeedsAnother, NoReason, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.SEN, by=by, at=at, why=why
    )
    need_reason(why)
    row = own_row(holding, Sentence, sentence_id)
    rows = rows_of(Sentence, holding.person.id, known_at=at)
    if any(_is_now(one.after, row) for one in rows if one.after is not None):
        raise BadSentence(
            _("another sentence begins where this one ends"),
            remedy=_("correct that sentence first"),
        )
    with overdue_stays_overdue(holding):
        return writing.strike_out(holding, row)


def need_sound_length(row: Sentence) -> None:
    """Refuse zero days, 900 years, and a day of beginning that cannot be meant."""
    parts = (row.years, row.months, row.days)
    if min(parts) < 0 or (row.kind in _MEASURED and not any(parts)):
        raise BadSentence(
            _("a sentence of zero days is none"),
            remedy=_("type the years, months and days as the court pronounced them"),
        )
    if any(part > most for part, most in zip(parts, MOST, strict=True)):
        raise BadSentence(
            _("a sentence of more than a hundred years cannot be kept"),
            remedy=_("look at the numbers; for a sentence without an end choose life"),
        )
    if not _EARLIEST <= row.starts_on < date(2200, 1, 1):
        raise BadSentence(
            _("the day on which the sentence begins is too far away"), remedy=_("look at the year")
        )


def _order(holding: Holding, order_id: UUID) -> Order:
    order = rows_of(Order, holding.person.id, known_at=holding.at).filter(id=order_id).first()
    if order is None or order.kind != OrderKind.SENTENCE:
        raise BadSentence(
            _("there is no order of a sentence behind it in this file"),
            remedy=_("register the judgment under orders first"),
        )
    return order


def _standing(holding: Holding, sentence_id: UUID) -> Sentence:
    row = rows_of(Sentence, holding.person.id, known_at=holding.at).filter(id=sentence_id).first()
    if row is None:
        raise BadSentence(
            _("the sentence after which this one should begin does not stand in this file"),
            remedy=_("choose one of the sentences of this file"),
        )
    return row


def _follows(holding: Holding, one: Sentence, other: Sentence) -> bool:
    """Whether a sentence is the other one or begins somewhere behind it."""
    here: Sentence | None = one
    for _step in range(rows_of(Sentence, holding.person.id, known_at=holding.at).count() + 1):
        if here is None:
            return False
        if _is_now(here, other):
            return True
        here = _now(here.after) if here.after is not None else None
    return True


def _is_now(row: Sentence, other: Sentence) -> bool:
    return _now(row).id == other.id


def _now(row: Sentence) -> Sentence:
    """The row that stands in place of this one."""
    while (newer := Sentence.objects.filter(replaces=row).first()) is not None:
        row = newer
    return row
