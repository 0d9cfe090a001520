"""What the rules on religion answer of what was written through the door of the room."""

from __future__ import annotations

import pytest

from tests.casework.answered import answers
from tests.casework.assessment.made_status import in_force
from tests.casework.chaplaincy.made import AT, DAY, asked, chaplain, grown, visited, wished
from throughcare.casework.chaplaincy import actions

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("outcome", "answer"),
    [("held", ["met"]), ("declined", ["met"]), ("not_held", ["breached"])],
)
def test_a_request_is_answered_by_an_offer_within_a_week(outcome: str, answer: list[str]) -> None:
    person = grown()
    row = asked(person)
    visited(person, AT + 6 * DAY, outcome=outcome, request_id=row.id)
    assert answers(person, "nmr-65-3-access", at=AT + 8 * DAY) == answer


def test_a_visit_for_another_request_does_not_answer_this_one() -> None:
    person = grown()
    asked(person)
    other = asked(person, AT + DAY)
    visited(person, AT + 2 * DAY, request_id=other.id)
    assert answers(person, "nmr-65-3-access", at=AT + 9 * DAY) == ["met", "breached"]


def test_a_visit_although_the_person_had_objected_before_breaks_the_rule() -> None:
    person, freely = grown(), grown("Bolat", cell=None)
    for one in (person, freely):
        visited(one, AT + 2 * DAY)
    wished(person, AT + 3 * DAY, since=AT + DAY)
    wished(freely, AT + 3 * DAY, since=AT + 3 * DAY)
    assert answers(person, "nmr-65-3-wish", at=AT + 4 * DAY) == ["breached"]
    assert answers(freely, "nmr-65-3-wish", at=AT + 4 * DAY) == []


@pytest.mark.parametrize(("kind", "answer"), [("counselling", ["breached"]), ("visit", [])])
def test_religious_counselling_against_the_wish_is_never_right(
    kind: str, answer: list[str]
) -> None:
    person = grown()
    row = in_force(person)
    at = row.since + DAY
    visited(person, at, kind=kind)
    wished(person, at + DAY, since=at - DAY / 2)
    assert answers(person, "vep-11", at=at + 2 * DAY) == answer


def test_a_group_of_a_unit_has_a_service_each_week() -> None:
    kept, forgotten, nobody = grown(), grown("Bolat", cell="north/a/1/02"), grown("E", cell=None)
    for one in (kept, forgotten):
        wished(one, kind="services", faith="Orthodox")
    for week in range(2):
        actions.hold_service(
            by=chaplain(kept), at=AT + (6 + 6 * week) * DAY, person_ids=[kept], faith="orthodox",
            held_at=AT + (6 + 6 * week) * DAY,
        )  # fmt: skip
    at = AT + 15 * DAY
    assert answers(kept, "nmr-65-2", at=at) == ["due"]
    assert answers(forgotten, "nmr-65-2", at=at) == ["breached"]
    assert answers(nobody, "nmr-65-2", at=at) == []


def test_a_service_of_another_faith_is_none_for_this_group() -> None:
    person = grown()
    wished(person, kind="services", faith="Orthodox")
    actions.hold_service(
        by=chaplain(person), at=AT + 6 * DAY, person_ids=[person], faith="Jewish",
        held_at=AT + 6 * DAY,
    )  # fmt: skip
    assert answers(person, "nmr-65-2", at=AT + 8 * DAY) == ["breached"]
