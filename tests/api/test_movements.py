"""Machines write movements, transfers and releases as officers do, and are refused as they are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.api.made import DAY, MINUTE, Machine, file_by, machine_of, now, officer
from throughcare.casework.custody import actions
from throughcare.casework.custody.terms import OrderKind
from throughcare.kernel.models import Place

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
ORDER = {"authority": "Court of the North", "number": "R 9", "issued_on": "2026-03-01"}


@pytest.fixture(autouse=True)
def prisons(db: None) -> None:
    for code in ("north", "south"):
        Place.objects.create(
            kind="establishment", code=code, path=code, time_zone="UTC", used_from=now() - 9 * DAY
        )


@pytest.fixture
def person() -> UUID:
    by, at = officer(), now()
    file = file_by(by)
    actions.register_order(
        by=by, at=at, person_id=file.id, kind=OrderKind.REMAND, authority="Court", number="17",
        issued_on=at.date(), valid_from=at - DAY,
    )  # fmt: skip
    actions.receive(
        by=by, at=at, person_id=file.id, establishment="north", admitted_at=at - DAY
    )  # fmt: skip
    return file.id


def ago(much: timedelta) -> str:
    return (now() - much).isoformat()


def colleague() -> Machine:
    return machine_of(officer(account=2))


def test_a_journey_to_court_is_written_and_read(person: UUID) -> None:
    call = machine_of(officer())
    said: dict[str, Any] = {"kind": "court", "to_place": "High Court", "left_at": ago(2 * HOUR)}
    assert call.post(f"/people/{person}/movements", said).status == 201
    assert call.post(f"/people/{person}/movements", said).status == 422
    back = call.post(f"/people/{person}/return", {"arrived_at": ago(HOUR)})
    assert back.status == 201
    found = call.get(f"/people/{person}/movements").body
    assert [one["to_place"] for one in found["movements"]] == ["High Court"]
    before = call.get(f"/people/{person}/movements", known_at=ago(DAY)).body
    assert before == {"stays": [], "movements": []}


def test_a_transfer_is_sent_by_one_prison_and_confirmed_by_the_other(person: UUID) -> None:
    south = machine_of(officer(place="south", account=3))
    said = {"to_place": "south", "order": ORDER, "left_at": ago(HOUR), "reason": "nearer"}
    assert south.post(f"/people/{person}/departure", said).status == 404
    same = colleague().post(f"/people/{person}/departure", {**said, "to_place": "north"})
    assert same.status == 422 and "held there already" in str(same.body)
    assert colleague().post(f"/people/{person}/departure", said).status == 201
    coming = south.get("/establishments/south/arriving").body["arriving"]
    assert [one["person"] for one in coming] == [str(person)]
    assert colleague().get("/establishments/south/arriving").status == 404
    there = {"establishment": "south", "arrived_at": ago(MINUTE), "why": "escort"}
    assert south.post(f"/people/{person}/arrival", there).status == 201
    assert south.post(f"/people/{person}/arrival", there).status == 422
    assert colleague().get(f"/people/{person}/movements").status == 404


@pytest.mark.parametrize(
    ("way", "said"), [("departure", {"to_place": "south", "reason": "nearer"}), ("release", {})]
)
def test_an_order_with_the_name_of_another_person_needs_a_sentence(
    person: UUID, way: str, said: dict[str, Any]
) -> None:
    call = colleague()
    order = {**ORDER, "named": "Mehmet"}
    sent = {**said, "order": order, "left_at": ago(HOUR)}
    refused = call.post(f"/people/{person}/{way}", sent)
    assert refused.status == 422 and "none of this person's names" in str(refused.body)
    sent["order"] = {**order, "sure": "the clerk wrote the father's name"}
    assert call.post(f"/people/{person}/{way}", sent).status == 201


def test_a_release_needs_another_officer_and_happens_once(person: UUID) -> None:
    said = {"left_at": ago(MINUTE), "order": ORDER}
    alone = machine_of(officer()).post(f"/people/{person}/release", said)
    assert alone.status == 422 and "alone" in str(alone.body)
    assert colleague().post(f"/people/{person}/release", said).status == 201
    again = colleague().post(f"/people/{person}/release", said)
    assert again.status == 422 and "free already" in str(again.body)


@pytest.mark.parametrize("way", ["escape", "death", "release"])
def test_nothing_happens_in_the_future(person: UUID, way: str) -> None:
    later = ago(-HOUR)
    said = {
        "escape": {"left_at": later, "reason": "over the wall"},
        "death": {"died_at": later},
        "release": {"left_at": later, "order": ORDER},
    }[way]
    answer = colleague().post(f"/people/{person}/{way}", said)
    assert answer.status == 422 and "not come" in str(answer.body)
