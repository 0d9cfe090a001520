"""The second person of an emergency access: confirms it in its first hour, and reviews it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.access.actions.acting import Acting, acting, not_near, refused
from throughcare.access.actions.asked import need_reason
from throughcare.access.duties import bars
from throughcare.access.errors import Already, NotThere, TooLate
from throughcare.access.models import Account, BreakGlass
from throughcare.access.policy import without_post
from throughcare.access.queries.emergencies import post_near
from throughcare.access.question import Reason, Viewer

_TAKEN: Final = "break_glass"
_SHORTEST: Final = timedelta(microseconds=1)


@transaction.atomic
def confirm_break_glass(*, by: Viewer, at: datetime, emergency: BreakGlass) -> BreakGlass:
    """Say as a second person that it is needed, so that it goes on to its end.

    By the director there, who answers for this part of the file there, or the inspector. Raises
    TooLate, Already, NotThere, Refused.
    """
    me, row = _second(by, at, emergency, "confirm_break_glass", owners=True)
    if row.confirmed_at is not None or row.confirm_by is None:
        raise Already(
            _("this emergency access needs no confirmation now"),
            remedy=_("it still waits for its review"),
        )
    if at >= row.confirm_by:
        raise TooLate(
            _("the time to confirm is over, and the emergency access with it"),
            remedy=_("if the emergency goes on, it must be taken anew"),
        )
    row.confirmed_by_id, row.confirmed_at = by.account, at
    row.save(update_fields=["confirmed_by", "confirmed_at"])
    me.enter("access.emergency_confirmed", row, about=row.person, compartment=row.compartment)
    return row


@transaction.atomic
def review_break_glass(
    *, by: Viewer, at: datetime, emergency: BreakGlass, justified: bool, finding: str
) -> BreakGlass:
    """Say afterwards whether it was justified, and in words why. Not justified, it ends at once.

    By the director there or the inspector; late is better than never. Raises NoReason, Already,
    NotThere, Refused.
    """
    me, row = _second(by, at, emergency, "review_break_glass", owners=False)
    need_reason(finding)
    if row.reviewed_at is not None:
        raise Already(
            _("somebody has reviewed this emergency access already"),
            remedy=_("read the finding that was written"),
        )
    row.reviewed_by_id, row.reviewed_at = by.account, at
    row.justified, row.finding = justified, finding
    if not justified:
        row.ends = min(row.ends, max(at, row.begins + _SHORTEST))
    row.save(update_fields=["reviewed_by", "reviewed_at", "justified", "finding", "ends"])
    me.enter(
        "access.emergency_reviewed", row, why=finding, about=row.person,
        compartment=row.compartment,
    )  # fmt: skip
    return row


def _second(
    by: Viewer, at: datetime, emergency: BreakGlass, act: str, *, owners: bool
) -> tuple[Acting, BreakGlass]:
    """In the post that answers for it, and the row. Raises Refused, NotThere.

    The lock of its taker's accounts is the lock of the row: nobody else writes it.
    """
    taker = Account.objects.filter(emergencies=emergency.pk).first()
    me = acting(by, at=at, about=taker)
    row = BreakGlass.objects.filter(pk=emergency.pk).first()
    if row is None or taker is None:
        raise NotThere
    if bars(_TAKEN, taker.holder, act, me.holder):
        raise refused(Reason.SECOND_PERSON)
    standing = without_post(me.viewer, at)
    if standing:
        raise refused(standing)
    not_near(me, row.person)
    post = post_near(me.viewer, row, at=at, owners=owners)
    if post is None or at < row.begins:
        raise NotThere
    return me.as_post(post), row
