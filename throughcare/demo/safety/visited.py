"""What an inspector found on the round of all prisons: things that nobody could have ordered.

Each once in the country, about somebody of whom nothing else is told, so that every rule that
forbids something outright has its case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from throughcare.casework.safety.measure_terms import Purpose
from throughcare.casework.safety.models import (
    HealthState,
    MentalCondition,
    Restraint,
    Sanction,
)
from throughcare.casework.safety.terms import (
    AuthorityRole,
    Ground,
    HealthStateKind,
    SeparationKind,
)
from throughcare.demo.country import Country
from throughcare.demo.custody.beds import Lying
from throughcare.demo.custody.times import stays_of
from throughcare.demo.people import Person
from throughcare.demo.places import Establishment
from throughcare.demo.row import Row, new
from throughcare.demo.safety import spells
from throughcare.demo.safety.file import DAY, HOUR, File, file_of
from throughcare.demo.safety.lots import known_of_age

Find = Callable[[File], None]
_HELD: Final = 30 * DAY  # so long that the person lies where he or she lay some days ago
_SEEN: Final = "The inspector on the round of the prisons: told by three people apart, and seen."
_BY_WHOM: Final = "the inspector"


def rows_of(
    made: Country, where: Establishment, free: Sequence[Person], lie: Mapping[int, Lying]
) -> Iterator[Row]:
    """What was found at one prison; `free` are those of whom nothing else is told."""
    place, of = made.establishments.index(where), len(made.establishments)
    long_there = [one for one in free if _long_there(made, where, one)]
    grown = [one for one in long_there if known_of_age(one, made.on)]
    # At home the women have a story of their own, so all of theirs was found at the next prison.
    for finds, whom in (
        (_MEN[place::of], [one for one in grown if not one.group.female]),
        (_WOMEN if place == 1 else (), [one for one in grown if one.group.female]),
        (_CHILDREN[place::of], [one for one in long_there if one.group.young]),
    ):  # fmt: skip
        for find, one in zip(finds, whom, strict=False):
            file = file_of(made, one, cell=lie[one.number].cell)
            find(file)
            yield from file.pen.rows()


def _long_there(made: Country, where: Establishment, one: Person) -> bool:
    stay = stays_of(made.seed, where, one.number, on=made.on)[-1]
    return made.on - stay.admitted_at > _HELD


def _sanctioned(kind: str, **more: Any) -> Find:
    """A sanction of which no case was kept."""

    def find(file: File) -> None:
        at = file.on - 2 * DAY
        _sanction(file, kind, file.pen.fresh_id(at), days_ago=2, **more)

    return find


def _sanction(file: File, kind: str, incident: UUID, *, days_ago: int, **more: Any) -> None:
    at = file.on - days_ago * DAY
    said = {
        "incident": incident, "kind": kind, "offence": "talked back", "reasons": "",
        "since": at, "until": at + 5 * DAY, "imposed_at": at, "decider": "the officer on duty",
        "decider_role": AuthorityRole.OTHER, "found": _SEEN, "said_by": _BY_WHOM, **more,
    }  # fmt: skip
    file.pen.put(new(Sanction, **said), by=file.hands.director, at=_written(file))


def _twice(file: File) -> None:
    """For one act some days without the yard, and two days later without the shop."""
    incident = file.pen.fresh_id(file.on - 4 * DAY)
    _sanction(file, "loss_of_activity", incident, days_ago=4)
    _sanction(file, "loss_of_privilege", incident, days_ago=2)


def _mind_not_asked(file: File) -> None:
    """Known to be ill in the mind, and sanctioned as anybody else."""
    since = file.on - 20 * DAY
    file.pen.put(new(MentalCondition, since=since), by=file.hands.nurse, at=since)
    _sanction(file, "loss_of_privilege", file.pen.fresh_id(file.on - 2 * DAY), days_ago=2)


def _restrained(purpose: str, **more: Any) -> Find:
    def find(file: File) -> None:
        since = file.on - 2 * DAY
        row = new(
            Restraint, instrument="handcuffs", purpose=purpose, since=since,
            until=since + 3 * HOUR, found=_SEEN, said_by=_BY_WHOM, **more,
        )  # fmt: skip
        file.pen.put(row, by=file.hands.officer, at=_written(file))

    return find


def _in_labour(file: File) -> None:
    """Handcuffed to the bed of the hospital."""
    since = file.on - 2 * DAY
    for kind in (HealthStateKind.PREGNANT, HealthStateKind.LABOUR):
        began = since - 60 * DAY if kind == HealthStateKind.PREGNANT else since - HOUR
        state = new(HealthState, kind=kind, since=began, until=since + 5 * HOUR)
        file.pen.put(state, by=file.hands.nurse, at=since + 5 * HOUR)
    _restrained(Purpose.TRANSFER)(file)


def _alone_although(kind: str) -> Find:
    """Kept alone of whom health staff had said that it must not be."""

    def find(file: File) -> None:
        ill = file.on - 20 * DAY
        file.pen.put(new(HealthState, kind=kind, since=ill), by=file.hands.nurse, at=ill)
        _alone(file)

    return find


def _alone(file: File, *, for_offence: bool = False) -> None:
    since = file.on - 2 * DAY
    spell = spells.begin(
        file, SeparationKind.SEGREGATION_CELL, since, found=_SEEN, written=_written(file)
    )
    spells.order(
        file, spell, Ground.SECURITY, since, file.on + DAY, found=_SEEN, written=_written(file),
        for_offence=for_offence,
    )  # fmt: skip


def _for_the_offence(file: File) -> None:
    """Kept alone for what the person is accused of before the court, and for nothing else."""
    _alone(file, for_offence=True)


def _harm_unanswered(file: File) -> None:
    """The nurse wrote that it does harm; the director has not answered."""
    _alone(file)
    spells.harm(file, file.on - 30 * HOUR, None)


def _written(file: File) -> datetime:
    return file.on - 2 * HOUR


_MEN: Final[Sequence[Find]] = (
    _sanctioned("corporal_punishment", until=None),
    _sanctioned("food_or_water_reduced"),
    _sanctioned("restraint"),
    _sanctioned("loss_of_privilege", collective=True),
    _sanctioned("loss_of_privilege", decider="the nurse", decider_role=AuthorityRole.HEALTH_STAFF),
    _sanctioned("family_contact_barred"),
    _twice,
    _mind_not_asked,
    _restrained(Purpose.TRANSFER, at_appearance=True),
    _for_the_offence,
    _harm_unanswered,
    _alone_although(HealthStateKind.DISABILITY_WORSENED),
)
_WOMEN: Final[Sequence[Find]] = (
    _sanctioned("family_contact_barred"), _alone_although(HealthStateKind.PREGNANT), _in_labour,
)  # fmt: skip
_CHILDREN: Final[Sequence[Find]] = (_restrained(Purpose.OTHER),)
