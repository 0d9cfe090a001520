"""Relatives: declared by oneself, undone by a director."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from throughcare.access.actions.acting import acting, in_office, not_near, not_oneself
from throughcare.access.actions.asked import earlier_end, need_reason
from throughcare.access.errors import NotThere
from throughcare.access.models import Kinship, Post
from throughcare.access.queries.viewers import in_force
from throughcare.access.question import Viewer
from throughcare.access.terms import Role


@transaction.atomic
def declare_kin(*, by: Viewer, at: datetime, person: UUID) -> Kinship:
    """Say that somebody in custody is a relative: from now on no post of staff opens the file.

    Counts for every account of the same human being; a second declaration answers with the first.
    Whether the person exists is not told. Raises Refused for a suspended account.
    """
    me = acting(by, at=at)
    present = Kinship.objects.filter(in_force(at), account__holder=me.holder, person=person).first()
    if present is not None:
        return present
    row = Kinship.objects.create(account_id=by.account, person=person, begins=at)
    me.enter("access.kin_declared", row, about=person)
    return row


@transaction.atomic
def end_kin(*, by: Viewer, at: datetime, kinship: Kinship, why: str) -> Kinship:
    """Undo a declaration: by a director where its holder has a post, never by the holder.

    Raises Already, NoReason, NotThere, Refused.
    """
    row = Kinship.objects.select_related("account").filter(pk=kinship.pk).first()
    if row is None:
        raise NotThere
    me = acting(by, at=at, about=row.account)
    not_oneself(me, row.account)
    in_office(me, {Role.PRISON_DIRECTOR})
    staff = Post.objects.filter(in_force(at), account__holder=row.account.holder)
    places = set(staff.values_list("establishment", flat=True))
    here = [one for one in me.posts({Role.PRISON_DIRECTOR}) if one.establishment in places]
    if not here:
        raise NotThere
    not_near(me, row.person)
    need_reason(why)
    row.refresh_from_db(fields=["ends"])
    row.ends = earlier_end(row.begins, row.ends, at, at=at)
    row.save(update_fields=["ends"])
    me.as_post(here[0]).enter("access.kin_ended", row, why=why, about=row.person)
    return row
