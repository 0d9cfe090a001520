"""Everything that is acted, in the order in which it happened."""

from __future__ import annotations

from throughcare.demo.acted import boards, marked, staff
from throughcare.demo.acted.cast import BEGAN, cast_of
from throughcare.demo.acted.people import sentenced
from throughcare.demo.acted.together import together
from throughcare.demo.country import Country

_MEN, _WOMEN = 6, 2


def act(made: Country) -> None:
    """Let it happen at the home prison, as the owner of the tables, within the building of it."""
    cast = cast_of(made)
    every, women = list(sentenced(made, women=False)), list(sentenced(made, women=True))[:_WOMEN]
    men = every[:_MEN]
    if not cast.is_whole or len(men) < _MEN or not women:
        return  # a country of a few people has nobody to show it with
    for person in (*men, *women):
        cast.give_cases(person, made.home.code, at=made.on - BEGAN)
    staff.trained(made, cast)
    marked.rightly(cast, men[0], made.home.code)
    marked.carelessly(cast, men[1])
    for person in (men[2], men[3]):
        boards.classified(cast, person)
    boards.lapsed(cast, men[4])
    for person in women:
        boards.woman(cast, person)
    together(made, cast, every, women)
