"""The viewer that the policy asks for, and the lists of what waits for a second person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from throughcare.access.models import Account, BreakGlass, CaseAssignment, Kinship, Post
from throughcare.access.question import Assigned, Grant, HeldPost, Period, Viewer
from throughcare.access.terms import Compartment, Role


def viewer_of(account_id: int, *, at: datetime) -> Viewer:
    """Who asks, at that moment. A suspended account holds nothing. Five short queries.

    Kinship counts from every account of the same human being. Raises Account.DoesNotExist.
    """
    account = Account.objects.get(pk=account_id)
    if not account.is_active:
        return Viewer(account=account.pk, suspended=True)
    kin = Kinship.objects.filter(_in_force(at), account__holder=account.holder)
    return Viewer(
        account=account.pk,
        person=account.person,
        posts=tuple(
            HeldPost(Role(row.role), row.establishment, Period(row.begins, row.ends))
            for row in Post.objects.filter(account=account).order_by("pk")
        ),
        assigned=tuple(
            Assigned(Role(row.role), row.person, Period(row.begins, row.ends))
            for row in CaseAssignment.objects.filter(account=account).order_by("pk")
        ),
        kin=frozenset(kin.values_list("person", flat=True)),
        grants=tuple(
            _grant(row) for row in BreakGlass.objects.filter(account=account).order_by("pk")
        ),
    )


def account_names(accounts: Sequence[int]) -> dict[int, str]:
    """What these accounts are called, for "written by"; unknown ones are left out."""
    return dict(Account.objects.filter(pk__in=accounts).values_list("pk", "name"))


def posts_at(establishment: str, *, at: datetime) -> QuerySet[Post]:
    """The posts in force at an establishment itself. Staff matters: no file is opened by it."""
    return Post.objects.filter(_in_force(at), establishment=establishment).order_by("role", "pk")


def awaiting_confirmation(viewer: Viewer, *, at: datetime) -> QuerySet[BreakGlass]:
    """Emergencies at the viewer's establishments that another may still confirm."""
    waiting = BreakGlass.objects.filter(confirmed_at=None, confirm_by__gt=at, begins__lte=at)
    return _near(viewer, waiting, at).order_by("confirm_by", "pk")


def awaiting_review(viewer: Viewer, *, at: datetime) -> QuerySet[BreakGlass]:
    """Emergencies at the viewer's establishments without a finding, the most urgent first."""
    waiting = BreakGlass.objects.filter(reviewed_at=None, begins__lte=at)
    return _near(viewer, waiting, at).order_by("review_by", "pk")


def _in_force(at: datetime) -> Q:
    return Q(begins__lte=at) & (Q(ends=None) | Q(ends__gt=at))


def _near(viewer: Viewer, rows: QuerySet[BreakGlass], at: datetime) -> QuerySet[BreakGlass]:
    """Of the places of director and inspector.

    Never those that any account of the same human being took, nor about the viewer or a relative.
    """
    seen = Q(pk__in=[])
    for post in viewer.posts:
        if post.period.holds(at) and post.role is Role.NPM_INSPECTOR:
            seen |= Q(pk__isnull=False)
        if post.period.holds(at) and post.role is Role.PRISON_DIRECTOR:
            inside = Q(place__startswith=f"{post.establishment}/")
            seen |= Q(place=post.establishment) | inside
    holder = Account.objects.filter(pk=viewer.account).values("holder")
    near = viewer.kin | ({viewer.person} if viewer.person else set())
    return rows.filter(seen).exclude(Q(account__holder__in=holder) | Q(person__in=near))


def _grant(row: BreakGlass) -> Grant:
    return Grant(
        role=Role(row.role),
        person=row.person,
        compartment=Compartment(row.compartment),
        period=Period(row.begins, row.ends),
        confirm_by=row.confirm_by,
        confirmed=row.confirmed_at is not None,
    )
