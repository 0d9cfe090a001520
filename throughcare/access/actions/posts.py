"""Posts: who is appointed to which role, where and for how long."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from throughcare.access.actions.acting import Acting, acting, in_office, not_oneself, refused
from throughcare.access.actions.asked import earlier_end, need_period, need_reason
from throughcare.access.belonging import SERVICE, belonging
from throughcare.access.duties import administrators, apart
from throughcare.access.errors import Already, BadPeriod, Incompatible, NotThere, WrongPlace
from throughcare.access.models import Account, Post
from throughcare.access.places import is_establishment
from throughcare.access.question import Reason, Viewer
from throughcare.access.terms import Role

_APPOINTING: Final = administrators() | {Role.PRISON_DIRECTOR}


@transaction.atomic
def appoint(
    *, by: Viewer, at: datetime, account: Account, role: Role, establishment: str,
    begins: datetime, ends: datetime | None,
) -> Post:  # fmt: skip
    """Give a post: an administrator of accounts anywhere, a director in the own prison.

    Never to oneself, whichever account. Raises WrongPlace, BadPeriod, Already, Incompatible,
    Refused.
    """
    me = _appointing(acting(by, at=at, about=account), establishment)
    not_oneself(me, account)
    _need_place(role, establishment)
    need_period(begins, ends, at=at)
    if belonging(role).must_end and ends is None:
        raise BadPeriod(
            _("this role has no standing access: its post needs an end"),
            remedy=_("write the day on which the matter ends"),
        )
    _need_free(account, role, establishment, begins, ends)
    post = Post.objects.create(
        account=account, role=role, establishment=establishment, begins=begins, ends=ends
    )
    me.enter("access.appointed", post)
    return post


@transaction.atomic
def end_post(*, by: Viewer, at: datetime, post: Post, ends: datetime, why: str) -> Post:
    """Set an end, or bring it forward; a longer time is a new appointment.

    By whoever may appoint there. Raises BadPeriod, Already, NoReason, NotThere, Refused.
    """
    found = Post.objects.select_related("account").filter(pk=post.pk).first()
    if found is None:
        raise NotThere
    me = _appointing(acting(by, at=at, about=found.account), found.establishment)
    not_oneself(me, found.account)
    need_reason(why)
    found.refresh_from_db(fields=["ends"])
    found.ends = earlier_end(found.begins, found.ends, ends, at=at)
    found.save(update_fields=["ends"])
    me.enter("access.post_ended", found, why=why)
    return found


def _appointing(me: Acting, establishment: str) -> Acting:
    """In the post that appoints there: the administrator's first. Raises Refused."""
    in_office(me, _APPOINTING)
    if me.posts(administrators()):
        return in_office(me, administrators())
    directing = me.posts({Role.PRISON_DIRECTOR})
    own = [post for post in directing if post.establishment == establishment]
    if not own or establishment == SERVICE:
        raise refused(Reason.NOT_IN_OFFICE)
    return me.as_post(own[0])


def _need_place(role: Role, establishment: str) -> None:
    if not is_establishment(establishment):
        raise WrongPlace(
            _("'%(place)s' is not the code of an establishment") % {"place": establishment},
            remedy=_("write small letters, digits and hyphens, such as north-central"),
        )
    if not belonging(role).fits(establishment):
        raise WrongPlace(
            _("the role %(role)s is not held at '%(place)s'")
            % {"role": role.value, "place": establishment},
            remedy=_("choose an establishment for its staff, 'service' for the whole service"),
        )


def _need_free(
    account: Account, role: Role, establishment: str, begins: datetime, ends: datetime | None
) -> None:
    """Raises Already for the same post at that time, Incompatible for one that may not be both."""
    at_once = _meanwhile(account, begins, ends)
    if at_once.filter(account=account, role=role, establishment=establishment).exists():
        raise Already(
            _("this post is held already in that time"),
            remedy=_("let the new one begin where the present one ends"),
        )
    if any(apart(role, Role(other)) for other in at_once.values_list("role", flat=True)):
        raise Incompatible(
            _("one human being may not administer accounts and read files at one time"),
            remedy=_("appoint somebody else, or end the other post first"),
        )


def _meanwhile(account: Account, begins: datetime, ends: datetime | None) -> QuerySet[Post]:
    """The posts of the same human being that are held at some moment of that time."""
    lasting = Q(ends=None) | (Q(ends__gt=begins) & Q(ends__gt=F("begins")))
    rows = Post.objects.filter(lasting, account__holder=account.holder)
    return rows if ends is None else rows.filter(begins__lt=ends)
