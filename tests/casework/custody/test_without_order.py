"""Nobody is held without a ground: the list names everybody who is, at once, until it is cured."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    DAY,
    ELSEWHERE,
    HOUR,
    person,
    received,
    remanded,
    viewer,
)
from tests.casework.custody.made_moves import let_go
from tests.staff import see_all_rows
from throughcare.access.errors import Already, NotThere, Refused
from throughcare.access.models import Account, CaseAssignment, Kinship
from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import NoValidOrder, OrderStands
from throughcare.casework.custody.queries import Why
from throughcare.casework.people.actions import merge
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db
WHY = "the police bring nothing in writing"


def director() -> Viewer:
    return viewer(Role.PRISON_DIRECTOR, account=8)


def judge(account: int = 9, place: str = "north") -> Viewer:
    """As the rows say at this moment: with the cases that the judge was given."""
    viewer(Role.JUDGE_PROSECUTOR, place, account)
    return viewer_of(account, at=AT)


def without(*parts: str, by: Viewer = ADMISSIONS, place: str = "north") -> Person:
    """Somebody received as held without a valid order."""
    file = person(*parts, by=by, place=place)
    actions.receive(
        by=by, at=AT, person_id=file.id, establishment=place, admitted_at=AT, without_order=WHY
    )
    return file


def listed(who: Viewer, place: str | None = "north", at: datetime = AT) -> list[Any]:
    return queries.held_without(who, place, at=at)


def test_admission_without_an_order_is_refused_in_the_words_of_the_rule() -> None:
    said: dict[str, Any] = {
        "by": ADMISSIONS, "at": AT, "person_id": person().id, "establishment": "north",
        "admitted_at": AT,
    }  # fmt: skip
    with pytest.raises(NoValidOrder, match="no person shall be received without one"):
        actions.receive(**said)
    assert listed(ADMISSIONS) == []
    actions.receive(**said, without_order=WHY)
    assert [one.said for one in listed(ADMISSIONS)] == [WHY]


def test_whoever_was_released_is_not_received_again_on_the_order_of_then() -> None:
    file = person()
    remanded(file.id, valid_to=AT + 400 * DAY)
    said: dict[str, Any] = {"by": ADMISSIONS, "person_id": file.id, "establishment": "north"}
    actions.receive(**said, at=AT, admitted_at=AT)
    let_go(file.id, at=AT + DAY)
    back = AT + 5 * DAY
    with pytest.raises(NoValidOrder):
        actions.receive(**said, at=back, admitted_at=back)
    actions.receive(**said, at=back, admitted_at=back, without_order=WHY)
    (one,) = listed(ADMISSIONS, at=back)
    assert (one.person_id, one.why, one.since) == (file.id, Why.NEVER, back)
    found = queries.orders_of(ADMISSIONS, file.id, at=back)
    assert not found.covered(back) and found.spent_at(found.orders[0]) == AT + DAY
    remanded(file.id, at=back + HOUR, number="R 2/2026")
    assert listed(ADMISSIONS, at=back + HOUR) == []


def test_the_director_admissions_and_the_judge_see_it_at_once() -> None:
    judge()
    file = without()
    for who in (director(), ADMISSIONS, COLLEAGUE, judge()):
        (one,) = listed(who)
        assert (one.person_id, one.since, one.why, one.opens) == (file.id, AT, Why.NEVER, True)


def test_the_judge_can_open_the_file_at_once_and_register_the_order() -> None:
    judge()
    file = without()
    assert queries.orders_of(judge(), file.id, at=AT).may_write
    remanded(file.id, by=judge())
    assert listed(judge()) == []


def test_the_case_is_given_with_an_entry_of_its_own() -> None:
    judge()
    file = without()
    see_all_rows()
    case = CaseAssignment.objects.get(person=file.id, role="judge_prosecutor")
    entry = Entry.objects.get(event="access.case_assigned")
    assert (case.account_id, entry.about, entry.row) == (9, file.id, str(case.pk))
    assert "Rule 7" in entry.why


def test_judges_of_the_service_are_told_where_the_prison_has_none_of_its_own() -> None:
    judge(10, "service")
    judge(11, "south")
    without()
    cases = CaseAssignment.objects.filter(role="judge_prosecutor")
    assert set(cases.values_list("account", flat=True)) == {10}
    judge(9)
    without("Marat")
    assert set(cases.values_list("account", flat=True)) == {9, 10}
    assert cases.count() == 2


def test_a_judge_who_is_a_relative_is_not_told_and_sees_nothing() -> None:
    judge()
    judge(12)
    file = person()
    Kinship.objects.create(account=Account.objects.get(pk=9), person=file.id, begins=AT - DAY)
    actions.receive(
        by=ADMISSIONS, at=AT, person_id=file.id, establishment="north", admitted_at=AT,
        without_order=WHY,
    )  # fmt: skip
    assert listed(judge()) == []
    assert [one.person_id for one in listed(judge(12))] == [file.id]
    cases = CaseAssignment.objects.filter(person=file.id)
    assert list(cases.values_list("account", flat=True)) == [12]


def test_an_order_that_lapses_puts_the_person_on_the_list_from_that_hour_on() -> None:
    file, _stay = received()
    ends = AT + 60 * DAY
    assert listed(director(), at=ends - HOUR) == []
    (one,) = listed(director(), at=ends)
    assert (one.person_id, one.since, one.why) == (file.id, ends, Why.EXPIRED)


def test_a_judge_finds_a_lapse_without_the_case_and_takes_it() -> None:
    judge()
    file, _stay = received()
    at = AT + 61 * DAY
    (one,) = listed(judge(), at=at)
    assert (one.person_id, one.opens) == (file.id, False)
    with pytest.raises(NotThere):
        queries.orders_of(judge(), file.id, at=at)
    actions.take_case(by=judge(), at=at, person_id=file.id)
    now = viewer_of(9, at=at)
    assert listed(now, at=at)[0].opens
    assert queries.orders_of(now, file.id, at=at).orders
    with pytest.raises(Already):
        actions.take_case(by=now, at=at, person_id=file.id)


def test_a_judge_takes_no_case_for_which_an_order_is_in_force() -> None:
    judge()
    file = without()
    remanded(file.id)
    with pytest.raises(OrderStands):
        actions.take_case(by=judge(), at=AT, person_id=file.id)


def test_a_judge_does_not_learn_by_taking_that_there_is_a_file_which_is_closed() -> None:
    judge()
    file, _stay = received()
    with pytest.raises(NotThere):
        actions.take_case(by=judge(), at=AT, person_id=file.id)


@pytest.mark.parametrize("who", [director, lambda: ADMISSIONS, lambda: judge(11, "south")])
def test_nobody_but_a_judge_of_the_place_takes_a_case(who: Any) -> None:
    file = without()
    with pytest.raises(NotThere):
        actions.take_case(by=who(), at=AT, person_id=file.id)


def test_a_judges_case_that_is_ended_leaves_the_entry_on_the_judges_list() -> None:
    judge()
    file = without()
    CaseAssignment.objects.filter(person=file.id).update(ends=AT + HOUR)
    at = AT + DAY
    (one,) = listed(viewer_of(9, at=at), at=at)
    assert (one.person_id, one.opens) == (file.id, False)


def test_striking_out_the_order_puts_the_person_on_the_list_and_tells_the_judge() -> None:
    judge()
    file, _stay = received()
    (order,) = queries.orders_of(ADMISSIONS, file.id, at=AT).orders
    actions.strike_out_order(by=ADMISSIONS, at=AT + DAY, order_id=order.id, why="another person")
    (one,) = listed(viewer_of(9, at=AT + DAY), at=AT + DAY)
    assert (one.person_id, one.since, one.why, one.opens) == (file.id, AT, Why.STRUCK_OUT, True)


def test_correcting_the_order_to_an_earlier_end_does_the_same() -> None:
    judge()
    file, _stay = received()
    (order,) = queries.orders_of(ADMISSIONS, file.id, at=AT).orders
    actions.correct_order(
        by=ADMISSIONS, at=AT + 3 * DAY, order_id=order.id, why="misread", kind="remand",
        authority=order.authority, number=order.number, issued_on=order.issued_on,
        valid_from=AT, valid_to=AT + 2 * DAY,
    )  # fmt: skip
    (one,) = listed(viewer_of(9, at=AT + 3 * DAY), at=AT + 3 * DAY)
    assert (one.since, one.why, one.opens) == (AT + 2 * DAY, Why.EXPIRED, True)


@pytest.mark.parametrize(("begins", "left"), [(AT - DAY, 0), (AT + DAY, 1)])
def test_only_an_order_that_is_in_force_now_cures_it(begins: datetime, left: int) -> None:
    file = without()
    actions.register_order(
        by=ADMISSIONS, at=AT, person_id=file.id, kind="remand", authority="Court", number="9",
        issued_on=date(2026, 2, 1), valid_from=begins, valid_to=AT + 9 * DAY,
    )  # fmt: skip
    assert len(listed(ADMISSIONS)) == left


@pytest.mark.parametrize("kind", ["release", "transfer"])
def test_an_order_of_another_kind_is_no_ground(kind: str) -> None:
    file = without()
    actions.register_order(
        by=ADMISSIONS, at=AT, person_id=file.id, kind=kind, authority="Court", number="9",
        issued_on=date(2026, 2, 1), valid_from=AT,
    )  # fmt: skip
    assert len(listed(ADMISSIONS)) == 1


def test_another_prison_sees_its_own_and_no_other() -> None:
    without()
    far = without("Marat", by=ELSEWHERE, place="south")
    assert [one.person_id for one in listed(ELSEWHERE, "south")] == [far.id]
    assert [one.person_id for one in listed(ELSEWHERE, None)] == [far.id]
    for place in ("north", "service"):
        with pytest.raises(NotThere):
            listed(ELSEWHERE, place)


def test_the_inspector_sees_every_prison() -> None:
    without()
    without("Marat", by=ELSEWHERE, place="south")
    assert len(listed(viewer(Role.NPM_INSPECTOR, "service", 20), None)) == 2


@pytest.mark.parametrize(
    "role", [Role.SECURITY_OFFICER, Role.CHAPLAIN, Role.HQ_ANALYST, Role.FAMILY, Role.PRISONER]
)
def test_who_reads_no_orders_sees_no_list(role: Role) -> None:
    without()
    with pytest.raises((NotThere, Refused)):
        listed(viewer(role, "north", 21))


def test_orders_of_a_file_that_was_joined_count_for_the_whole_file() -> None:
    file, other = without(), person("Ayguerim")
    remanded(other.id)
    assert len(listed(ADMISSIONS)) == 1
    merge(by=ADMISSIONS, at=AT, kept=file.id, merged=other.id, why="one person")
    assert listed(ADMISSIONS) == []


def test_a_stay_of_a_file_that_was_joined_is_listed_under_the_whole_file() -> None:
    file, other = person(), without("Ayguerim")
    merge(by=ADMISSIONS, at=AT, kept=file.id, merged=other.id, why="one person")
    assert [one.person_id for one in listed(ADMISSIONS)] == [file.id]


def test_reading_the_list_leaves_an_entry() -> None:
    without()
    listed(director())
    entry = Entry.objects.filter(event="read.held_without").latest("id")
    assert (entry.by, entry.role, entry.place) == ("8", "prison_director", "north")


def test_orders_that_end_soon_are_listed_unless_another_continues_them() -> None:
    file, _stay = received()
    fifteen, fourteen = AT + 45 * DAY, AT + 46 * DAY
    assert queries.orders_ending(director(), "north", at=fifteen) == []
    (one,) = queries.orders_ending(director(), "north", at=fourteen)
    assert (one.person_id, one.ends) == (file.id, AT + 60 * DAY)
    actions.register_order(
        by=ADMISSIONS, at=fourteen, person_id=file.id, kind="extension", authority="Court",
        number="9", issued_on=date(2026, 4, 1), valid_from=AT + 60 * DAY, valid_to=AT + 99 * DAY,
    )  # fmt: skip
    assert queries.orders_ending(director(), "north", at=fourteen) == []


def test_the_overview_says_where_a_person_stands_and_what_lacks() -> None:
    file, stay = received()
    found = queries.overview_of(director(), file.id, at=AT + timedelta(days=1))
    assert found.stay == stay and found.placement is None and len(found.missing) == 13
    assert found.orders is not None and found.orders.until(AT) == AT + 60 * DAY
