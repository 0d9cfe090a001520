"""The whole country as plain values. No database, no clock: a seed, a size and a moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from throughcare.access.terms import Role
from throughcare.demo.accounts import Case, demo_cases, demo_members
from throughcare.demo.people import Person, id_of, person_of
from throughcare.demo.places import Establishment, Site, establishments
from throughcare.demo.plan import Size, plan, size_of
from throughcare.demo.staff import Member, by_role, staff_of


@dataclass(frozen=True)
class Country:
    """An invented country at the moment `on`. People are made one by one, as they are asked for."""

    seed: int
    size: Size
    on: datetime

    @property
    def name(self) -> str:
        """What it is called."""
        return plan().name

    @cached_property
    def establishments(self) -> tuple[Establishment, ...]:
        """The prisons, in the order of the people's numbers."""
        return establishments(self.seed, self.size)

    @property
    def home(self) -> Establishment:
        """Where the accounts of a visitor have their posts."""
        return self.establishments[0]

    @cached_property
    def keys_of_places(self) -> Mapping[str, int]:
        """The key of each place, by its path."""
        return {site.path: site.number for site in self.sites()}

    def sites(self) -> Iterator[Site]:
        """Every place, each after the one above it."""
        for establishment in self.establishments:
            yield from establishment.sites

    @cached_property
    def visitors(self) -> tuple[Member, ...]:
        """The accounts that can be signed in with: one for each role."""
        return demo_members(self.seed, self.home, first=1, on=self.on)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Every account, the visitors' first."""
        made = list(self.visitors)
        for establishment in self.establishments:
            made += staff_of(self.seed, establishment, first=len(made) + 1, on=self.on)
        return tuple(made)

    def members_at(self, place: str, role: Role) -> tuple[Member, ...]:
        """Who holds this post there; the visitors count."""
        return tuple(self._by_role.get((place, role), ()))

    def cases(self) -> Iterator[Case]:
        """The visitors' cases, and for everybody held a case manager."""
        yield from demo_cases(self.home, self.visitors)
        for establishment in self.establishments:
            managers = [
                one for one in self.members_at(establishment.code, Role.CASE_MANAGER)
                if not one.demo
            ]  # fmt: skip
            for line in range(establishment.people):
                manager = managers[line % len(managers)]
                yield Case(manager.number, manager.role, establishment.first + line)

    def people(self) -> Iterator[Person]:
        """Everybody held, by number."""
        for establishment in self.establishments:
            yield from self.people_at(establishment)

    def people_at(self, establishment: Establishment) -> Iterator[Person]:
        """Everybody held at an establishment, by number."""
        first = establishment.first
        for number in range(first, first + establishment.people):
            yield person_of(self.seed, establishment, number, on=self.on)

    def file_of(self, number: int) -> UUID:
        """The id of the file of the person with this number."""
        return id_of(self.seed, self.held_at(number), number, on=self.on)

    def held_at(self, number: int) -> Establishment:
        """Where the person with this number is held."""
        return self.establishments[bisect_right(self._firsts, number) - 1]

    @cached_property
    def _firsts(self) -> list[int]:
        return [one.first for one in self.establishments]

    @cached_property
    def _by_role(self) -> dict[tuple[str, Role], list[Member]]:
        return {key: list(found) for key, found in by_role(self.members).items()}


def country(seed: int, size: str, *, on: datetime) -> Country:
    """The country of this seed and size, as it stands at a moment. Raises BadInput for a size."""
    return Country(seed, size_of(size), on)
