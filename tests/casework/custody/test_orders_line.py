"""The line of legality: which time of a stay is covered, where it has gaps, where it overlaps."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.casework.custody.made import AT, DAY, MINUTE
from throughcare.casework.custody.legality import cover_ends, in_force, line_of
from throughcare.casework.custody.models import Order, Stay


def order(begins: float, ends: float | None, kind: str = "remand", number: int = 1) -> Order:
    until = None if ends is None else AT + ends * DAY
    return Order(id=UUID(int=number), kind=kind, valid_from=AT + begins * DAY, valid_to=until)


def stay(ends: float | None = None) -> Stay:
    return Stay(admitted_at=AT, left_at=None if ends is None else AT + ends * DAY)


def drawn(held: Stay, orders: list[Order], at: datetime) -> list[tuple[float, float | None, int]]:
    return drawn_of(held, [held], orders, at)


def drawn_of(
    held: Stay, stays: list[Stay], orders: list[Order], at: datetime = AT + 15 * DAY
) -> list[tuple[float, float | None, int]]:
    return [
        ((one.begins - AT) / DAY, None if one.ends is None else (one.ends - AT) / DAY,
         len(one.orders))
        for one in line_of(held, stays, orders, at=at)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("orders", "line"),
    [
        ([order(0, 10), order(10, 20)], [(0, 10, 1), (10, 20, 1)]),
        ([order(0, 10), order(12, 20)], [(0, 10, 1), (10, 12, 0), (12, 20, 1)]),
        ([order(0, 10), order(8, 20)], [(0, 8, 1), (8, 10, 2), (10, 20, 1)]),
        ([order(-5, 10), order(10, None)], [(0, 10, 1), (10, None, 1)]),
        ([order(0, 10)], [(0, 10, 1), (10, None, 0)]),
        ([order(0, 10), order(17, 30)], [(0, 10, 1), (10, None, 0)]),
        ([], [(0, None, 0)]),
        ([order(0, 30, kind="release"), order(0, 30, kind="transfer")], [(0, None, 0)]),
    ],
)
def test_the_line_of_a_stay_that_is_open(
    orders: list[Order], line: list[tuple[float, float | None, int]]
) -> None:
    for number, one in enumerate(orders):
        one.id = UUID(int=number)
    assert drawn(stay(), orders, AT + 15 * DAY) == line


def test_the_line_of_a_stay_that_has_ended_goes_to_its_end() -> None:
    assert drawn(stay(5), [order(0, 10)], AT + 15 * DAY) == [(0, 5, 1)]
    assert drawn(stay(12), [order(0, 10)], AT + 15 * DAY) == [(0, 10, 1), (10, 12, 0)]


def test_somebody_received_this_minute_without_an_order_has_a_line_too() -> None:
    assert drawn(stay(), [], AT) == [(0, None, 0)]


def test_an_order_from_before_a_release_is_no_ground_to_hold_the_person_again() -> None:
    before = Stay(admitted_at=AT - 100 * DAY, left_at=AT - 50 * DAY)
    sentence, held = order(-100, None, kind="sentence"), stay()
    assert drawn_of(before, [before, held], [sentence]) == [(-100, -50, 1)]
    assert drawn_of(held, [before, held], [sentence]) == [(0, None, 0)]
    again = order(-1, None, kind="sentence", number=2)
    assert drawn_of(held, [before, held], [sentence, again]) == [(0, None, 1)]
    assert in_force([sentence, again], [before, held], at=AT) == [again]


@pytest.mark.parametrize(("after", "covered"), [(-MINUTE, 1), (0 * MINUTE, 0)])
def test_an_order_is_in_force_up_to_and_without_its_end(after: object, covered: int) -> None:
    moment = AT + 10 * DAY + after  # type: ignore[operator]
    assert len(in_force([order(0, 10)], [], at=moment)) == covered


_ORDERS = some.lists(
    some.tuples(some.integers(-5, 20), some.one_of(some.none(), some.integers(1, 9))), max_size=6
)


@given(_ORDERS, some.one_of(some.none(), some.integers(0, 25)))
def test_stretches_follow_one_another_and_say_what_each_moment_says(
    drawn_orders: list[tuple[int, int | None]], ends: int | None
) -> None:
    orders = [
        order(begins, None if lasts is None else begins + lasts, number=number)
        for number, (begins, lasts) in enumerate(drawn_orders)
    ]
    held = stay(ends)
    line = line_of(held, [held], orders, at=AT + 15 * DAY)
    assert line[0].begins == held.admitted_at
    for one, following in pairwise(line):
        assert one.ends == following.begins and one.orders != following.orders
    for one in line:
        assert list(one.orders) == in_force(orders, [held], at=one.begins)
    if ends is not None:
        assert line[-1].ends == held.left_at


@given(_ORDERS)
def test_cover_reaches_to_the_first_moment_without_an_order(
    drawn_orders: list[tuple[int, int | None]],
) -> None:
    orders = [
        order(begins, None if lasts is None else begins + lasts) for begins, lasts in drawn_orders
    ]
    until = cover_ends(orders, [], at=AT)
    if until is not None:
        assert not in_force(orders, [], at=until) and in_force(orders, [], at=until - MINUTE)
