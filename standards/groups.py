"""Groups: the times at which a person belongs to one (patterns.md 1.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from standards.civil import day_number, midnight
from standards.instants import Instant
from standards.records import Person

# Numbers of the instruments' own definition of a child: CRC article 1, Havana Rules 11(a).
AGE_OF_MAJORITY = 18

# Groups made of spells of other names, joined when they touch.
MADE_OF: Mapping[str, tuple[str, ...]] = {
    "pregnant_or_mother_with_infant_or_breastfeeding": (
        "pregnant",
        "mother_with_infant",
        "breastfeeding",
    ),
    "in_labour_birth_or_just_after": ("labour", "birth_and_after"),
}
# Begin when the prison knows (4.23).
BEGIN_WHEN_KNOWN = frozenset(MADE_OF["pregnant_or_mother_with_infant_or_breastfeeding"])

CHILDREN, ADULTS, WOMEN, MEN = "children", "adults", "women", "men"
ADULTS_ASSUMED = "persons_are_adults"
_SEXES = {
    WOMEN: frozenset({"f", "female", "woman", "women"}),
    MEN: frozenset({"m", "male", "man", "men"}),
}


def comes_of_age(person: Person | None, zone: str) -> Instant | None:
    """00:00 local on the eighteenth birthday; None if the birth date is unknown.

    Born on 29 February means 1 March in other years.
    """
    if person is None or person.birth_date is None:
        return None
    born = person.birth_date
    year = born.year + AGE_OF_MAJORITY
    try:
        birthday = born.replace(year=year)
    except ValueError:
        birthday = date(year, 3, 1)
    return midnight(day_number(birthday), person.zone or zone)


def has_sex(person: Person | None, group: str) -> bool:
    """Is the person recorded as a woman (group women) or a man (group men)?"""
    return (
        person is not None
        and person.sex is not None
        and person.sex.strip().lower() in _SEXES.get(group, frozenset())
    )
