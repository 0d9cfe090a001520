"""Accounts, posts and cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db.models import Model

from throughcare.access.models import Account, CaseAssignment, Post
from throughcare.casework.people.rows import content_of
from throughcare.demo.accounts import Case
from throughcare.demo.country import Country
from throughcare.demo.plan import plan
from throughcare.demo.row import MAKER, MAKERS_ROLE, Row, new
from throughcare.demo.staff import Member


def rows(country: Country) -> Iterator[Row]:
    """An account and a post for each member, then the cases."""
    # One digest for all visitors: a strong one takes a tenth of a second each.
    open_to_visitors, closed = make_password(plan().password), make_password(None)
    for member in country.members:
        account = new(
            Account, id=member.number, name=member.name, holder=member.holder,
            password=open_to_visitors if member.demo else closed,
            person=None if member.person is None else country.file_of(member.person),
        )  # fmt: skip
        yield Row(
            row=account, content={"name": member.name}, by=MAKER, role=MAKERS_ROLE, place="",
            at=country.on,
        )  # fmt: skip
        yield _given(country, _post(member), member.place, member.since)
    by_number = {one.number: one for one in country.members}
    for key, case in enumerate(country.cases(), start=1):
        member = by_number[case.member]
        yield _given(country, _assignment(country, key, case, member), member.place, member.since)


def _post(member: Member) -> Post:
    return new(
        Post, id=member.number, account_id=member.number, role=member.role.value,
        establishment=member.place, begins=member.since,
    )  # fmt: skip


def _assignment(country: Country, key: int, case: Case, member: Member) -> CaseAssignment:
    return new(
        CaseAssignment, id=key, account_id=case.member, person=country.file_of(case.person),
        role=case.role.value, begins=member.since,
    )  # fmt: skip


def _given(country: Country, row: Model, place: str, at: datetime) -> Row:
    return Row(
        row=row, content=content_of(row), by=MAKER, role=MAKERS_ROLE, place=place,
        at=min(at, country.on), about=getattr(row, "person", None),
    )  # fmt: skip
