"""A notice of an emergency access is seen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.access.actions.acting import acting
from throughcare.access.errors import Already, NotThere
from throughcare.access.models import Notice
from throughcare.access.queries.emergencies import notices_for
from throughcare.access.question import Viewer
from throughcare.access.terms import Role


@transaction.atomic
def see_notice(*, by: Viewer, at: datetime, notice: Notice) -> Notice:
    """Say that it was seen, by one of those whom it is to. Raises Already, NotThere, Refused."""
    me = acting(by, at=at)
    row = Notice.objects.select_for_update().filter(pk=notice.pk).first()
    if row is None:
        raise NotThere
    if row.seen_by_id == by.account:
        raise Already(_("you have seen this notice"), remedy=_("nothing is left to do"))
    if not notices_for(me.viewer, at=at).filter(pk=row.pk).exists():
        raise NotThere
    row.seen_at, row.seen_by_id = at, by.account
    row.save(update_fields=["seen_at", "seen_by"])
    held = [post for post in me.posts({Role(row.role)}) if post.establishment == row.establishment]
    me.as_post(held[0]).enter(
        "access.notice_seen", row, about=row.emergency.person,
        compartment=row.emergency.compartment,
    )  # fmt: skip
    return row
