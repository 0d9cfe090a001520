"""The viewer that the policy asks for, as the rows say at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from throughcare.access.models import Account, BreakGlass, CaseAssignment, Kinship, Post
from throughcare.access.question import Assigned, Grant, HeldPost, Period, Viewer
from throughcare.access.terms import Compartment, Role


def viewer_of(account_id: int, *, at: datetime) -> Viewer:
    """Who asks, at that moment. A suspended account holds nothing. Five short queries.

    Kinship counts from every account of the same human being. What was withdrawn before it began
    was never held. Raises Account.DoesNotExist.
    """
    account = Account.objects.get(pk=account_id)
    if not account.is_active:
        return Viewer(account=account.pk, suspended=True)
    kin = Kinship.objects.filter(in_force(at), account__holder=account.holder)
    withdrawn = Q(ends=F("begins"))
    return Viewer(
        account=account.pk,
        person=account.person,
        posts=tuple(
            HeldPost(Role(row.role), row.establishment, Period(row.begins, row.ends))
            for row in Post.objects.filter(account=account).exclude(withdrawn).order_by("pk")
        ),
        assigned=tuple(
            Assigned(Role(row.role), row.person, Period(row.begins, row.ends))
            for row in CaseAssignment.objects.filter(account=account)
            .exclude(withdrawn)
            .order_by("pk")
        ),
        kin=frozenset(kin.values_list("person", flat=True)),
        grants=tuple(
            _grant(row) for row in BreakGlass.objects.filter(account=account).order_by("pk")
        ),
    )


def account_names(accounts: Sequence[int]) -> dict[int, str]:
    """What these accounts are called, for "written by"; unknown ones are left out."""
    return dict(Account.objects.filter(pk__in=accounts).values_list("pk", "name"))


def holder_of(account: int | str) -> UUID | None:
    """The human being behind an account, as rows keep it; None where it is no account."""
    number = str(account)
    if not (number.isascii() and number.isdigit()):
        return None
    return Account.objects.filter(pk=int(number)).values_list("holder", flat=True).first()


def posts_at(establishment: str, *, at: datetime) -> QuerySet[Post]:
    """The posts in force at an establishment itself. Staff matters: no file is opened by it."""
    return Post.objects.filter(in_force(at), establishment=establishment).order_by("role", "pk")


def in_force(at: datetime) -> Q:
    """What is in force at that moment."""
    return Q(begins__lte=at) & (Q(ends=None) | Q(ends__gt=at))


def _grant(row: BreakGlass) -> Grant:
    return Grant(
        role=Role(row.role),
        person=row.person,
        compartment=Compartment(row.compartment),
        period=Period(row.begins, row.ends),
        confirm_by=row.confirm_by,
        confirmed=row.confirmed_at is not None,
    )
