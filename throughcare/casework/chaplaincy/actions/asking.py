"""To ask for a representative, to say a wish, and to change it. By the person, or at the wish."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.chaplaincy.errors import BadWish, OverAlready
from throughcare.casework.chaplaincy.holding import (
    hold_faith,
    hold_whose,
    need_faith,
    own_hand,
    told,
)
from throughcare.casework.chaplaincy.models import Request, Wish
from throughcare.casework.chaplaincy.terms import WishKind
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import entering
from throughcare.casework.rows.anew import anew
from throughcare.casework.rows.writing import put


@entering
def ask_for(
    *, by: Viewer, at: datetime, person_id: UUID, faith: str, asked_at: datetime
) -> Request:  # fmt: skip
    """Ask for a representative of a faith, or write down that the person asked.

    Raises BadWish, NotInCustody, BadMoment, NotThere, Refused.
    """
    holding = hold_faith(person_id, act=Act.APPEND, by=by, at=at)
    need_past(asked_at, at=at)
    row = Request(faith=need_faith(faith), asked_at=asked_at, own_hand=own_hand(holding))
    with told():
        return put(holding, row, event="chaplaincy.asked", happened_at=asked_at)


@entering
def wish(
    *, by: Viewer, at: datetime, person_id: UUID, kind: str, since: datetime, faith: str = ""
) -> Wish:  # fmt: skip
    """Say a standing wish: to attend services of a faith, or to have no visit. Nobody asks why.

    Raises BadWish, NotInCustody, BadMoment, NotThere, Refused.
    """
    holding = hold_faith(person_id, act=Act.WRITE, by=by, at=at)
    need_past(since, at=at)
    if kind not in WishKind.values:
        raise BadWish(_("this is no wish of the list"), remedy=_("choose one of the list"))
    if kind == WishKind.NO_VISITS and faith.strip():
        raise BadWish(
            _("whoever wishes no visit is asked for no faith"), remedy=_("leave the faith empty")
        )
    said = need_faith(faith) if kind == WishKind.SERVICES else ""
    row = Wish(kind=kind, faith=said, since=since, own_hand=own_hand(holding))
    with told():
        return put(holding, row, event="chaplaincy.wished", happened_at=since)


@entering
def end_wish(*, by: Viewer, at: datetime, wish_id: UUID, until: datetime) -> Wish:
    """End a wish: the person thinks otherwise now. Raises OverAlready, BadMoment, NotThere."""
    holding, row = hold_whose(Wish, wish_id, by=by, at=at)
    need_past(until, at=at)
    if row.until is not None or row.stood_until is not None:
        raise OverAlready(_("this wish has ended already"), remedy=_("look at what stands now"))
    if until < row.since:
        raise BadWish(_("a wish cannot end before it began"), remedy=_("look at day and hour"))
    ended = anew(row, until=until, own_hand=own_hand(holding))
    with told():
        return put(holding, ended, event="chaplaincy.wish_ended", happened_at=until, replaces=row)
