"""The tree of places stays a tree: the database itself refuses what cannot be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from throughcare.kernel.models import Place

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 1, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def made(path: str, kind: str, parent: Place | None = None, **more: Any) -> Place:
    code = path.rpartition("/")[2]
    more = {"time_zone": "Africa/Tunis" if parent is None else None, "used_from": START, **more}
    return Place.objects.create(path=path, kind=kind, parent=parent, code=code, **more)


@pytest.fixture
def north() -> Place:
    return made("north", "establishment")


def test_the_four_storeys_stand_under_each_other(north: Place) -> None:
    premises = made("north/a", "premises", north)
    unit = made("north/a/2", "unit", premises, time_zone="Asia/Almaty")
    cell = made("north/a/2/204", "cell", unit, certified_capacity=0, floor_area=0)
    assert (premises.zone(), cell.zone()) == ("Africa/Tunis", "Asia/Almaty")
    made("north-b", "establishment")
    assert Place.objects.within("north").count() == 4


@pytest.mark.parametrize(
    ("name", "path", "kind", "more"),
    [
        ("place_is_next_down", "north/a", "unit", {}),
        ("place_is_next_down", "north/a", "cell", {}),
        ("place_path_follows_parent", "south/a", "premises", {}),
        ("place_code_is_plain", "north/A b", "premises", {}),
        ("place_capacity_not_negative", "north/a", "premises", {"certified_capacity": -1}),
        ("place_area_not_negative", "north/a", "premises", {"floor_area": -1}),
        ("place_use_ends_after_it_begins", "north/a", "premises", {"used_until": START}),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    north: Place, name: str, path: str, kind: str, more: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError) as refused:
        made(path, kind, north, **more)
    assert refused.value.__cause__.diag.constraint_name == name  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "more", [{}, {"certified_capacity": 0}, {"floor_area": 0}, {"used_until": START + MINUTE}]
)
def test_their_allowed_twins_are_taken(north: Place, more: dict[str, Any]) -> None:
    assert made("north/a", "premises", north, **more).pk


def test_only_an_establishment_stands_at_the_top() -> None:
    with pytest.raises(IntegrityError, match="place_only_establishment_at_top"):
        made("north", "premises")


def test_an_establishment_needs_a_time_zone() -> None:
    with pytest.raises(IntegrityError, match="place_establishment_has_zone"):
        made("north", "establishment", time_zone=None)


def test_a_place_cannot_be_moved_so_no_circle_can_arise(north: Place) -> None:
    north.name = {"en": "North"}
    north.save()
    north.path = north.code = "south"
    with pytest.raises(IntegrityError, match="keeps its path"):
        north.save()


def test_the_end_of_use_is_the_first_moment_not_in_use(north: Place) -> None:
    made("south", "establishment", used_until=START + MINUTE * 10)
    for at, count in ((-1, 0), (0, 2), (9, 2), (10, 1), (11, 1)):
        assert Place.objects.in_use(START + MINUTE * at).count() == count
