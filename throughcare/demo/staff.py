"""Who works in the country: accounts with a post each, and the cases that are given to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from throughcare.access.terms import Role
from throughcare.demo.chance import chance
from throughcare.demo.names import FEMALE, MALE, draw
from throughcare.demo.places import Establishment
from throughcare.demo.plan import plan
from throughcare.kernel.names import PartKind

_LONGEST_IN_POST = 12 * 365  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody with an account. `number` is its key, from 1; `name` is signed in with.

    `demo` is true for the accounts that a visitor may sign in as: the others have no password.
    `person` is the number of the member's own file, for a prisoner.
    """

    number: int
    name: str
    role: Role
    place: str
    since: datetime
    holder: UUID
    demo: bool = False
    person: int | None = None


def staff_of(
    seed: int, establishment: Establishment, *, first: int, on: datetime
) -> Iterator[Member]:
    """The staff of an establishment, numbered from `first`."""
    number = first
    for word, posts in plan().staff.items():
        for _ in range(posts.at(establishment.people)):
            yield _member(seed, number, Role(word), establishment, on)
            number += 1


def _member(
    seed: int, number: int, role: Role, establishment: Establishment, on: datetime
) -> Member:
    source = chance(seed, "staff", number)
    sex = FEMALE if role is Role.WOMENS_UNIT_OFFICER else source.choice((FEMALE, MALE))
    drawn = draw(source, establishment.region.language, sex)
    latin = {part.kind: part.latin or part.text for part in drawn.parts}
    words = f"{latin[PartKind.GIVEN]}.{latin[PartKind.FAMILY]}.{number}"
    return Member(
        number=number, name=words.lower().replace(" ", ""), role=role, place=establishment.code,
        since=on - timedelta(days=source.randrange(30, _LONGEST_IN_POST)),
        holder=UUID(int=source.getrandbits(128), version=4),
    )  # fmt: skip


def by_role(members: Sequence[Member]) -> Mapping[tuple[str, Role], Sequence[Member]]:
    """The members of each place in each role."""
    found: dict[tuple[str, Role], list[Member]] = {}
    for one in members:
        found.setdefault((one.place, one.role), []).append(one)
    return found
