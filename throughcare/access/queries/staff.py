"""Accounts, posts and cases, for those who give and end them."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import F, Q, QuerySet

from throughcare.access.belonging import belonging
from throughcare.access.duties import administrators
from throughcare.access.models import Account, CaseAssignment, Post
from throughcare.access.places import within
from throughcare.access.policy import without_post
from throughcare.access.queries.viewers import in_force
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Role

_ASSIGNING: Final = frozenset({Role.PRISON_DIRECTOR, Role.CASE_MANAGER})


def accounts_for(viewer: Viewer, *, at: datetime) -> QuerySet[Account]:
    """The accounts that this viewer may appoint or administer, and the own one, by name.

    An administrator: all. A director: of those who have or had a post in the own prison, and who
    have none at all and no file, so that somebody new can be appointed. Others: the own.
    """
    own = Q(pk=viewer.account)
    if viewer.suspended:
        return Account.objects.none()
    if _held(viewer, administrators(), at):
        return Account.objects.order_by("name")
    places = _directed(viewer, at)
    if places:
        posted = Post.objects.filter(establishment__in=places).values("account")
        own |= Q(pk__in=posted) | Q(posts=None, person=None)
    return Account.objects.filter(own).distinct().order_by("name")


def posts_of(viewer: Viewer, account: Account, *, at: datetime) -> QuerySet[Post]:
    """All posts of an account, past ones too: to itself and an administrator; to a director
    those in the own prison."""
    rows = Post.objects.filter(account=account).order_by("begins", "pk")
    if viewer.suspended:
        return rows.none()
    if viewer.account == account.pk or _held(viewer, administrators(), at):
        return rows
    return rows.filter(establishment__in=_directed(viewer, at))


def cases_of(viewer: Viewer, subject: Subject, *, at: datetime) -> QuerySet[CaseAssignment]:
    """Who has, or will have, this person's case: to those who assign there.

    To the person: which relatives are allowed. To admissions the same.
    """
    if subject.person is None:
        return CaseAssignment.objects.none()
    rows = CaseAssignment.objects.filter(Q(ends=None) | Q(ends__gt=at), person=subject.person)
    rows = rows.exclude(ends=F("begins")).select_related("account").order_by("role", "begins", "pk")
    if assigns(viewer, subject, at=at):
        return rows
    if _own_file(viewer, subject, at) or _over(viewer, {Role.ADMISSIONS_OFFICER}, subject, at):
        return rows.filter(role=Role.FAMILY)
    return rows.none()


def could_take(viewer: Viewer, subject: Subject, role: Role, *, at: datetime) -> QuerySet[Account]:
    """Who holds a post in this role now and could be given the case, for those who assign there."""
    posts = Post.objects.filter(in_force(at), role=role)
    if not belonging(role).stays_at_transfer:
        here = (subject.establishment or "").partition("/")[0]
        posts = posts.filter(establishment=here)
    if not assigns(viewer, subject, at=at):
        return Account.objects.none()
    mine = Account.objects.filter(pk=viewer.account).values("holder")
    able = Account.objects.filter(pk__in=posts.values("account"), is_active=True)
    return able.exclude(holder__in=mine).order_by("name")


def assigns(viewer: Viewer, subject: Subject, *, at: datetime) -> bool:
    """Whether the viewer gives and ends this person's cases: director or case manager there."""
    return _over(viewer, _ASSIGNING, subject, at)


def _own_file(viewer: Viewer, subject: Subject, at: datetime) -> bool:
    mine = viewer.person is not None and viewer.person == subject.person
    return mine and bool(_held(viewer, {Role.PRISONER}, at))


def _over(
    viewer: Viewer, roles: set[Role] | frozenset[Role], subject: Subject, at: datetime
) -> bool:
    near = subject.person in viewer.kin or subject.person == viewer.person
    held = _held(viewer, roles, at)
    return not near and any(within(subject.establishment, place) for place in held)


def _directed(viewer: Viewer, at: datetime) -> set[str]:
    return _held(viewer, {Role.PRISON_DIRECTOR}, at)


def _held(viewer: Viewer, roles: set[Role] | frozenset[Role], at: datetime) -> set[str]:
    """The places of the posts in force in these roles."""
    if without_post(viewer, at):
        return set()
    held = [post for post in viewer.posts if post.period.holds(at) and post.role in roles]
    return {post.establishment for post in held}
