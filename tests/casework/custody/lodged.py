"""Somebody received whose age, sex and legal status are known, in a place or not yet."""

from __future__ import annotations

from datetime import datetime

from tests.casework.custody.made import ADMISSIONS, AT, received
from throughcare.access.question import Viewer
from throughcare.casework.custody import actions
from throughcare.casework.custody.models import LegalStatus, Movement, Placement
from throughcare.casework.custody.terms import MovementKind, Status
from throughcare.casework.people import actions as people
from throughcare.casework.people.files import fresh_id
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.kernel.models import Place

GROWN, CHILD = "1990-05-17", "2010-05-17"


def somebody(
    born: str = GROWN, sex: str = "male", status: str | None = Status.UNTRIED, *,
    name: str = "Samir", by: Viewer = ADMISSIONS, place: str = "north", at: datetime = AT,
) -> Person:  # fmt: skip
    """A person in custody; `born` empty leaves the birth date unknown."""
    file, _stay = received(name, by=by, place=place, at=at)
    said = [(Kind.SEX, {"sex": sex})] + ([(Kind.BIRTH_DATE, {"date": born})] if born else [])
    for kind, value in said:
        people.state_fact(
            by=by, at=at, person_id=file.id, kind=kind, value=value,
            expected=Person.objects.get(id=file.id).version,
        )  # fmt: skip
    if status:
        LegalStatus.objects.create(
            id=fresh_id(at), person_id=file.id, recorded_at=at, recorded_by="1", value=status,
            since=at,
        )  # fmt: skip
    return file


def lies(
    file: Person, place: str = "north/a/1/01", *, at: datetime = AT, by: Viewer = ADMISSIONS,
    despite: str = "", bed: str | None = None,
) -> Placement:  # fmt: skip
    """The person is put there by the action."""
    return actions.place_in(
        by=by, at=at, person_id=file.id, place=place, since=at, despite=despite, bed=bed
    )


def put_down(
    file: Person, place: str, *, since: datetime = AT, until: datetime | None = None,
    bed: str | None = None,
) -> Placement:  # fmt: skip
    """A row as an import or another hand may leave it: past the action and its questions."""
    return Placement.objects.create(
        id=fresh_id(since), person_id=file.id, recorded_at=since, recorded_by="1",
        place=Place.objects.get(path=place), since=since, until=until, bed_id=bed,
    )  # fmt: skip


def goes_out(file: Person, kind: MovementKind, *, at: datetime) -> Movement:
    """The person leaves for a time."""
    return Movement.objects.create(
        id=fresh_id(at), person_id=file.id, recorded_at=at, recorded_by="1", kind=kind,
        from_place="north", to_place="elsewhere", left_at=at,
    )  # fmt: skip
