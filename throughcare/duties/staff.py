"""What the rules say of the staff of a house, kept apart from what they say of people held there.

It is judged and kept under a name of its own, `staff:` and the establishment. So a certificate
marks nobody's file, a list of staff waits for no judgement of 1,600 people, and no door that asks
for the findings of an establishment meets one about staff (ADR 0041).
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from standards.checks import OnlyWith
from standards.instants import from_datetime
from throughcare.duties.judging import Engine, Judgement
from throughcare.duties.looks import look_again
from throughcare.duties.rules import Asked, rulebook
from throughcare.service.training.facts import archive_at

# As the triggers write it (migration 0010); a colon stands in no code of an establishment.
_PREFIX: Final = "staff:"


def staff_of(house: str) -> str:
    """The name under which the findings about the staff of an establishment are kept."""
    return f"{_PREFIX}{house}"


def is_staff_of_a_house(name: str) -> bool:
    """Whether findings under this name are about staff."""
    return name.startswith(_PREFIX)


def judge_staff(house: str, asked: Asked, engine: Engine, *, at: datetime) -> Judgement:
    """What the rules about staff say of whoever is or was posted at an establishment."""
    ages = {
        one.guard: one.max_age for one in asked.of_staff
        if isinstance(one, OnlyWith) and one.max_age is not None
    }  # fmt: skip
    archive = archive_at(house, ages=ages)
    if not archive.records:
        return Judgement((), None, asked)
    now, derivations = from_datetime(at), rulebook().derivations
    found = engine(archive, asked.of_staff, as_of=now, derivations=derivations)
    look = look_again(archive, asked.of_staff, found, derivations, after=now)
    return Judgement(found, look, asked)
