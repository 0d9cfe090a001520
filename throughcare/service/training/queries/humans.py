"""The staff of a prison as human beings: one line for each, with all accounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.queries import Account, holder_of
from throughcare.access.question import Viewer
from throughcare.service.training.office import staff_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Human:
    """A member of staff at a prison: one human being, with all accounts that hold a post there.

    `first`: the first account of all, by which findings name the human being. `is_me`: the viewer,
    by this account or another. `roles` are the posts' there.
    """

    first: int
    accounts: tuple[int, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    is_me: bool


def humans_at(viewer: Viewer, establishment: str, *, at: datetime) -> Mapping[UUID, Human]:
    """Everybody with a post there now, by the holder of the accounts, in the order of names."""
    by_holder: dict[UUID, list[tuple[int, str, str]]] = {}
    for post in staff_at(establishment, at=at):
        told = (post.account_id, post.account.name, post.role)
        by_holder.setdefault(post.account.holder, []).append(told)
    me = holder_of(viewer.account)
    firsts = first_accounts(by_holder)
    found = {
        holder: _human(firsts[holder], told, holder == me) for holder, told in by_holder.items()
    }
    return dict(sorted(found.items(), key=lambda one: one[1].names))


def first_accounts(holders: Iterable[UUID]) -> dict[UUID, int]:
    """The first account of each human being: by it the rules name the staff."""
    rows = Account.objects.filter(holder__in=list(holders)).order_by("-pk")
    return dict(rows.values_list("holder", "pk"))


def first_account_of(account: int) -> int | None:
    """The same, of the human being behind an account."""
    holder = holder_of(account)
    return None if holder is None else first_accounts([holder])[holder]


def human_of(account: Account, *, is_me: bool) -> Human:
    """Somebody who holds no post there any more."""
    first = first_accounts([account.holder])[account.holder]
    return Human(first=first, accounts=(account.pk,), names=(account.name,), roles=(), is_me=is_me)


def _human(first: int, told: list[tuple[int, str, str]], is_me: bool) -> Human:
    return Human(
        first=first,
        accounts=tuple(dict.fromkeys(number for number, _, _ in told)),
        names=tuple(dict.fromkeys(sorted(name for _, name, _ in told))),
        roles=tuple(dict.fromkeys(sorted(role for _, _, role in told))), is_me=is_me,
    )  # fmt: skip
