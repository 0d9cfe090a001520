"""To order a separation, to let it go on by another order, to end it. Compartment DIS."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import entering, hold
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.barred import need_not_barred
from throughcare.casework.safety.errors import BadSeparation
from throughcare.casework.safety.held_order import (
    hold_for_order,
    need_after_reviews,
    need_limit,
    put_order,
)
from throughcare.casework.safety.held_spell import (
    begin,
    need_free,
    need_kind,
    need_sound_times,
    row_of,
    running,
)
from throughcare.casework.safety.models import Separation, SeparationOrder
from throughcare.casework.safety.order_words import OrderWords, need_sound_words
from throughcare.casework.safety.refusals import in_our_words


@entering
def order_separation(
    *, by: Viewer, at: datetime, person_id: UUID, kind: str, order: OrderWords,
    since: datetime | None = None, why: str = "",
) -> SeparationOrder:  # fmt: skip
    """Keep somebody apart from `since` on (now, if not said), on this order.

    The order ends by itself; the spell goes on until `end_separation`. Raises MustNotBeSeparated,
    BeyondLimit, AlreadySeparated, HealthMayNotOrder, BadSeparation, NotThere, Refused.
    """
    holding = hold_for_order(by, at, person_id, why)
    since = since or order.valid_from or at
    need_kind(kind)
    need_sound_times(holding, since, None)
    need_free(holding, since, None)
    need_sound_words(order, at=at, found=False)
    need_not_barred(holding, since, order.valid_from or at)
    need_limit(holding, order, kind=kind, since=since)
    with in_our_words():
        spell = begin(holding, kind=kind, since=since, until=None, found="")
        return put_order(holding, spell.id, order, event="safety.separation_ordered")


@entering
def continue_separation(
    *, by: Viewer, at: datetime, person_id: UUID, separation_id: UUID, order: OrderWords,
    why: str = "",
) -> SeparationOrder:  # fmt: skip
    """Another order for a spell that runs. The days go on being counted from its beginning.

    `separation_id`: the name of the spell. Raises as `order_separation`, and NotSeparated.
    """
    holding = hold_for_order(by, at, person_id, why)
    known = running(holding, separation_id)
    need_sound_words(order, at=at, found=False)
    if (order.valid_from or at) < known.since:
        raise BadSeparation(
            _("the order would begin before the separation"), remedy=_("look at day and hour")
        )
    need_not_barred(holding, order.valid_from or at)
    need_limit(holding, order, kind=known.kind, since=known.since, spell_id=separation_id)
    with in_our_words():
        return put_order(holding, separation_id, order, event="safety.separation_continued")


@entering
def end_separation(
    *, by: Viewer, at: datetime, person_id: UUID, separation_id: UUID, until: datetime,
    reason: str = "", why: str = "",
) -> Separation:  # fmt: skip
    """Write down that the person was let out to the others again.

    Raises BadSeparation for an end before the beginning, before the last review or to come;
    NotSeparated, NotThere, Refused.
    """
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.DIS, by=by, at=at, why=why
    )
    running(holding, separation_id)
    row = row_of(holding, separation_id)
    need_sound_times(holding, row.since, until)
    need_after_reviews(holding, separation_id, until)
    ended = anew(row, until=until, ended_why=reason.strip())
    return put(holding, ended, event="safety.separation_ended", happened_at=until, replaces=row)
