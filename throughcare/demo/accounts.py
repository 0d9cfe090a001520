"""The accounts of a visitor: one for each of the 22 roles, each with something to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from throughcare.access.matrix import matrix
from throughcare.access.terms import Compartment, Role, Scope
from throughcare.demo.chance import chance
from throughcare.demo.places import Establishment, Group
from throughcare.demo.plan import plan
from throughcare.demo.staff import Member

# Roles outside one establishment; the place that such posts name.
SERVICE: Final = "service"
_OUTSIDE: Final = frozenset(
    {
        Role.JUDGE_PROSECUTOR, Role.DEFENCE_LAWYER, Role.CIVIL_SOCIETY_PARTNER, Role.NPM_INSPECTOR,
        Role.LAW_ENFORCEMENT_LIAISON, Role.HQ_ANALYST, Role.UN_PROGRAMME_OFFICER,
        Role.SYSTEM_ADMINISTRATOR, Role.FAMILY,
    }
)  # fmt: skip
_SEES: Final[Mapping[Role, str]] = {
    Role.PRISONER: "the own file",
    Role.FAMILY: "what the prisoner allows",
    Role.NPM_INSPECTOR: "every file of the country",
    Role.HQ_ANALYST: "figures only, no file",
    Role.UN_PROGRAMME_OFFICER: "published figures only, no file",
    Role.SYSTEM_ADMINISTRATOR: "accounts, no file",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A person's case given to a member, by their numbers."""

    member: int
    role: Role
    person: int


def demo_members(seed: int, home: Establishment, *, first: int, on: datetime) -> tuple[Member, ...]:
    """One account for each role, named like the role in words, at the country's first prison."""
    return tuple(
        Member(
            number=first + place, name=role.value.replace("_", " "), role=role,
            place=SERVICE if role in _OUTSIDE else home.code, since=on - timedelta(days=400),
            holder=UUID(int=chance(seed, "holder", role).getrandbits(128), version=4), demo=True,
            person=own_person(home) if role is Role.PRISONER else None,
        )
        for place, role in enumerate(Role)
    )  # fmt: skip


def own_person(home: Establishment) -> int:
    """The number of the person whose file the demo's prisoner and relative see."""
    return home.first + home.people - home.held[Group.MEN]


def demo_cases(home: Establishment, members: tuple[Member, ...]) -> Iterator[Case]:
    """Cases for every role that the matrix opens by assignment, and the relative's leave."""
    many = plan().cases_of_a_demo_account
    for member in members:
        if member.role is Role.FAMILY:
            yield Case(member.number, member.role, own_person(home))
        elif needs_cases(member.role):
            start = first_case(home, member.role)
            last = min(start + many, home.first + home.people)
            for person in range(start, last):
                yield Case(member.number, member.role, person)


def first_case(home: Establishment, role: Role) -> int:
    """The number of the first person of a role's cases: women and children where it is for them."""
    if role is Role.WOMENS_UNIT_OFFICER:
        return home.first
    if role is Role.JUVENILE_SPECIALIST:
        return home.first + home.held[Group.WOMEN]
    return own_person(home)


def needs_cases(role: Role) -> bool:
    """Whether the matrix opens anything to this role by assignment."""
    cells = (matrix().cells[role, one] for one in Compartment)
    return any(cell.scope is Scope.ASSIGNED for cell in cells)


def sees(role: Role, home: Establishment) -> str:
    """What an account of this role sees, in words, for the table at the start."""
    if role in _SEES:
        return _SEES[role]
    if matrix().cells[role, Compartment.ID].scope is Scope.ESTABLISHMENT:
        return f"those held at {home.code}"
    return f"cases given to it at {home.code}"
