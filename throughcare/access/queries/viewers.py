"""The viewer that the policy asks for, as the rows say at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from throughcare.access.models import Account, Post
from throughcare.access.question import Assigned, Grant, HeldPost, Period, Viewer
from throughcare.access.terms import Compartment, Role


class _Held(NamedTuple):
    """What an account holds: `what` is post, case, kin or grant."""

    what: str
    number: int
    role: str
    place: str
    person: UUID | None
    compartment: str
    begins: datetime
    ends: datetime | None
    confirm_by: datetime | None
    confirmed_at: datetime | None


# One statement, as every request begins with it. By their keys: posts count in their order.
_ALL_HELD: Final = """
SELECT 'post', id, role, establishment, NULL::uuid, '', begins, ends,
    NULL::timestamptz, NULL::timestamptz
FROM access_post WHERE account_id = %(account)s AND ends IS DISTINCT FROM begins
UNION ALL
SELECT 'case', id, role, '', person, '', begins, ends, NULL, NULL
FROM access_caseassignment WHERE account_id = %(account)s AND ends IS DISTINCT FROM begins
UNION ALL
SELECT 'kin', kin.id, '', '', kin.person, '', kin.begins, kin.ends, NULL, NULL
FROM access_kinship AS kin JOIN access_account AS whose ON whose.id = kin.account_id
WHERE whose.holder = %(holder)s AND kin.begins <= %(at)s
    AND (kin.ends IS NULL OR kin.ends > %(at)s)
UNION ALL
SELECT 'grant', id, role, '', person, compartment, begins, ends, confirm_by, confirmed_at
FROM access_breakglass WHERE account_id = %(account)s
ORDER BY 1, 2
"""


def viewer_of(account_id: int, *, at: datetime) -> Viewer:
    """Who asks, at that moment. A suspended account holds nothing. Two short queries.

    Kinship counts from every account of the same human being. What was withdrawn before it began
    was never held. Raises Account.DoesNotExist.
    """
    return viewer_for(Account.objects.get(pk=account_id), at=at)


def viewer_for(account: Account, *, at: datetime) -> Viewer:
    """The same of an account that was read already, as at the door of each page."""
    if not account.is_active:
        return Viewer(account=account.pk, suspended=True)
    held = _held(account, at)
    return Viewer(
        account=account.pk,
        person=account.person,
        posts=tuple(
            HeldPost(Role(row.role), row.place, Period(row.begins, row.ends))
            for row in held if row.what == "post"
        ),
        assigned=tuple(
            Assigned(Role(row.role), row.person, Period(row.begins, row.ends))
            for row in held if row.what == "case" and row.person
        ),
        kin=frozenset(row.person for row in held if row.what == "kin" and row.person),
        grants=tuple(_grant(row) for row in held if row.what == "grant"),
    )  # fmt: skip


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


def _held(account: Account, at: datetime) -> list[_Held]:
    with connection.cursor() as cursor:
        cursor.execute(_ALL_HELD, {"account": account.pk, "holder": account.holder, "at": at})
        return [_Held(*row) for row in cursor.fetchall()]


def _grant(row: _Held) -> Grant:
    assert row.person is not None  # the column holds no NULL
    return Grant(
        role=Role(row.role),
        person=row.person,
        compartment=Compartment(row.compartment),
        period=Period(row.begins, row.ends),
        confirm_by=row.confirm_by,
        confirmed=row.confirmed_at is not None,
    )
