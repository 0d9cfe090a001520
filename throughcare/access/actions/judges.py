"""Cases that judges have because the law wants a judge to know: of people held without an order.

The two acts are narrow. They give a case in the one role `judge_prosecutor`, to judges who hold a
post there, and never to a relative of the person. A room above decides that somebody is held
without an order, in the transaction that finds it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from throughcare.access.actions.acting import Acting, acting, not_near, refused
from throughcare.access.actions.asked import need_reason
from throughcare.access.belonging import SERVICE
from throughcare.access.errors import Already, NotThere
from throughcare.access.models import Account, CaseAssignment, Kinship, Post
from throughcare.access.places import within
from throughcare.access.queries.viewers import in_force
from throughcare.access.question import HeldPost, Reason, Subject, Viewer
from throughcare.access.terms import Role

# Who writes in identity or orders, and so may find that somebody is held without one.
_FINDING: Final = frozenset({Role.ADMISSIONS_OFFICER, Role.CASE_MANAGER, Role.JUDGE_PROSECUTOR})
_JUDGE: Final = Role.JUDGE_PROSECUTOR


@transaction.atomic
def give_to_judges(*, by: Viewer, at: datetime, subject: Subject, why: str) -> list[CaseAssignment]:
    """Give the case to each judge with a post at the establishment; else to those of the service.

    By admissions or a case manager there, or by a judge. Who has the case keeps it. Each with its
    entry. `subject`: read it under the lock of the file. Raises NoReason, NotThere, Refused.
    """
    me = _finding(acting(by, at=at), subject)
    need_reason(why)
    person = _person(subject)
    told = _judges_without(person, subject.establishment, at)
    return [_given(me, account, person, why) for account in told]


@transaction.atomic
def take_as_judge(
    *, by: Viewer, at: datetime, subject: Subject, why: str
) -> CaseAssignment:  # fmt: skip
    """Take the case oneself, as a judge with a post there. Raises Already, NoReason, NotThere."""
    me = acting(by, at=at)
    not_near(me, subject.person)
    held = [post for post in me.posts({_JUDGE}) if _covers(post, subject)]
    if not held:
        raise NotThere
    need_reason(why)
    account, person = Account.objects.get(pk=by.account), _person(subject)
    if _has_it(person, at).filter(account=account).exists():
        raise Already(_("you have this case already"), remedy=_("open the file"))
    return _given(me.as_post(held[0]), account, person, why)


def _finding(me: Acting, subject: Subject) -> Acting:
    not_near(me, subject.person)
    held = me.posts(_FINDING)
    for post in held:
        if post.role is _JUDGE or within(subject.establishment, post.establishment):
            return me.as_post(post)
    if held:
        raise NotThere
    raise refused(Reason.NOT_IN_OFFICE)


def _covers(post: HeldPost, subject: Subject) -> bool:
    return post.establishment == SERVICE or within(subject.establishment, post.establishment)


def _person(subject: Subject) -> UUID:
    if subject.person is None:
        raise NotThere
    return subject.person


def _judges_without(person: UUID, establishment: str | None, at: datetime) -> list[Account]:
    """The judges who are to be told and do not have the case; no relative, nor the person."""
    posts = Post.objects.filter(in_force(at), role=_JUDGE).exclude(ends=F("begins"))
    here = posts.filter(establishment=(establishment or "").partition("/")[0])
    told = here if here.exists() else posts.filter(establishment=SERVICE)
    kin = Kinship.objects.filter(in_force(at), person=person)
    near = Account.objects.filter(Q(person=person) | Q(pk__in=kin.values("account")))
    able = Account.objects.filter(pk__in=told.values("account"), is_active=True)
    able = able.exclude(holder__in=near.values("holder"))
    return list(able.exclude(pk__in=_has_it(person, at).values("account")).order_by("pk"))


def _has_it(person: UUID, at: datetime) -> QuerySet[CaseAssignment]:
    """The judges' cases of this person that last until further notice or begin later."""
    rows = CaseAssignment.objects.filter(person=person, role=_JUDGE)
    return rows.filter(Q(ends=None) | Q(ends__gt=at)).exclude(ends=F("begins"))


def _given(me: Acting, account: Account, person: UUID, why: str) -> CaseAssignment:
    row = CaseAssignment.objects.create(
        account=account, person=person, role=_JUDGE, begins=me.at, ends=None
    )
    me.enter("access.case_assigned", row, why=why, about=person)
    return row
