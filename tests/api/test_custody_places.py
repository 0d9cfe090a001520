"""A machine gives a place, asks who may not share it, and reads how full a prison is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.casework.custody.made import places
from throughcare.access.terms import Role
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import OrderKind

from .made import DAY, Machine, file_by, machine_of, now, officer

pytestmark = pytest.mark.django_db
CELL = "north/a/1/01"


@pytest.fixture
def call(db: None) -> Machine:
    places()
    return machine_of(officer())


def received(number: str) -> UUID:
    by, at = officer(), now()
    file = file_by(by, f"Samir{number}")
    actions.register_order(
        by=by, at=at, person_id=file.id, kind=OrderKind.REMAND, authority="Court", number=number,
        issued_on=(at - DAY).date(), valid_from=at - DAY,
    )  # fmt: skip
    actions.receive(by=by, at=at, person_id=file.id, establishment="north", admitted_at=at - DAY)
    return file.id


def placed(call: Machine, person: UUID, **more: Any) -> Any:
    since = (now() - timedelta(hours=1)).isoformat()
    return call.post(f"/people/{person}/placements", {"place": CELL, "since": since, **more})


def test_a_person_is_placed_and_the_prison_is_fuller(call: Machine) -> None:
    assert placed(call, received("1")).status == 201
    said = call.get("/occupancy", place="north")
    assert said.status == 200
    by_path = {one["path"]: one for one in said.body["places"]}
    assert by_path[CELL]["people"] == by_path["north"]["people"] == 1
    assert by_path[CELL]["percent"] == 50


def test_who_may_not_share_is_told_before(call: Machine) -> None:
    assert placed(call, received("1")).status == 201
    other = received("2")
    said = call.get(f"/people/{other}/sharing", place=CELL)
    assert said.status == 200 and said.body["conflicts"] == []  # both count as children


@pytest.mark.parametrize("place", ["north/a/1/99", "south/a/1/01"])
def test_a_place_that_is_none_of_this_prison_is_refused_in_words(call: Machine, place: str) -> None:
    said = placed(call, received("1"), place=place)
    assert said.status == 422 and "no place in use" in said.body["detail"]


def test_a_place_that_is_written_wrongly_is_refused(call: Machine) -> None:
    assert placed(call, received("1"), place="North!").status == 422
    assert call.get("/occupancy", place="../etc").status == 422


def test_who_only_reads_places_nobody(call: Machine) -> None:
    person = received("1")
    guard = machine_of(officer(Role.SECURITY_OFFICER, account=2))
    assert placed(guard, person).status == 403
    assert guard.get("/occupancy", place="north").status == 200


def test_another_prison_is_not_there(call: Machine) -> None:
    assert call.get("/occupancy", place="south").status == 404
