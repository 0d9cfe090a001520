"""To write down a separation that was found, and could not have been ordered. Compartment DIS.

A register that refuses to say what happened hides it. What is written here is no order of the
writer: it says who found it and why it is written, and every rule goes on to call it broken.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering, need_reason
from throughcare.casework.safety.held_order import hold_for_order, put_order
from throughcare.casework.safety.held_spell import (
    begin,
    need_free,
    need_kind,
    need_sound_times,
    spell_of,
)
from throughcare.casework.safety.models import Separation, SeparationOrder
from throughcare.casework.safety.order_words import OrderWords, need_sound_words
from throughcare.casework.safety.refusals import in_our_words


@entering
def find_separation(
    *, by: Viewer, at: datetime, person_id: UUID, kind: str, since: datetime, found: str,
    until: datetime | None = None, orders: Sequence[OrderWords] = (), why: str = "",
) -> Separation:  # fmt: skip
    """Write down that somebody is or was separated, lawfully or not, with the orders there were.

    `found`: who found it, and why it is written afterwards. Raises NoReason, AlreadySeparated,
    BadSeparation, HealthMayNotOrder, NotThere, Refused.
    """
    holding = hold_for_order(by, at, person_id, why)
    need_reason(found)
    need_kind(kind)
    need_sound_times(holding, since, until)
    need_free(holding, since, until)
    for order in orders:
        need_sound_words(order, at=at, found=True)
    with in_our_words():
        spell = begin(holding, kind=kind, since=since, until=until, found=found.strip())
        for order in orders:
            event = "safety.separation_order_found"
            put_order(holding, spell.id, order, event=event, found=found.strip())
    return spell


@entering
def find_order(
    *, by: Viewer, at: datetime, person_id: UUID, separation_id: UUID, order: OrderWords,
    found: str, why: str = "",
) -> SeparationOrder:  # fmt: skip
    """Write down an order that was given, though it could not have been. Raises as above."""
    holding = hold_for_order(by, at, person_id, why)
    need_reason(found)
    known = spell_of(holding, separation_id)
    need_sound_words(order, at=at, found=True)
    return put_order(
        holding, known.id, order, event="safety.separation_order_found", found=found.strip()
    )
