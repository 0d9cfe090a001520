"""Work is offered and never forced; hours fit into a day; whoever writes them does not pay them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.casework.assessment.made import another_account, refused_by
from tests.casework.safety.made import DIRECTOR, INSPECTOR, NURSE, WING
from tests.casework.work.made import (
    AT,
    DAY,
    HOUR,
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
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Account
from throughcare.casework.custody.errors import BadMoment, NotInCustody
from throughcare.casework.people.files import fresh_id
from throughcare.casework.rows.anew import anew
from throughcare.casework.work import actions, queries
from throughcare.casework.work.errors import BadWork, NotAllowed, NoWork, SameHand
from throughcare.casework.work.models import Placement, Wage, WorkDay
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
MONDAY = AT + DAY


def test_each_act_has_its_entry_in_the_register() -> None:
    person = grown()
    fit(person)
    offered(person)
    row = placed(person)
    worked(row, MONDAY)
    rested(row, day_of(AT + 5 * DAY), AT + 7 * DAY)
    paid(row, AT + 8 * DAY, day_of(AT), day_of(AT + 6 * DAY))
    events = Entry.objects.filter(event__startswith="work.").values_list("event", "compartment")
    assert set(events) == {
        (f"work.{name}", "PRG")
        for name in (
            "fitness_noted", "offered", "placed", "hours_written", "rest_day_written", "wage_paid"
        )
    }  # fmt: skip


def test_the_director_and_the_inspector_read_and_health_staff_and_the_wing_do_not() -> None:
    person = grown()
    placed(person)
    for reader in (DIRECTOR, INSPECTOR, colleague(person)):
        assert len(queries.work_of(reader, person, at=AT).works) == 1
    for closed in (NURSE, WING):
        with pytest.raises((Refused, NotThere)):
            queries.work_of(closed, person, at=AT)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"voluntary": False}, NotAllowed),
        ({"paid": False, "wage_class": ""}, NotAllowed),
        ({"beneficiary": "staff"}, NotAllowed),
        ({"found": "A letter."}, BadWork),
        ({"workshop": " "}, BadWork),
        ({"beneficiary": "friends"}, BadWork),
        ({"paid": False, "found": "He told us."}, BadWork),
        ({"since": AT + DAY}, BadMoment),
        ({"since": AT - DAY}, NotInCustody),
    ],
)
def test_work_that_nobody_may_order_or_that_makes_no_sense_is_refused(
    words: Any, error: Any
) -> None:
    with pytest.raises(error) as refused:
        placed(grown(), **words)
    assert refused.value.remedy


def test_paid_work_may_lack_a_wage_class() -> None:
    assert placed(grown(), wage_class="").paid


def test_no_health_is_asked_for_but_fit_or_not() -> None:
    assert {field.name for field in queries.Fitness._meta.get_fields()} - {
        field.name for field in queries.Offer._meta.get_fields()
    } == {"fit", "willing"}
    with pytest.raises(BadWork):
        fit(grown(), willing="ill")


def test_hours_lie_in_a_day_and_in_the_work() -> None:
    row = placed(grown())
    for since, hours, error in (
        (MONDAY, 25, BadWork),
        (MONDAY, 15, BadWork),  # past midnight in Tunis
        (MONDAY, 0, BadWork),
        (AT - HOUR, 0.5, NoWork),
    ):
        with pytest.raises(error):
            worked(row, since, hours)
    with pytest.raises(BadMoment):
        worked(row, MONDAY, 6, at=MONDAY)
    worked(row, MONDAY, 6)
    with pytest.raises(BadWork):
        worked(row, MONDAY + 5 * HOUR, 2)
    with pytest.raises(BadWork):
        rested(row, day_of(MONDAY), MONDAY + 3 * DAY)
    worked(row, MONDAY + 6 * HOUR, 2)


def test_work_that_has_ended_takes_no_hours_after_its_end() -> None:
    person = grown()
    row = placed(person)
    actions.end_work(
        by=instructor(person), at=AT + 3 * DAY, placement_id=row.first, until=AT + 3 * DAY
    )
    worked(row, MONDAY, at=AT + 4 * DAY)
    with pytest.raises(NoWork):
        worked(row, AT + 4 * DAY)
    with pytest.raises(BadWork):
        actions.end_work(
            by=instructor(person), at=AT + 5 * DAY, placement_id=row.first, until=AT + 5 * DAY
        )


def test_a_wage_is_of_hours_that_are_written_once_and_of_money() -> None:
    row = placed(grown())
    days = (day_of(AT), day_of(AT + 6 * DAY))
    with pytest.raises(NoWork):
        paid(row, AT + 8 * DAY, *days)
    worked(row, MONDAY)
    for words in ({"amount": Decimal(0)}, {"currency": "dinar"}):
        with pytest.raises(BadWork):
            paid(row, AT + 8 * DAY, *days, **words)
    with pytest.raises(BadWork):
        paid(row, AT + 8 * DAY, *reversed(days))
    paid(row, AT + 8 * DAY, *days)
    with pytest.raises(BadWork):
        paid(row, AT + 9 * DAY, *days)


def test_whoever_wrote_the_hours_does_not_approve_the_wage_by_any_account() -> None:
    person = grown()
    row = placed(person)
    worked(row, MONDAY)
    days = (day_of(AT), day_of(AT + 6 * DAY))
    for by in (instructor(person), another_account(instructor(person), 963, person)):
        with pytest.raises(SameHand):
            paid(row, AT + 8 * DAY, *days, by=by)
    paid(row, AT + 8 * DAY, *days)
    with pytest.raises(SameHand):
        worked(row, MONDAY + DAY, at=AT + 9 * DAY, by=colleague(person))
    worked(row, MONDAY + DAY, at=AT + 9 * DAY)


def test_the_database_itself_refuses_the_same() -> None:
    person = grown()
    row = placed(person)
    hours = worked(row, MONDAY)
    wage = paid(row, AT + 8 * DAY, day_of(AT), day_of(AT + 6 * DAY))
    Account.objects.filter(pk=964).delete()
    see_all_rows("PRG")

    def again(one: Any, **words: Any) -> None:
        fresh = anew(one, **{"first": None, **words} if hasattr(one, "first") else words)
        fresh.id, fresh.person_id = fresh_id(AT), person
        fresh.recorded_at, fresh.recorded_by = AT + 9 * DAY, words.pop("recorded_by", "962")
        fresh.save(force_insert=True)

    with refused_by("work_nobody_orders_forced_or_unpaid_work"):
        again(row, voluntary=False)
    with refused_by("work_unpaid_has_no_class"):
        again(row, paid=False, found="He told us.")
    with refused_by("work_in_custody"):
        again(row, since=AT - DAY)
    with refused_by("work_hours_are_of_a_work"):
        again(hours, since=AT - DAY, until=AT - HOUR)
    with refused_by("work_hours_once_at_a_time"):
        fresh = anew(hours)
        fresh.id, fresh.person_id = fresh_id(AT), person
        fresh.recorded_at, fresh.recorded_by = AT + 9 * DAY, "961"
        fresh.save(force_insert=True)
    with refused_by("work_two_hands_pay"):
        again(hours, since=MONDAY + 7 * HOUR, until=MONDAY + 8 * HOUR)
    with refused_by("work_wage_is_paid_once"):
        again(wage)
    with refused_by("work_wage_is_of_a_work"):
        again(wage, first_day=day_of(AT + 7 * DAY), last_day=day_of(AT + 8 * DAY))
    with refused_by("work_two_hands_pay"):
        fresh = anew(wage)
        fresh.id, fresh.person_id = fresh_id(AT), person
        fresh.recorded_at, fresh.recorded_by = AT + 9 * DAY, "961"
        fresh.save(force_insert=True)
    assert (Placement.objects.count(), WorkDay.objects.count(), Wage.objects.count()) == (1, 1, 1)
