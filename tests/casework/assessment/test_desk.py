"""What waits for whom, and who is screened in: with small groups hidden, and no name."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.casework.assessment.made import (
    AT,
    DAY,
    DIRECTOR,
    INSPECTOR,
    WING,
    assigned,
    grown,
    manager,
    referred,
    screened,
    screener,
    second,
)
from tests.casework.safety.made import ELSEWHERE
from tests.casework.safety.made_measures import woman
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.desk import fewest_shown
from throughcare.casework.assessment.queries import Share, Wait

pytestmark = pytest.mark.django_db
NOW = AT + 5 * DAY
FEWEST = fewest_shown()


def confirmed(person: UUID, outcome: str = "full_assessment") -> None:
    row = screened(
        person, outcome=outcome, next_step="" if outcome == "no_further_step" else "begins"
    )
    actions.look_at_screening(
        by=second(person), at=AT + 3 * DAY, screening_id=row.id, confirm=True, why="agreed"
    )


def people(number: int, *, women: int = 0) -> list[UUID]:
    made = [grown(f"P{'abcdefghikl'[one]}", cell=None) for one in range(number + women)]
    for one in made[number:]:
        woman(one)
    return made


def shares(**asked: str) -> dict[tuple[str, str], Share]:
    found = queries.shares_at(DIRECTOR, asked.get("at", "north"), at=NOW)
    return {(one.by, one.group): one for one in found}


def test_what_waits_stands_with_its_day_the_urgent_first() -> None:
    one, other = grown(), grown("Marat", cell="north/a/1/02")
    referred(one)
    referred(other, urgent=True)
    screened(other)
    me = manager(one)
    mine = queries.waiting_for(me, at=NOW)
    assert [(w.person_id, w.what) for w in mine] == [(one, Wait.REFERRAL)]
    assert mine[0].due == AT + DAY + 7 * DAY
    me = manager(other)
    mine = queries.waiting_for(assigned(Role.CASE_MANAGER, 990, other), at=NOW)
    assert [w.what for w in mine] == [Wait.REFERRAL, Wait.SCREENING] and mine[0].urgent


def test_what_was_screened_or_withdrawn_waits_no_more() -> None:
    person = grown()
    row = referred(person)
    screened(person, trigger="referral", referrals=[row.id])
    found = queries.waiting_for(screener(person), at=NOW)
    assert [w.what for w in found] == [Wait.SCREENING]


@pytest.mark.parametrize("who", [WING, DIRECTOR, INSPECTOR], ids=["officer", "director", "npm"])
def test_nobody_but_the_case_staff_has_the_list(who: object) -> None:
    with pytest.raises(NotThere):
        queries.waiting_for(who, at=NOW)  # type: ignore[arg-type]


def test_a_group_that_is_large_enough_is_shown_with_what_came_of_it() -> None:
    made = people(2 * FEWEST)
    for number, person in enumerate(made):
        confirmed(person, "full_assessment" if number < FEWEST else "no_further_step")
    told = shares()["all", ""]
    assert (told.screened, told.screened_in, told.hidden) == (2 * FEWEST, FEWEST, False)


@pytest.mark.parametrize("full", [1, FEWEST - 1, FEWEST + 1])
def test_where_few_are_screened_in_or_few_are_not_the_number_is_hidden(full: int) -> None:
    made = people(FEWEST + 2)
    for number, person in enumerate(made):
        confirmed(person, "full_assessment" if number < full else "no_further_step")
    assert shares()["all", ""] == Share(
        by="all", group="", screened=None, screened_in=None, hidden=True
    )


def test_a_small_group_is_hidden_by_sex_as_well() -> None:
    for person in people(FEWEST, women=1):
        confirmed(person)
    told = shares()
    assert told["offence", "unknown"].screened == told["all", ""].screened == FEWEST + 1
    assert told["sex", "female"].hidden


def test_a_hidden_group_cannot_be_worked_out_from_the_whole_and_the_others() -> None:
    for person in people(FEWEST, women=1):
        confirmed(person)
    told = shares()
    assert told["all", ""].screened == FEWEST + 1
    assert told["sex", "unknown"].hidden, "all but the others would be the one woman"


def test_only_whoever_reads_plans_of_the_whole_prison_sees_shares() -> None:
    person = grown()
    confirmed(person)
    with pytest.raises((NotThere, Refused)):
        queries.shares_at(manager(person), "north", at=NOW)
    with pytest.raises((NotThere, Refused)):
        queries.shares_at(ELSEWHERE, "north", at=NOW)
    with pytest.raises((NotThere, Refused)):
        queries.shares_at(WING, "north", at=NOW)


def test_what_nobody_confirmed_is_not_counted() -> None:
    for person in people(FEWEST):
        screened(person)
    assert shares() == {}
