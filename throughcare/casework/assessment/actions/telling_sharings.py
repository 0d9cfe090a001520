"""The person is told what another agency got, or it is decided why not, and until when."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.casework.assessment.errors import NotSaid, WrongState
from throughcare.casework.assessment.holding import go_to, hold_standing
from throughcare.casework.assessment.minutes import minute_of
from throughcare.casework.assessment.models import Sharing
from throughcare.casework.assessment.sharing_checks import need_kept_back
from throughcare.casework.assessment.sharing_terms import SharingState
from throughcare.casework.assessment.states import need_next
from throughcare.casework.assessment.status_terms import ToldHow
from throughcare.casework.assessment.words import need_said
from throughcare.casework.custody.moments import need_order, need_past
from throughcare.casework.people.files import Holding, entering


@entering
def tell_sharing(
    *, by: Viewer, at: datetime, sharing_id: UUID, told_at: datetime | None = None,
    how: ToldHow | str = "", language: str = "", not_told_why: str = "",
    not_told_until: datetime | None = None,
) -> Sharing:  # fmt: skip
    """Write that the person was told, or the decision by which that waits for a day. One of both.

    Who was told knows: nothing is kept back after that. Raises NotSaid, BadMoment, WrongState,
    NotThere, Refused.
    """
    holding, row = hold_standing(Sharing, sharing_id, by=by, at=at, why=not_told_why)
    need_next(row.kind_of_judgement, row.state, SharingState.GIVEN)
    if row.given_at is None:
        raise WrongState(
            _("nothing was handed over yet"),
            remedy=_("tell the person once it was handed over"),
        )
    if told_at is None:
        return _keep_back(holding, row, why=not_told_why, until=not_told_until)
    if not_told_why.strip() or not_told_until is not None:
        raise NotSaid(
            _("the person was told, or it is decided that this waits: not both"),
            remedy=_("leave one of the two empty"),
        )
    need_said(language=language)
    if how not in ToldHow.values:
        raise NotSaid(_("how the person was told is not of the list"), remedy=_("choose one"))
    need_past(told_at, at=at)
    need_order(minute_of(row.given_at), told_at, what=_("nobody is told before it was handed over"))
    return go_to(
        holding, row, SharingState.GIVEN, "assessment.sharing_told",
        told_at=max(told_at, row.given_at), told_by=str(by.account), told_how=how,
        told_language=language.strip(), not_told_why="", not_told_until=None,
    )  # fmt: skip


def _keep_back(holding: Holding, row: Sharing, *, why: str, until: datetime | None) -> Sharing:
    """The decision that the person does not learn of it before a day."""
    if row.told_at is not None:
        raise WrongState(
            _("the person was told of this already"),
            remedy=_("nothing can be kept back any more"),
        )
    need_said(why_it_is_kept_back=why)
    need_kept_back(why, until, at=holding.at)
    return go_to(
        holding, row, SharingState.GIVEN, "assessment.sharing_kept_back",
        not_told_why=why.strip(), not_told_until=until,
    )  # fmt: skip
