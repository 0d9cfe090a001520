"""One order without gap, whoever writes beside whom."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TypeVar

import pytest
from django.db import connection, transaction

from tests.register.made import NOON, World, an_entry
from throughcare.register.actions import seal
from throughcare.register.errors import Damaged
from throughcare.register.models import Checkpoint, Entry, Sealed

T = TypeVar("T")
WRITERS, SECONDS = 8, 3.0


def _apart(work: Callable[[], T]) -> T:
    """Run in this thread on a connection of its own, closed afterwards."""
    try:
        return work()
    finally:
        connection.close()


def test_nothing_to_seal_makes_no_checkpoint(world: World) -> None:
    assert world.seal() is None
    world.fill(2)
    assert world.seal() is None
    assert Checkpoint.objects.count() == 1


def test_an_id_lost_with_its_transaction_leaves_no_gap(world: World) -> None:
    an_entry(0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        an_entry(1)
        _ = 1 / 0
    an_entry(2)
    world.seal()
    assert list(Sealed.objects.order_by("position").values_list("position", "entry")) == [
        (0, 1),
        (1, 3),
    ]


def test_an_entry_that_commits_late_gets_a_later_position(world: World) -> None:
    begun, go_on = Event(), Event()

    def late() -> None:
        with transaction.atomic():
            an_entry(1)
            begun.set()
            assert go_on.wait(20)

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(lambda: _apart(late))
        assert begun.wait(20)
        an_entry(2)
        assert world.seal() is not None
        go_on.set()
        writing.result()
    assert world.seal() is not None
    assert list(Sealed.objects.order_by("position").values_list("entry", flat=True)) == [2, 1]
    assert world.verify().trouble is None


def test_a_seal_takes_no_more_than_it_is_told(world: World) -> None:
    for number in range(5):
        an_entry(number)
    sizes = []
    while (made := seal(at=NOON, key=world.key, most=2)) is not None:
        sizes.append((made.size, made.settled))
    assert sizes == [(2, 0), (4, 0), (5, 5)]
    assert world.verify().trouble is None


def test_nothing_is_added_to_a_register_that_disagrees_with_itself(
    world: World, intruder: object
) -> None:
    world.fill(3)
    intruder.execute("DELETE FROM register_sealed WHERE position = 2")  # type: ignore[attr-defined]
    an_entry(4)
    with pytest.raises(Damaged, match="nothing was sealed"):
        world.seal()


@pytest.mark.parametrize(("change", "goes_on"), [("settled", True), ("settled + 1", False)])
def test_nothing_is_sealed_on_top_of_a_checkpoint_whose_signature_is_false(
    world: World, intruder: object, change: str, goes_on: bool
) -> None:
    world.fill(3)
    intruder.execute(f"UPDATE register_checkpoint SET settled = {change}")  # type: ignore[attr-defined]
    an_entry(4)
    if goes_on:
        assert world.seal() is not None
        return
    with pytest.raises(Damaged, match="signature is false"):
        world.seal()


def test_eight_writers_and_a_sealer_make_one_order(world: World) -> None:
    stop = Event()

    def write(writer: int) -> list[int]:
        made = []
        while not stop.is_set():
            made.append(an_entry(len(made), by=str(writer + 1)).pk)
        return made

    with ThreadPoolExecutor(WRITERS) as pool:
        writing = [pool.submit(lambda n=n: _apart(lambda: write(n))) for n in range(WRITERS)]
        for _ in range(20):
            stop.wait(SECONDS / 20)
            world.seal()
        stop.set()
        made = [number for one in writing for number in one.result()]
    while world.seal() is not None:
        pass
    order = list(Sealed.objects.order_by("position").values_list("position", "entry"))
    assert [position for position, _ in order] == list(range(len(made)))
    assert sorted(entry for _, entry in order) == sorted(made)
    assert Entry.objects.count() == len(made) > 100
    assert Checkpoint.objects.count() > 5
    found = world.verify()
    assert (found.sealed, found.unsealed, found.trouble) == (len(made), 0, None)
