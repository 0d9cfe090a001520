"""The engine is told what stands in the room: of one person the same as of that one among all."""

from __future__ import annotations

import pytest

from tests.casework.custody.replay.computed import COMPUTED
from tests.casework.custody.replay.world import ASKED, AT, DAY, HOUR, RULEBOOK, World
from tests.staff import see_all_rows
from throughcare.casework.archive import KEPT, archive_of
from throughcare.casework.people import actions as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def test_one_person_alone_tells_the_same_as_among_all(world: World) -> None:
    file, other = world.held(), world.held()
    for one in (file, other):
        world.place_in(one, "e1/a/1/01", at=AT + HOUR)
    among = [one for one in world.archive().records if one.who == str(file.id)]
    alone = archive_of(file.id, known_at=ASKED)
    assert alone.records == among
    assert list(alone.persons) == [str(file.id)]


def test_files_that_were_joined_tell_of_one_person(world: World) -> None:
    kept, merged = world.held(), world.person()
    people.merge(by=world.by, at=AT + DAY, kept=kept.id, merged=merged.id, why="one and the same")
    see_all_rows()
    assert {one.who for one in world.archive().records} == {str(kept.id)}


def test_names_of_records_are_never_used_twice(world: World) -> None:
    for made, _broken in list(COMPUTED.values())[:12]:
        made(world)
    names = [one.id for one in world.archive().records]
    assert len(names) == len(set(names))


def test_every_type_that_is_kept_is_a_word_of_the_rules() -> None:
    words = {name for section in RULEBOOK.vocabulary.names.values() for name in section}
    assert KEPT - words == set()


def test_every_record_is_of_a_type_that_is_kept(world: World) -> None:
    for made, _broken in list(COMPUTED.values())[12:24]:
        made(world)
    assert {one.type for one in world.archive().records} - KEPT == set()
