"""To settle two entries that say different hours of one person. Nothing wins by itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.people.files import Holding, entering, hold, need_reason
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.own import own_row
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.standing import rows_of
from throughcare.casework.rows.writing import put, strike_out
from throughcare.casework.safety.errors import AlreadySettled, Conflicting
from throughcare.casework.safety.models import Contact, DayConflict, DayEntry, OutOfCell
from throughcare.casework.safety.terms import EntryTable, Settlement


@entering
def settle_conflict(
    *, by: Viewer, at: datetime, person_id: UUID, conflict_id: UUID, outcome: str, why: str
) -> DayConflict:
    """Say which of two entries is right; the other stays readable, and says why it is not.

    Raises NoReason, AlreadySettled, Conflicting, NotThere, Refused.
    """
    need_reason(why)
    holding = hold(
        person_id=person_id, act=Act.WRITE, compartment=Compartment.DIS, by=by, at=at, why=why
    )
    row = own_row(holding, DayConflict, conflict_id)
    if row.outcome or row.stood_until is not None:
        raise AlreadySettled(
            _("somebody has settled this already"), remedy=_("look at what stands now")
        )
    if outcome not in Settlement.values:
        raise Conflicting(_("it is not said which entry is right"), remedy=_("choose one of them"))
    if outcome == Settlement.REPLACED:
        _replace(holding, row)
    settled = anew(row, outcome=outcome)
    return put(holding, settled, event="safety.conflict_settled", happened_at=at, replaces=row)


def _replace(holding: Holding, row: DayConflict) -> None:
    """Strike out whatever stands in those hours, and write the later entry in its place."""
    model: type[OutOfCell] | type[Contact] = (
        OutOfCell if row.entry == EntryTable.OUT_OF_CELL else Contact
    )
    stands = rows_of(model, holding.person.id, known_at=holding.at)
    for one in stands.filter(since__lt=row.until, until__gt=row.since):
        strike_out(holding, one)
    new: DayEntry = model(
        entry_key=uuid4(), said_at=row.said_at, since=row.since, until=row.until,
        **({"kind": row.kind} if model is Contact else {}),
    )  # fmt: skip
    refusal = Conflicting(
        _("another entry stands in those hours"), remedy=_("settle that one first")
    )
    told = {"safety_out_of_cell_once_at_a_time": refusal, "safety_contact_once_at_a_time": refusal}
    with refusing(told):
        put(holding, new, event=f"safety.{row.entry}_settled", happened_at=row.since)
