"""To tell the person of an order, to put an order or a spell right, to strike an entry out.

What stood before stays readable with its time and its author. Who may only add to the register
reads none of it, and so corrects nothing.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.record import Record
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put, strike_out
from throughcare.casework.safety.entries import ENTRIES
from throughcare.casework.safety.errors import BadSeparation
from throughcare.casework.safety.held_order import need_after_reviews, need_limit, put_order
from throughcare.casework.safety.held_spell import need_free, need_kind, need_sound_times, row_of
from throughcare.casework.safety.models import Separation, SeparationOrder
from throughcare.casework.safety.order_words import OrderWords, need_sound_words, words_of
from throughcare.casework.safety.refusals import in_our_words
from throughcare.casework.safety.spells import spells_of


@entering
def tell_of_order(
    *, by: Viewer, at: datetime, person_id: UUID, order_id: UUID, told_at: datetime,
    told_language: str, told_how: str, how_to_challenge: str, why: str = "",
) -> SeparationOrder:  # fmt: skip
    """Write down that the person was told of an order, how, and how it is challenged.

    Raises BadSeparation, AlreadyReplaced, NotThere, Refused.
    """
    holding = _held(by, at, person_id, why)
    row = own_row(holding, SeparationOrder, order_id)
    words = words_of(
        row, told_at=told_at, told_language=told_language, told_how=told_how,
        how_to_challenge=how_to_challenge,
    )  # fmt: skip
    need_sound_words(words, at=at, found=bool(row.found))
    if not how_to_challenge.strip():
        raise BadSeparation(
            _("it is not said how the person can challenge the order"),
            remedy=_("write where and until when (Rule 41)"),
        )
    return put_order(
        holding, row.separation_id, words, event="safety.separation_order_told",
        found=row.found, replaces=row,
    )  # fmt: skip


@entering
def correct_order(
    *, by: Viewer, at: datetime, person_id: UUID, order_id: UUID, order: OrderWords, why: str
) -> SeparationOrder:
    """Put the right words in the place of wrong ones; the limit holds as for a new order.

    Raises NoReason, BeyondLimit, BadSeparation, AlreadyReplaced, NotThere, Refused.
    """
    need_reason(why)
    holding = _held(by, at, person_id, why)
    row = own_row(holding, SeparationOrder, order_id)
    need_sound_words(order, at=at, found=bool(row.found))
    if not row.found:
        spells = spells_of(holding.person.id, known_at=at)
        known = next((one for one in spells if one.id == row.separation_id), None)
        if known is None:
            raise NotThere
        need_limit(holding, order, kind=known.kind, since=known.since, spell_id=known.id)
    return put_order(
        holding, row.separation_id, order, event="safety.separation_order_corrected",
        found=row.found, replaces=row,
    )  # fmt: skip


@entering
def correct_separation(
    *, by: Viewer, at: datetime, person_id: UUID, separation_id: UUID, kind: str,
    since: datetime, until: datetime | None, why: str,
) -> Separation:  # fmt: skip
    """Write down how and when somebody really was separated.

    Raises NoReason, AlreadySeparated, BadSeparation, NotThere, Refused.
    """
    need_reason(why)
    holding = _held(by, at, person_id, why)
    row = row_of(holding, separation_id)
    need_kind(kind)
    need_sound_times(holding, since, until)
    need_free(holding, since, until, but=separation_id)
    if until is not None:
        need_after_reviews(holding, separation_id, until)
    corrected = anew(row, kind=kind, since=since, until=until)
    with in_our_words():
        return put(
            holding, corrected, event="safety.separation_corrected", happened_at=since,
            replaces=row,
        )  # fmt: skip


@entering
def strike_out_entry(
    *, by: Viewer, at: datetime, person_id: UUID, kind: str, row_id: UUID, why: str
) -> Record:
    """Say that an entry was never so. `kind` is a name of `entries.ENTRIES`.

    A separation on which orders stand is struck out after them. Raises BadSeparation,
    AlreadyReplaced, NoReason, NotThere, Refused.
    """
    need_reason(why)
    of = ENTRIES.get(kind)
    if of is None or of.compartment is None:
        raise NotThere
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=of.compartment, by=by, at=at, why=why
    )
    row = own_row(holding, of.model, row_id)
    if isinstance(row, Separation):
        _need_no_orders(holding, row)
    return strike_out(holding, row)


def _need_no_orders(holding: Holding, row: Separation) -> None:
    orders = rows_of(SeparationOrder, holding.person.id, known_at=holding.at)
    if orders.filter(separation=row.spell).exists():
        raise BadSeparation(
            _("an order of this separation stands"), remedy=_("strike the order out first")
        )


def _held(by: Viewer, at: datetime, person_id: UUID, why: str) -> Holding:
    return hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.DIS, by=by, at=at, why=why
    )
