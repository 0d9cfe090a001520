"""Who orders, writes, visits and reviews at a prison."""

from __future__ import annotations

from dataclasses import dataclass

from throughcare.access.terms import Role
from throughcare.demo.country import Country
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.staff import Member


@dataclass(frozen=True, slots=True)
class Hands:
    """The members of one prison who have to do with one person there.

    The director is no visitor, so that a visitor may review what was ordered.
    """

    director: Member
    officer: Member
    other_officer: Member
    nurse: Member


def hands_at(made: Country, where: Establishment, one: Person) -> Hands:
    """Those who are on duty for this person."""
    officers = made.members_at(where.code, Role.SECURITY_OFFICER)
    if one.group.female:
        officers = made.members_at(where.code, Role.WOMENS_UNIT_OFFICER) + officers
    nurses = made.members_at(where.code, Role.PHYSICIAN_NURSE)
    place = 0 if one.group.female else one.number % len(officers)
    return Hands(
        director=made.members_at(where.code, Role.PRISON_DIRECTOR)[-1],
        officer=officers[place],
        other_officer=officers[(place + 1) % len(officers)],
        nurse=nurses[one.number % len(nurses)],
    )
