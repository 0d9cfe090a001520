"""Orders and admissions for machines: the same questions, the same refusals as on the pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from throughcare.access.terms import Role

from .made import DAY, MINUTE, Machine, file_by, machine_of, now, officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def call() -> Machine:
    return machine_of(officer())


@pytest.fixture
def person() -> str:
    return str(file_by(officer()).id)


def said(**other: Any) -> dict[str, Any]:
    order = {
        "kind": "remand", "authority": "Court of the North", "number": "17/2026",
        "issued_on": (now() - DAY).date().isoformat(), "valid_from": (now() - DAY).isoformat(),
        "valid_to": (now() + 30 * DAY).isoformat(),
    }  # fmt: skip
    return {**order, **other}


def admission(**other: Any) -> dict[str, Any]:
    return {"establishment": "north", "admitted_at": (now() - MINUTE).isoformat(), **other}


def without(call: Machine) -> list[Any]:
    answer = call.get("/held-without-order", establishment="north")
    assert answer.status == 200, answer.body
    return list(answer.body["rows"])


def test_an_order_is_registered_and_read_back_with_its_line(call: Machine, person: str) -> None:
    made = call.post(f"/people/{person}/orders", said())
    assert made.status == 201, made.body
    assert call.post(f"/people/{person}/admission", admission()).status == 201
    read = call.get(f"/people/{person}/orders", why="check").body
    assert [one["id"] for one in read["orders"]] == [made.body["id"]]
    assert read["covered"] is True and read["line"][0]["orders"] == [made.body["id"]]


def test_admission_without_an_order_is_refused_in_the_words_of_the_rule(
    call: Machine, person: str
) -> None:
    refused = call.post(f"/people/{person}/admission", admission())
    assert refused.status == 422 and "Rule 7" in refused.body["detail"]
    assert without(call) == []
    taken = call.post(f"/people/{person}/admission", admission(without_order="nothing brought"))
    assert taken.status == 201, taken.body
    (row,) = without(call)
    assert (row["person"], row["why"], row["said"]) == (person, "never", "nothing brought")


def test_a_valid_order_takes_the_entry_off_the_list(call: Machine, person: str) -> None:
    call.post(f"/people/{person}/admission", admission(without_order="nothing brought"))
    past = said(valid_to=(now() - timedelta(hours=1)).isoformat())
    assert call.post(f"/people/{person}/orders", past).status == 201
    assert len(without(call)) == 1
    assert call.post(f"/people/{person}/orders", said(number="18/2026")).status == 201
    assert without(call) == []


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"valid_to": "2020-01-01T00:00:00Z"}, "end before it begins"),
        ({"issued_on": "2199-01-01"}, "has not come"),
        ({"kind": "release", "valid_to": None}, "nobody to release"),
        ({"named": "Mehmet"}, "none of this person's names"),
    ],
)
def test_an_order_that_cannot_be_is_refused_in_words(
    call: Machine, person: str, wrong: dict[str, Any], says: str
) -> None:
    refused = call.post(f"/people/{person}/orders", said(**wrong))
    assert refused.status == 422 and says in refused.body["detail"]
    assert call.get(f"/people/{person}/orders", why="check").body["orders"] == []


def test_an_order_of_another_person_needs_a_sentence(call: Machine, person: str) -> None:
    other = str(file_by(officer(), "Marat").id)
    assert call.post(f"/people/{other}/orders", said()).status == 201
    refused = call.post(f"/people/{person}/orders", said())
    assert refused.status == 422 and "another person" in refused.body["detail"]
    sure = "it names both, says the clerk"
    assert call.post(f"/people/{person}/orders", said(sure=sure)).status == 201


def test_the_same_order_and_a_second_admission_are_overtaken(call: Machine, person: str) -> None:
    order = said()
    call.post(f"/people/{person}/orders", order)
    assert call.post(f"/people/{person}/orders", order).status == 409
    call.post(f"/people/{person}/admission", admission())
    assert call.post(f"/people/{person}/admission", admission()).status == 409


def test_as_known_before_the_order_came_there_was_none(call: Machine, person: str) -> None:
    before = now().isoformat()
    call.post(f"/people/{person}/orders", said())
    way = f"/people/{person}/orders"
    assert call.get(way, why="check", known_at=before).body["orders"] == []
    assert len(call.get(way, why="check", known_at="2199-01-01T00:00:00Z").body["orders"]) == 1


def test_a_machine_of_another_prison_is_told_of_nothing(call: Machine, person: str) -> None:
    far = machine_of(officer(place="south", account=3))
    assert far.get(f"/people/{person}/orders", why="check").status == 404
    assert far.post(f"/people/{person}/orders", said()).status == 404
    assert far.post(f"/people/{person}/admission", admission()).status == 404
    assert far.get("/held-without-order", establishment="north").status == 404


def test_a_security_officers_machine_reads_the_status_alone(call: Machine, person: str) -> None:
    call.post(f"/people/{person}/orders", said())
    guard = machine_of(officer(Role.SECURITY_OFFICER, account=4))
    read = guard.get(f"/people/{person}/orders", why="check").body
    assert read["redacted"] and read["orders"] == [] and read["covered"] is None
    assert guard.get("/held-without-order", establishment="north").status == 403
