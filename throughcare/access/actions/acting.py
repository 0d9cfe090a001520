"""Who acts: read anew from the rows, and locked until the transaction ends.

A viewer says what held when the request began. What was taken away since then counts here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models import Q

from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Account
from throughcare.access.places import within
from throughcare.access.policy import OWN_RIGHT, without_post
from throughcare.access.queries import viewer_of
from throughcare.access.question import Answer, HeldPost, Reason, Subject, Viewer
from throughcare.access.rows import content_of
from throughcare.access.terms import Level, Role
from throughcare.register.actions import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Somebody at a moment, in a role at a place, and the human being behind the account."""

    viewer: Viewer
    holder: UUID
    at: datetime
    role: str = "account"
    place: str = ""

    def as_post(self, post: HeldPost) -> Acting:
        """The same, in the role of this post."""
        return replace(self, role=post.role.value, place=post.establishment)

    def posts(self, roles: Collection[Role]) -> list[HeldPost]:
        """The posts in force in these roles."""
        held = [post for post in self.viewer.posts if post.period.holds(self.at)]
        return [post for post in held if post.role in roles]

    def enter(
        self, event: str, row: models.Model, *, why: str = "", about: UUID | None = None,
        compartment: str = "",
    ) -> None:  # fmt: skip
        """Write the register entry of a row, as it is now."""
        record(
            event=event, by=str(self.viewer.account), role=self.role, place=self.place,
            happened_at=self.at, at=self.at, about=about, compartment=compartment,
            table=row._meta.db_table, row=str(row.pk), why=why, content=content_of(row),
        )  # fmt: skip


def acting(by: Viewer, *, at: datetime, about: Account | None = None) -> Acting:
    """The viewer as the rows say now. Locks the accounts of both human beings, in one order.

    So two acts about one human being wait for one another, and each sees what the other did.
    Raises NotThere for an account that does not exist, Refused for a suspended one.
    """
    holders = Account.objects.filter(pk__in=[by.account, about.pk if about else None])
    locked = Account.objects.select_for_update(no_key=True).filter(
        Q(holder__in=holders.values("holder"))
    )
    mine = [one for one in locked.order_by("pk") if one.pk == by.account]
    if not mine:
        raise NotThere
    if not mine[0].is_active:
        raise refused(Reason.SUSPENDED)
    return Acting(viewer=viewer_of(by.account, at=at), holder=mine[0].holder, at=at)


def in_office(by: Acting, roles: Collection[Role]) -> Acting:
    """The viewer in the first of the posts that do this. Raises Refused."""
    standing = without_post(by.viewer, by.at)
    if standing:
        raise refused(standing)
    held = by.posts(roles)
    if not held:
        raise refused(Reason.NOT_IN_OFFICE)
    return by.as_post(held[0])


def in_office_over(by: Acting, roles: Collection[Role], subject: Subject) -> Acting:
    """The same, for a person held at the post's establishment. Raises Refused, NotThere."""
    in_office(by, roles)
    not_near(by, subject.person)
    for post in by.posts(roles):
        if within(subject.establishment, post.establishment):
            return by.as_post(post)
    raise NotThere


def not_near(by: Acting, person: UUID | None) -> None:
    """Neither the own file nor a relative's. Raises Refused."""
    if person is not None and person == by.viewer.person:
        raise refused(Reason.OWN_FILE)
    if person in by.viewer.kin:
        raise refused(Reason.OWN_RELATIVE)


def not_oneself(by: Acting, account: Account) -> None:
    """Another human being than the one who acts. Raises Refused."""
    if account.holder == by.holder:
        raise refused(Reason.OWN_ACCESS)


def own_right(role: Role) -> bool:
    """Whether the role stands for the person's own right or permission, and is no staff post."""
    return role in OWN_RIGHT


def refused(reason: Reason) -> Refused:
    """A no with its name."""
    return Refused(Answer(False, Level.NONE, reason))
