"""To take somebody from the list into a group, in order or for a reason, while there is a place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.casework.people.files import entering
from throughcare.casework.programmes.actions.referring import need_here, need_not_withdrawn
from throughcare.casework.programmes.errors import Full, NoConsent, OutOfOrder
from throughcare.casework.programmes.holding import (
    consents,
    go_to,
    hold_referral,
    programme_of,
    waits_longer,
)
from throughcare.casework.programmes.house import standing_row
from throughcare.casework.programmes.models import Group, Programme, Referral
from throughcare.casework.programmes.states import need_next
from throughcare.casework.programmes.terms import State
from throughcare.casework.rows.refusing import refusing


@entering
def enrol_in_programme(
    *, by: Viewer, at: datetime, referral_id: UUID, group_id: UUID, before_others_why: str = ""
) -> Referral:
    """Take somebody from the list into a group. Whoever waits longest is next.

    Raises NoConsent, Full, OutOfOrder, WrongState, NotHere, NotThere, Refused.
    """
    holding, row = hold_referral(referral_id, by=by, at=at, why=before_others_why)
    need_not_withdrawn(row)
    need_next(row.kind_of_state, row.state, State.ENROLLED)
    programme, group = programme_of(row), standing_row(Group, group_id, at=at)
    if group.programme_id != programme.first:
        raise NotThere
    need_here(holding, programme.place)
    if not row.obliged_by and not consents(row.first):
        raise _no_word()
    if places_left(programme) <= 0:
        raise _full()
    if not before_others_why.strip() and waits_longer(row.first):
        raise _others()
    told = {
        "programmes_places_are_respected": _full(), "programmes_list_is_in_order": _others(),
        "programmes_accepted_by_consent": _no_word(),
    }  # fmt: skip
    with refusing(told):
        return go_to(
            holding, row, State.ENROLLED, "enrolled", group_id=group.first, enrolled_at=at,
            enrolled_by=str(by.account), before_others_why=before_others_why.strip(),
        )  # fmt: skip


def places_left(programme: Programme) -> int:
    """How many places are free, of everybody: also of those whom the viewer may not read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT programmes_places_taken(%s)", [programme.first])
        return programme.places - int(cursor.fetchone()[0])


def _full() -> Full:
    return Full(
        _("every place of this programme is taken"),
        remedy=_("the person keeps the place on the list; take the next when somebody is through"),
    )


def _others() -> OutOfOrder:
    return OutOfOrder(
        _("somebody waits longer for this programme"),
        remedy=_("take that person first, or write why this one is taken before"),
    )


def _no_word() -> NoConsent:
    return NoConsent(
        _("the person has not consented"), remedy=_("ask first, and write down what was said")
    )
