"""A person comes through the door: with an order, and into a bed."""

from __future__ import annotations

import pytest

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    DAY,
    ELSEWHERE,
    HOUR,
    person,
    received,
)
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere
from throughcare.casework.custody import actions
from throughcare.casework.custody.errors import AlreadyInCustody, NoValidOrder
from throughcare.casework.custody.models import Placement
from throughcare.casework.custody.terms import Stage, StepKind

pytestmark = pytest.mark.django_db


def test_nobody_is_received_without_a_valid_order() -> None:
    file = person()
    with pytest.raises(NoValidOrder):
        actions.receive(
            by=ADMISSIONS, at=AT, person_id=file.id, establishment="north", admitted_at=AT
        )


def test_who_is_held_without_a_valid_order_is_received_as_such() -> None:
    stay = actions.receive(
        by=ADMISSIONS, at=AT, person_id=person().id, establishment="north", admitted_at=AT,
        without_order="the police bring nothing in writing",
    )  # fmt: skip
    assert stay.without_order


def test_nobody_is_received_twice() -> None:
    file, _stay = received()
    with pytest.raises(AlreadyInCustody):
        actions.receive(
            by=ADMISSIONS, at=AT + HOUR, person_id=file.id, establishment="north",
            admitted_at=AT + HOUR,
        )  # fmt: skip


def test_the_reception_of_another_prison_is_told_of_nothing() -> None:
    file = person()
    with pytest.raises(NotThere):
        actions.receive(
            by=ELSEWHERE, at=AT, person_id=file.id, establishment="south", admitted_at=AT
        )


def test_a_move_ends_the_place_before_and_both_stay_readable() -> None:
    file, _stay = received()
    for day, place in enumerate(("north/a/1/01", "north/a/1/02")):
        actions.place_in(
            by=ADMISSIONS, at=AT + day * DAY, person_id=file.id, place=place, since=AT + day * DAY
        )
    see_all_rows()
    standing = Placement.objects.filter(stood_until=None).order_by("since")
    assert [(one.place.path, one.until) for one in standing] == [
        ("north/a/1/01", AT + DAY), ("north/a/1/02", None),
    ]  # fmt: skip
    assert Placement.objects.count() == 3


def test_a_step_that_health_keeps_is_written_and_not_read_back() -> None:
    file, _stay = received()
    step = actions.take_step(
        by=ADMISSIONS, at=AT, person_id=file.id, stage=Stage.RECEPTION, kind=StepKind.INJURIES,
        value={"none_seen": True}, happened_at=AT,
    )  # fmt: skip
    assert step.compartment == "HLT"
