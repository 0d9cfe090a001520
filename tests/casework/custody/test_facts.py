"""The engine is told what stands in the room, and when it was known."""

from __future__ import annotations

import pytest

from standards.findings import Status
from tests.casework.custody.replay.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def test_who_is_held_on_an_order_is_covered(world: World) -> None:
    file = world.held()
    assert world.statuses("nmr-7-order", file.id) == {Status.MET}
    assert world.statuses("nmr-7-throughout", file.id) == {Status.MET}


def test_who_is_held_without_one_is_not(world: World) -> None:
    file = world.person()
    world.admit(file)
    assert world.statuses("nmr-7-order", file.id) == {Status.BREACHED}
    assert world.statuses("nmr-7-throughout", file.id) == {Status.BREACHED}
