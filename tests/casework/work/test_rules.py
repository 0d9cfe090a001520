"""What the rules on work answer of what was written through the door of the room."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests.casework.answered import answers
from tests.casework.custody.made import with_status
from tests.casework.work.made import (
    AT,
    DAY,
    colleague,
    day_of,
    fit,
    grown,
    instructor,
    offered,
    paid,
    placed,
    rested,
    worked,
)
from tests.staff import see_no_rows
from throughcare.casework.work import actions

pytestmark = pytest.mark.django_db
MONDAY = AT + DAY  # AT is Sunday, 1 March 2026, 10 o'clock in Tunis


def sentenced(*parts: str, cell: str | None = "north/a/1/01") -> UUID:
    person = grown(*parts, cell=cell)
    with_status(person, "sentenced")
    see_no_rows()
    return person


def test_who_is_fit_is_offered_work_or_a_programme_within_thirty_days() -> None:
    person, forgotten = sentenced(), sentenced("Bolat", cell=None)
    for one in (person, forgotten):
        fit(one)
    offered(person, AT + 20 * DAY, kind="programme", what="welding", answer="declined")
    assert answers(person, "nmr-96-1", at=AT + 31 * DAY) == ["met"]
    assert answers(forgotten, "nmr-96-1", at=AT + 31 * DAY) == ["breached"]


@pytest.mark.parametrize(("hours", "answer"), [(6, False), (4, True)])
def test_who_is_fit_and_willing_has_work_for_a_normal_week(hours: int, answer: bool) -> None:
    person = sentenced()
    fit(person)
    row = placed(person)
    for day in range(5):
        worked(row, MONDAY + day * DAY, hours)
    found = answers(person, "nmr-96-2", at=AT + 9 * DAY)
    assert ("breached" in found) == answer, found


def test_work_for_the_benefit_of_staff_is_found_and_breaks_the_rule() -> None:
    person, other = sentenced(), sentenced("Bolat", cell=None)
    placed(person, beneficiary="staff", found="A gardener of the deputy was met at his house.")
    placed(other, beneficiary="charity")
    assert answers(person, "nmr-97", at=AT + DAY) == ["breached"]
    assert answers(other, "nmr-97", at=AT + DAY) == []


def test_whoever_works_outside_is_supervised_and_paid() -> None:
    kept, bare = sentenced(), sentenced("Bolat", cell=None)
    row = placed(kept, outside=True, beneficiary="employer", supervisor="S. Guard")
    placed(bare, outside=True, beneficiary="employer")
    worked(row, MONDAY)
    paid(row, AT + 20 * DAY, day_of(AT), day_of(AT + 7 * DAY))
    assert answers(kept, "nmr-100", at=AT + 32 * DAY) == ["met"]
    assert answers(bare, "nmr-100", at=AT + 32 * DAY) == ["breached"]


def test_a_claim_is_opened_within_a_fortnight_of_an_injury() -> None:
    kept, forgotten = sentenced(), sentenced("Bolat", cell=None)
    for one in (kept, forgotten):
        row = actions.write_injury(by=instructor(one), at=AT, person_id=one, injured_at=AT)
        if one == kept:
            actions.open_claim(
                by=instructor(one), at=AT + 3 * DAY, injury_id=row.first, opened_at=AT + 3 * DAY,
                claim="C 17/2026",
            )  # fmt: skip
    assert answers(kept, "nmr-101-2", at=AT + 15 * DAY) == ["met"]
    assert answers(forgotten, "nmr-101-2", at=AT + 15 * DAY) == ["breached"]


def test_eight_hours_are_a_day_and_nine_are_too_many() -> None:
    kept, over = sentenced(), sentenced("Bolat", cell=None)
    worked(placed(kept), MONDAY, 8)
    worked(placed(over), MONDAY, 9)
    assert "breached" not in answers(kept, "nmr-102-1-day", at=AT + 3 * DAY)
    assert "breached" in answers(over, "nmr-102-1-day", at=AT + 3 * DAY)


def test_forty_hours_are_a_week_and_forty_two_are_too_many() -> None:
    kept, over = sentenced(), sentenced("Bolat", cell=None)
    for person, hours in ((kept, 6.5), (over, 7)):
        row = placed(person)
        for day in range(6):
            worked(row, MONDAY + day * DAY, hours)
    assert "breached" not in answers(kept, "nmr-102-1-week", at=AT + 9 * DAY)
    assert "breached" in answers(over, "nmr-102-1-week", at=AT + 9 * DAY)


def test_a_week_has_a_day_of_rest_that_somebody_wrote() -> None:
    kept, none = sentenced(), sentenced("Bolat", cell=None)
    for person in (kept, none):
        row = placed(person)
        worked(row, MONDAY)
        if person == kept:
            rested(row, day_of(MONDAY + 6 * DAY), AT + 9 * DAY)
    assert "breached" not in answers(kept, "nmr-102-2", at=AT + 9 * DAY)
    assert "breached" in answers(none, "nmr-102-2", at=AT + 9 * DAY)


def test_a_wage_is_paid_each_month() -> None:
    kept, unpaid = sentenced(), sentenced("Bolat", cell=None)
    for person in (kept, unpaid):
        row = placed(person)
        worked(row, MONDAY)
        if person == kept:
            paid(row, AT + 28 * DAY, day_of(AT), day_of(AT + 27 * DAY))
    at = AT + timedelta(days=37)
    assert answers(kept, "nmr-103-1", at=at) == ["due"]
    assert answers(unpaid, "nmr-103-1", at=at) == ["breached"]


@pytest.mark.parametrize(("status", "answer"), [("untried", ["breached"]), ("sentenced", [])])
def test_nobody_who_is_untried_is_made_to_work(status: str, answer: list[str]) -> None:
    person = grown()
    with_status(person, status)
    placed(person, voluntary=False, found="He said so, and two colleagues had seen it.")
    assert answers(person, "nmr-116", at=AT + DAY) == answer
    freely = grown("Bolat", cell=None)
    with_status(freely, status)
    placed(freely)
    assert answers(freely, "nmr-116", at=AT + DAY) == []


def test_hours_that_were_struck_out_count_no_more() -> None:
    person = sentenced()
    row = worked(placed(person), MONDAY, 9)
    actions.strike_hours(
        by=colleague(person), at=AT + 2 * DAY, row_id=row.id, why="It was his brother."
    )
    assert "breached" not in answers(person, "nmr-102-1-day", at=AT + 3 * DAY)


@pytest.mark.parametrize(("late", "answer"), [(0, ["due"]), (1, ["breached", "due"])])
def test_a_wage_on_the_last_minute_of_grace_is_in_time_as_in_recur_09_and_10(
    late: int, answer: list[str]
) -> None:
    """A month from 1 March, 10:00, and five days of grace: 6 April, 10:00 by the clock of Tunis."""
    person = sentenced()
    row = placed(person)
    worked(row, MONDAY)
    last = AT.replace(month=4, day=6) + timedelta(minutes=late)
    paid(row, last, day_of(AT), day_of(AT + 30 * DAY))
    assert answers(person, "nmr-103-1", at=last + DAY) == answer


@pytest.mark.parametrize(("more", "answer"), [(0, False), (1, True)])
def test_eight_hours_and_a_minute_are_too_many_as_in_quota_04(more: int, answer: bool) -> None:
    person = sentenced()
    worked(placed(person), MONDAY, 8 + more / 60)
    assert ("breached" in answers(person, "nmr-102-1-day", at=AT + 3 * DAY)) == answer
