"""Viewers as rows: the second wall knows an account only by what stands in the tables of access."""

from __future__ import annotations

from django.db import connection

from throughcare.access.models import Account, BreakGlass, CaseAssignment, Kinship, Post
from throughcare.access.question import Viewer

_EVERYBODY = (
    "SELECT set_config('throughcare.reach', E'\\n' || string_agg('*' || c || '.' || h, E'\\n') "
    "|| E'\\n', false) FROM unnest(%s::text[]) c, unnest(ARRAY['full', 'add']) h"
)


def see_all_rows(*compartments: str) -> None:
    """Let the test itself look at every row: between two queries nobody else reads raw rows."""
    with connection.cursor() as cursor:
        cursor.execute(_EVERYBODY, [["ID", "CON", *compartments]])


def see_no_rows() -> None:
    """As the service stands between two queries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('throughcare.reach', '', false)")


def written(viewer: Viewer) -> Viewer:
    """The viewer, with the rows of access that say the same. Again for the same account: added."""
    account, _made = Account.objects.get_or_create(
        pk=viewer.account,
        defaults={
            "name": f"account {viewer.account}",
            "person": viewer.person,
            "is_active": not viewer.suspended,
        },
    )
    for post in viewer.posts:
        Post.objects.get_or_create(
            account=account, role=post.role, establishment=post.establishment,
            begins=post.period.begins, ends=post.period.ends,
        )  # fmt: skip
    for case in viewer.assigned:
        CaseAssignment.objects.get_or_create(
            account=account, role=case.role, person=case.person,
            begins=case.period.begins, ends=case.period.ends,
        )  # fmt: skip
    for person in viewer.kin:
        Kinship.objects.get_or_create(
            account=account, person=person, begins=viewer.posts[0].period.begins
        )
    assert not viewer.grants or BreakGlass.objects.filter(account=account).exists()
    return viewer
