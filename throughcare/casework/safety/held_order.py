"""A file held for an order of separation, and what the order must fit there."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.people.files import Holding, hold
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put
from throughcare.casework.safety.errors import BadSeparation, BeyondLimit, HealthMayNotOrder
from throughcare.casework.safety.limits import Spell
from throughcare.casework.safety.models import SeparationOrder, SeparationReview
from throughcare.casework.safety.order_words import OrderWords, need_within_limit
from throughcare.casework.safety.spells import spells_of
from throughcare.casework.safety.terms import CLOSED


def hold_for_order(by: Viewer, at: datetime, person_id: UUID, why: str) -> Holding:
    """The file, held by somebody who may order. Health staff may not (Rule 46)."""
    holding = hold(
        person_id=person_id, act=Act.APPEND, compartment=Compartment.DIS, by=by, at=at, why=why
    )
    if holding.leave.role == Role.PHYSICIAN_NURSE:
        raise HealthMayNotOrder(
            _("health staff take no part in ordering a separation (Rule 46)"),
            remedy=_("tell the director what you advise"),
        )
    return holding


def put_order(
    holding: Holding, spell_id: UUID, order: OrderWords, *, event: str, found: str = "",
    replaces: SeparationOrder | None = None,
) -> SeparationOrder:  # fmt: skip
    """Put the row of an order down; whoever corrects it later did not give it."""
    said: dict[str, Any] = order.columns(at=holding.at)
    given_by = str(holding.by.account) if replaces is None else replaces.ordered_by
    row = SeparationOrder(separation_id=spell_id, ordered_by=given_by, found=found, **said)
    with refusing({"safety_separation_within_its_days": _beyond()}):
        return put(holding, row, event=event, happened_at=row.made_at, replaces=replaces)


def need_limit(
    holding: Holding, order: OrderWords, *, kind: str, since: datetime,
    spell_id: UUID | None = None,
) -> None:  # fmt: skip
    """Refuse an end beyond the limit for who is locked up alone. Raises BeyondLimit.

    Of a small group the engine judges each day by its contacts; its spells join the others.
    """
    if kind not in CLOSED or order.end_at is None:
        return
    known = spells_of(holding.person.id, known_at=holding.at)
    others = [one.spell for one in known if one.id != spell_id]
    own = next((one.zone for one in known if one.id == spell_id), None)
    zone = own or zone_of(holding.person.held_at).key
    need_within_limit(order, others, Spell(since, max(order.end_at, since), zone), holding.at)


def _beyond() -> BeyondLimit:
    """What another writer, or a row that is hidden here, has made too long meanwhile."""
    return BeyondLimit(
        _("with what joins it, the separation would last longer in a row than is allowed"),
        remedy=_("look at the register again, and give an earlier end"),
    )


def need_after_reviews(holding: Holding, spell_id: UUID, until: datetime) -> None:
    """Refuse an end before the last review: somebody reviewed a separation that went on."""
    reviews = rows_of(SeparationReview, holding.person.id, known_at=holding.at)
    last = reviews.filter(separation=spell_id).order_by("at").last()
    if last is not None and until < last.at:
        raise BadSeparation(
            _("the separation was reviewed on %(at)s, after this end")
            % {"at": last.at.strftime("%Y-%m-%d %H:%M")},
            remedy=_("look at day and hour, or correct the review first"),
        )
