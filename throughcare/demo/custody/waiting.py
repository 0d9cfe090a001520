"""What waits for a second person, and a pardon that was carried out: each tells a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from throughcare.access.terms import Role
from throughcare.casework.custody.models import (
    Adjustment,
    Decree,
    DecreeEffect,
    ManualDate,
    Proposal,
    Stay,
)
from throughcare.casework.custody.terms import (
    AdjustmentKind,
    DateKind,
    DecreeKind,
    ProposedAct,
    Stage,
    StepKind,
)
from throughcare.casework.people.rows import content_of
from throughcare.demo.chance import chance
from throughcare.demo.country import Country
from throughcare.demo.custody.pen import Pen
from throughcare.demo.custody.steps import step
from throughcare.demo.row import Row, new
from throughcare.demo.staff import Member
from throughcare.kernel.identifiers import RANDOM_BYTES, sortable_id

_DAY: Final = timedelta(days=1)
_PRESIDENT: Final = "President of the Republic"
_PARDONED: Final = 30  # days


def date_by_hand(pen: Pen, by: Member, on: datetime) -> None:
    """A day that an officer proposed yesterday, and nobody has confirmed."""
    row = new(
        ManualDate, kind=DateKind.CONDITIONAL, on=(on + 60 * _DAY).date(),
        proposed_by=str(by.number),
        reason="the court of appeal named this day; its paper is in the file",
    )  # fmt: skip
    pen.put(row, by=by, at=on - _DAY)


def age_disputed(pen: Pen, stay: Stay, by: Member, on: datetime) -> None:
    """The person says to be sixteen. Until somebody else decides, that counts."""
    at = on - 2 * _DAY
    said = {
        "disputed": True, "says_birth_date": str(on.year - 16), "disputed_by": str(by.number),
        "reasons": "says that the police wrote the year of a brother",
    }  # fmt: skip
    pen.put(step(Stage.STAY, StepKind.AGE, said, at, stay), by=by, at=at)


def release_asked(pen: Pen, stay: Stay, by: Member, on: datetime) -> Row:
    """Who received the person asks a colleague to agree to the release."""
    at = on - timedelta(hours=3)
    row = new(
        Proposal, id=pen.fresh_id(at), person_id=stay.person_id, act=ProposedAct.RELEASE,
        row=stay.id, changes={}, reason="the sentence ends tomorrow", proposed_by=str(by.number),
        proposed_at=at,
    )  # fmt: skip
    return Row(
        row=row, content=content_of(row), by=str(by.number), role=by.role.value, place=by.place,
        at=at, about=stay.person_id, compartment="ID",
    )  # fmt: skip


def pardoned(country: Country, pen: Pen, by: Member) -> None:
    """What the decree that was carried out did for one person."""
    decree = decrees(country)[0]
    at = decree.confirmed_at
    assert at is not None
    said = f"{decree.authority}, {decree.number}, {decree.issued_on.isoformat()}"
    taken_off = pen.put(
        new(Adjustment, kind=AdjustmentKind.PARDON, days=_PARDONED, reason=said), by=by, at=at
    )
    effect = new(
        DecreeEffect, decree=decree, authority=decree.authority, number=decree.number,
        issued_on=decree.issued_on, adjustment=taken_off,
    )  # fmt: skip
    pen.put(effect, by=by, at=at)


def decrees(country: Country) -> Sequence[Decree]:
    """One that was carried out, and one that a second person has yet to look at."""
    visitor, *others = country.members_at(country.home.code, Role.ADMISSIONS_OFFICER)
    done, asked = country.on - 20 * _DAY, country.on - _DAY
    return (
        _decree(
            country, others[0], done, number="112", days=_PARDONED,
            words="Thirty days for those whom the list of the Ministry of Justice names",
            confirmed_at=done + timedelta(hours=4), confirmed_by=str(visitor.number),
        ),
        _decree(
            country, others[0], asked, number="131", days=60, iccs_in=["0502"],
            words="Sixty days for all who are sentenced for theft, on the day of independence",
        ),
    )  # fmt: skip


def decrees_laid_down(country: Country) -> Iterator[Row]:
    """Their rows, about nobody in particular."""
    by = country.members_at(country.home.code, Role.ADMISSIONS_OFFICER)[1]
    for decree in decrees(country):
        yield Row(
            row=decree, content=content_of(decree), by=str(by.number), role=by.role.value,
            place=by.place, at=decree.proposed_at, compartment="SEN",
        )  # fmt: skip


def _decree(country: Country, by: Member, at: datetime, *, number: str, **more: object) -> Decree:
    random = chance(country.seed, "decree", number).randbytes(RANDOM_BYTES)
    return new(
        Decree, id=sortable_id(at, random), establishment=country.home.code, authority=_PRESIDENT,
        number=f"{number}/{at.year}", issued_on=(at - 3 * _DAY).date(), kind=DecreeKind.DAYS,
        proposed_at=at, proposed_by=str(by.number), **more,
    )  # fmt: skip
