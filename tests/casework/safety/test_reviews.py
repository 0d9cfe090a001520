"""Who reviews a separation, and who must not; what health staff say, and what is answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests.casework.safety.made import (
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    HOUR,
    INSPECTOR,
    MINUTE,
    NURSE,
    WING,
    grown,
    separated,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.people.errors import NoReason
from throughcare.casework.safety import actions
from throughcare.casework.safety.errors import BadAdvice, BadReview, SamePersonReviews
from throughcare.casework.safety.queries import health_in_separation, separations_of

pytestmark = pytest.mark.django_db


def review(person: UUID, spell: UUID, **more: Any) -> Any:
    """A sound review by the deputy, two days after the beginning."""
    said: dict[str, Any] = {
        "by": DEPUTY, "at": AT + 2 * DAY, "reviewed_at": AT + 2 * DAY, "reviewer": "B. Judge",
        "reviewer_role": "judge", "independent": True, "outcome": "continue",
        "reasons": "the danger goes on",
    }  # fmt: skip
    return actions.review_separation(person_id=person, separation_id=spell, **{**said, **more})


def test_somebody_else_reviews_and_whoever_ordered_does_not() -> None:
    person = grown()
    order = separated(person)
    with pytest.raises(SamePersonReviews, match="whoever ordered"):
        review(person, order.separation_id, by=DIRECTOR)
    assert review(person, order.separation_id).independent


def test_whoever_ordered_does_not_review_by_another_hand() -> None:
    person = grown()
    order = separated(person)
    with pytest.raises(SamePersonReviews):
        review(person, order.separation_id, reviewer="A. Director ")


def test_whoever_gave_only_the_second_order_does_not_review_either() -> None:
    from tests.casework.safety.made import words

    person = grown()
    order = separated(person)
    actions.continue_separation(
        by=DEPUTY, at=AT + DAY, person_id=person, separation_id=order.separation_id,
        order=words(AT + DAY),
    )  # fmt: skip
    with pytest.raises(SamePersonReviews):
        review(person, order.separation_id)


def test_an_officer_who_may_only_add_can_write_a_review_of_somebody_else_down() -> None:
    person = grown()
    order = separated(person)
    assert review(person, order.separation_id, by=WING).recorded_by == "903"
    other = grown("Marat", cell="north/a/1/02")
    second = separated(other, by=WING)
    with pytest.raises(SamePersonReviews):
        review(other, second.separation_id, by=WING)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"outcome": "perhaps"}, "none of the list"),
        ({"reasons": ""}, "lacks"),
        ({"reviewed_at": AT - HOUR}, "not separated"),
        ({"reviewed_at": AT + 3 * DAY}, "has not come"),
        ({"next_review_at": AT}, "before this one"),
    ],
)
def test_a_review_that_makes_no_sense_is_refused(wrong: dict[str, Any], said: str) -> None:
    person = grown()
    order = separated(person)
    with pytest.raises(BadReview, match=said):
        review(person, order.separation_id, **wrong)


def test_a_review_of_a_separation_of_somebody_else_is_not_there() -> None:
    order = separated(grown())
    with pytest.raises(NotThere):
        review(grown("Marat", cell="north/a/1/02"), order.separation_id)


def advised(person: UUID, **more: Any) -> Any:
    """The nurse advises to end it, a day after the beginning."""
    said: dict[str, Any] = {
        "by": NURSE, "at": AT + DAY, "said_at": AT + DAY, "advice": "end", "said_by": "N. Nurse",
    }  # fmt: skip
    return actions.advise_director(person_id=person, **{**said, **more})


def test_the_director_answers_advice_of_health_staff_in_writing() -> None:
    person = grown()
    separated(person)
    advice = advised(person)
    told = {"person_id": person, "advice_id": advice.id, "decision": "ends"}
    with pytest.raises(NoReason):
        actions.answer_advice(
            by=DIRECTOR, at=AT + 2 * DAY, decided_at=AT + 2 * DAY, reasons=" ", **told
        )
    with pytest.raises(BadAdvice, match="before the advice"):
        actions.answer_advice(by=DIRECTOR, at=AT + 2 * DAY, decided_at=AT, reasons="rest", **told)
    actions.answer_advice(
        by=DIRECTOR, at=AT + 2 * DAY, decided_at=AT + 2 * DAY, reasons="as advised", **told
    )
    (seen,) = separations_of(INSPECTOR, person, at=AT + 3 * DAY).advice
    assert (seen.row.id, seen.answer and seen.answer.reasons) == (advice.id, "as advised")


def test_nobody_but_health_staff_gives_advice_and_an_easing_says_how() -> None:
    person = grown()
    for other in (WING, DIRECTOR):
        with pytest.raises(BadAdvice, match="only health staff"):
            advised(person, by=other)
    with pytest.raises(BadAdvice, match="how it is eased"):
        advised(person, advice="ease")
    with pytest.raises(BadAdvice, match="none of the list"):
        advised(person, advice="perhaps")


def test_what_health_staff_write_of_a_person_only_those_of_the_health_file_read() -> None:
    person = grown()
    actions.give_opinion(
        by=NURSE, at=AT, person_id=person, said_at=AT, fitness="with_conditions",
        said_by="N. Nurse", words="checked twice a day",
    )  # fmt: skip
    actions.state_health(by=NURSE, at=AT, person_id=person, kind="pregnant", since=AT - DAY)
    read = health_in_separation(NURSE, person, at=AT + MINUTE)
    assert (read.states[0].kind, read.opinions[0].words) == ("pregnant", "checked twice a day")
    for other in (DIRECTOR, WING):
        with pytest.raises(Refused):
            health_in_separation(other, person, at=AT + MINUTE)


def test_a_state_of_health_stands_once_and_does_not_end_before_it_began() -> None:
    person = grown()
    state = actions.state_health(by=NURSE, at=AT, person_id=person, kind="pregnant", since=AT)
    with pytest.raises(BadAdvice, match="already"):
        actions.state_health(by=NURSE, at=AT, person_id=person, kind="pregnant", since=AT)
    with pytest.raises(BadAdvice, match="end would lie before"):
        actions.end_health_state(
            by=NURSE, at=AT, person_id=person, state_id=state.id, until=AT - DAY
        )


def test_a_plan_of_relief_says_what_is_done() -> None:
    person = grown()
    order = separated(person)
    said = {"by": WING, "at": AT + DAY, "person_id": person, "planned_at": AT + DAY}
    with pytest.raises(BadReview, match="not said what is done"):
        actions.plan_relief(separation_id=order.separation_id, measures=" ", **said)
    assert actions.plan_relief(separation_id=order.separation_id, measures="a radio", **said)
