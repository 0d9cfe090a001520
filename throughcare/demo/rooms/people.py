"""Files of people: facts with their search keys, notes and alerts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Model

from throughcare.access.terms import Role
from throughcare.casework.people.doors import keys_of
from throughcare.casework.people.kinds import IDENTITY, Kind, Standing, compartment_of
from throughcare.casework.people.models import Alert, Fact, NameKey, Note, Person
from throughcare.casework.people.rows import content_of
from throughcare.casework.people.values import checked, name_in
from throughcare.demo.country import Country
from throughcare.demo.people import Person as Held
from throughcare.demo.places import Establishment
from throughcare.demo.row import Row, new
from throughcare.demo.staff import Member


def rows(country: Country, establishment: Establishment, people: Sequence[Held]) -> Iterator[Row]:
    """Each file with what is known of the person, as the reception would have written it."""
    desk = country.members_at(establishment.code, Role.ADMISSIONS_OFFICER)
    for one in people:
        yield from _file(one, desk[one.number % len(desk)])


def _file(one: Held, by: Member) -> Iterator[Row]:
    person = new(
        Person, id=one.id, held_at=one.establishment.code, opened_at=one.opened_at,
        opened_by=str(by.number), version=1 + len(one.facts),
    )  # fmt: skip
    yield _row(one, by, person, one.opened_at)
    for place, said in enumerate(one.facts):
        fact = new(
            Fact, id=said.id, person_id=one.id, kind=said.kind.value,
            compartment=compartment_of(said.kind), value=checked(said.kind, said.value),
            standing=Standing.VERIFIED if said.proof else Standing.STATED, proof=said.proof,
            recorded_at=said.at, recorded_by=str(by.number), made_in=2 + place,
            supersedes_id=said.follows,
        )  # fmt: skip
        yield _row(one, by, fact, said.at, compartment=fact.compartment)
        if said.kind is Kind.NAME:
            yield from _keys(one, by, fact)
    yield from _notes_and_alerts(one, by)


def _keys(one: Held, by: Member, fact: Fact) -> Iterator[Row]:
    for key in sorted(keys_of(name_in(fact.value))):
        row = new(NameKey, fact_id=fact.id, person_id=one.id, key=key)
        yield Row(
            row=row, content=None, by=str(by.number), role=by.role.value, place=by.place,
            at=fact.recorded_at,
        )  # fmt: skip


def _notes_and_alerts(one: Held, by: Member) -> Iterator[Row]:
    for written in one.notes:
        note = new(
            Note, id=written.id, person_id=one.id, kind=written.kind, text=written.text,
            happened_at=written.at, written_at=written.at, author=str(by.number),
        )  # fmt: skip
        yield _row(one, by, note, written.at)
    for raised in one.alerts:
        alert = new(
            Alert, id=raised.id, person_id=one.id, code=raised.code, text=raised.text,
            raised_at=raised.at, raised_by=str(by.number), expires_at=raised.expires_at,
        )  # fmt: skip
        yield _row(one, by, alert, raised.at)


def _row(one: Held, by: Member, row: Model, at: datetime, *, compartment: str = IDENTITY) -> Row:
    return Row(
        row=row, content=content_of(row), by=str(by.number), role=by.role.value, place=by.place,
        at=at, about=one.id, compartment=compartment,
    )  # fmt: skip
