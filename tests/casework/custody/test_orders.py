"""Orders are written down as they are printed; wrong ones are refused, and nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    DAY,
    ELSEWHERE,
    HOUR,
    MINUTE,
    person,
    received,
    remanded,
    viewer,
)
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import (
    AlreadyFree,
    BadMoment,
    BadOrder,
    OtherPerson,
    SameEntry,
)
from throughcare.casework.custody.models import Order
from throughcare.casework.custody.terms import OrderKind
from throughcare.casework.people.errors import NoReason
from throughcare.casework.rows.errors import AlreadyReplaced

pytestmark = pytest.mark.django_db

SAID: dict[str, Any] = {
    "kind": OrderKind.REMAND, "authority": "Court of the North", "number": "17/2026",
    "issued_on": date(2026, 3, 1), "valid_from": AT, "valid_to": AT + 30 * DAY,
}  # fmt: skip


def register(person_id: UUID, **other: Any) -> Order:
    said = {"by": ADMISSIONS, "at": AT, "person_id": person_id, **SAID, **other}
    return actions.register_order(**said)


def correct(order: Order, **other: Any) -> Order:
    said = {"by": ADMISSIONS, "at": AT + HOUR, "order_id": order.id, "why": "misread", **SAID}
    return actions.correct_order(**{**said, **other})


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"valid_to": AT}, BadOrder),
        ({"valid_to": AT - MINUTE}, BadOrder),
        ({"authority": "  "}, BadOrder),
        ({"number": ""}, BadOrder),
        ({"reason": "a\0b"}, BadOrder),
        ({"issued_on": date(2026, 3, 2)}, BadMoment),
        ({"kind": OrderKind.RELEASE, "valid_to": None}, AlreadyFree),
    ],
)
def test_an_order_that_cannot_be_is_refused_in_words(
    wrong: dict[str, Any], error: type[Exception]
) -> None:
    file = person()
    with pytest.raises(error) as refused:
        register(file.id, **wrong)
    assert refused.value.remedy  # type: ignore[attr-defined]
    see_all_rows("SEN")
    assert not Order.objects.exists()
    register(file.id)


def test_an_order_of_release_is_written_down_for_somebody_in_custody() -> None:
    file, _stay = received()
    assert register(file.id, kind=OrderKind.RELEASE, valid_to=None).kind == "release"


def test_the_same_order_is_not_written_down_twice_in_one_file() -> None:
    file = person()
    register(file.id)
    with pytest.raises(SameEntry):
        register(file.id, authority="court of  the north", at=AT + MINUTE)
    register(file.id, valid_from=AT + 30 * DAY, valid_to=AT + 60 * DAY)


def test_an_order_that_stands_in_another_file_is_asked_about_first() -> None:
    register(person("Aigerim").id)
    other = person("Marat")
    with pytest.raises(OtherPerson):
        register(other.id)
    assert register(other.id, number="18/2026")
    assert register(other.id, sure="it names both, as the clerk of the court says")


def test_a_list_of_transfers_names_many_and_is_not_asked_about() -> None:
    for name in ("Aigerim", "Marat"):
        assert register(person(name).id, kind=OrderKind.TRANSFER, valid_to=None)


def test_what_the_reception_cannot_see_is_not_told_by_a_question() -> None:
    far = person(by=ELSEWHERE, place="south")
    register(far.id, by=ELSEWHERE)
    assert register(person().id)


@pytest.mark.parametrize("named", ["Aigerim", "AYGERIM", "Айгерим", ""])
def test_the_name_on_the_order_may_be_spelled_otherwise(named: str) -> None:
    assert register(person("Aigerim").id, named=named)


def test_the_name_of_somebody_else_is_refused_until_it_is_explained() -> None:
    file = person("Aigerim")
    with pytest.raises(OtherPerson):
        register(file.id, named="Mehmet")
    assert register(file.id, named="Mehmet", sure="the court uses his second name").named


def test_a_correction_takes_the_place_of_the_order_and_both_stay_readable() -> None:
    order = register(person().id)
    newer = correct(order, valid_to=AT + 20 * DAY)
    see_all_rows("SEN")
    order.refresh_from_db()
    assert (order.stood_until, newer.replaces_id) == (AT + HOUR, order.id)
    assert Order.objects.count() == 2


def test_a_correction_needs_a_reason() -> None:
    order = register(person().id)
    with pytest.raises(NoReason):
        correct(order, why=" ")


def test_what_was_corrected_is_not_corrected_again() -> None:
    order = register(person().id)
    correct(order, valid_to=AT + 20 * DAY)
    for act in (correct, lambda one: _strike(one)):
        with pytest.raises(AlreadyReplaced):
            act(order)


def _strike(order: Order, **other: Any) -> Order:
    said = {"by": ADMISSIONS, "at": AT + HOUR, "order_id": order.id, "why": "of another person"}
    return actions.strike_out_order(**{**said, **other})


def test_an_order_that_was_struck_out_no_longer_stands_and_says_why() -> None:
    order = _strike(register(person().id))
    assert (order.struck_by, order.struck_why) == ("1", "of another person")
    found = queries.orders_of(ADMISSIONS, order.person_id, at=AT + HOUR)
    assert (list(found.orders), [one.id for one in found.earlier]) == ([], [order.id])


def test_an_order_is_corrected_where_the_file_is_open_and_hidden_elsewhere() -> None:
    order = register(person().id)
    with pytest.raises(NotThere):
        correct(order, by=ELSEWHERE, valid_to=None)
    assert correct(order, valid_to=None)


def test_a_director_reads_orders_and_writes_none() -> None:
    file, director = person(), viewer(Role.PRISON_DIRECTOR, account=9)
    with pytest.raises(Refused):
        register(file.id, by=director)
    assert not queries.orders_of(director, file.id, at=AT).may_write


def test_a_security_officer_reads_the_legal_status_and_no_order() -> None:
    file, _stay = received()
    actions.set_status(by=ADMISSIONS, at=AT, person_id=file.id, value="untried", since=AT)
    found = queries.orders_of(viewer(Role.SECURITY_OFFICER, account=9), file.id, at=AT)
    assert found.redacted and not found.orders and found.status(AT)


def test_the_same_question_as_known_on_two_days_gives_the_two_right_answers() -> None:
    file, _stay = received()
    (order,) = queries.orders_of(ADMISSIONS, file.id, at=AT).orders
    said = {**SAID, "number": order.number, "valid_to": AT + 5 * DAY}
    actions.correct_order(
        by=ADMISSIONS, at=AT + 2 * DAY, order_id=order.id, why="misread the month", **said
    )
    later = AT + 10 * DAY
    before = queries.orders_of(ADMISSIONS, file.id, at=later, known_at=AT + DAY)
    after = queries.orders_of(ADMISSIONS, file.id, at=later, known_at=AT + 3 * DAY)
    assert [one.until(AT) for one in (before, after)] == [AT + 60 * DAY, AT + 5 * DAY]
    assert [one.covered(later) for one in (before, after)] == [True, False]


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({}, None),
        ({"valid_to": None}, None),
        ({"valid_to": AT}, "custody_order_ends_after_it_begins"),
        ({"number": ""}, "custody_order_says_who_ordered_it_under_which_number"),
        ({"kind": "rumour"}, "custody_order_kind_is_in_the_list"),
    ],
)
def test_the_database_refuses_an_order_that_cannot_be(
    wrong: dict[str, Any], constraint: str | None
) -> None:
    order = register(person().id)
    see_all_rows("SEN")
    row = Order(
        id=person("Marat").id, person_id=order.person_id, recorded_at=AT, recorded_by="1",
        **{**SAID, **wrong},
    )  # fmt: skip
    if constraint is None:
        row.save(force_insert=True)
        return
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        row.save(force_insert=True)


def test_a_written_order_is_changed_by_nobody() -> None:
    remanded(person().id)
    see_all_rows("SEN")
    with pytest.raises(Exception, match="Cannot update rows"), transaction.atomic():
        Order.objects.update(named="somebody else", valid_to=AT + timedelta(days=999))
