"""Rules on who is apart from whom, on places by number and area, and on searches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from tests.casework.custody.replay.examples import (
    BESIDE,
    BOY,
    CELL,
    CIVIL,
    SENTENCED,
    SENTENCED_BOY,
    UNTRIED,
    UNTRIED_BOY,
    WEEK,
    WOMAN,
    Make,
    only_held,
    rule,
)
from tests.casework.custody.replay.world import AT, DAY, HOUR, MINUTE, World
from throughcare.casework.custody.terms import (
    Stage,
    StepKind,
)

# -- who is apart from whom ------------------------------------------------------------------


def _two(first: Make, second: Make, where: str = BESIDE, one: str = CELL) -> Make:
    """Two people, one in a cell and the other somewhere; the first is judged."""

    def make(world: World) -> object:
        mine, other = first(world), second(world)
        world.place_in_id(mine, one, at=AT + MINUTE)
        world.place_in_id(other, where, at=AT + MINUTE)
        return mine

    return make


ELSEWHERE, OTHER_PREMISES = "e1/a/2/01", "e1/b/1/01"


def apart(name: str, first: Make, second: Make, away: str = ELSEWHERE) -> None:
    """Kept where the other is away, broken in one unit."""
    rule(name, _two(first, second, away), _two(first, second))


apart("nmr-11-a", only_held(**WOMAN), only_held(), OTHER_PREMISES)
apart("nmr-11-b", UNTRIED, SENTENCED)
apart("nmr-11-c", CIVIL, SENTENCED)
apart("nmr-11-d", only_held(**BOY), only_held())
apart("juv-hr-29", only_held(**BOY), only_held())
apart("juv-crc-37-c", only_held(**BOY), only_held())
apart("juv-br-26-3", only_held(**BOY), only_held(), OTHER_PREMISES)
apart("juv-br-13-4", UNTRIED_BOY, only_held())
apart("juv-hr-17", UNTRIED_BOY, SENTENCED_BOY)
apart("nmr-112-1", UNTRIED, SENTENCED)


def _no_grown_up(world: World) -> object:
    return _two(UNTRIED_BOY, only_held(**BOY))(world)


rule("nmr-112-2", _no_grown_up, _two(UNTRIED_BOY, only_held(), OTHER_PREMISES))


# -- places by number and area ---------------------------------------------------------------


def _measured(place: str, **measures: object) -> Callable[[int], Make]:
    def with_people(number: int) -> Make:
        def make(world: World) -> object:
            world.place(place, **measures)
            for _each in range(number):
                world.place_in_id(world.held().id, CELL, at=AT + MINUTE)
            return place

        return make

    return with_people


rule("nmr-13-space", *(_measured(CELL, floor_area=8)(number) for number in (2, 3)))
rule("nmr-13-occupancy", *(_measured("e1", certified_capacity=1)(number) for number in (1, 2)))


def _in_bed(world: World) -> object:
    file = world.held()
    world.place(CELL)
    world.place_in(file, CELL, at=AT + HOUR, bed=world.bed(CELL))
    return file.id


def _on_the_floor(world: World) -> object:
    file = world.held()
    world.place_in(file, CELL, at=AT + HOUR)
    return file.id


def _sharing(*, assessed: bool) -> Make:
    def make(world: World) -> object:
        world.place(CELL, certified_capacity=4)
        file = world.held()
        if assessed:
            world.step(file, StepKind.SHARING, at=AT + MINUTE, outcome="suitable")
        world.place_in(file, CELL, at=AT + HOUR)
        return file.id

    return make


rule("nmr-21", _in_bed, _on_the_floor)
rule("nmr-12-2-selection", _sharing(assessed=True), _sharing(assessed=False))


def _turned_eighteen(*, decided: bool) -> Make:
    def make(world: World) -> object:
        file = world.held(born="2008-03-10")
        world.place_in(file, CELL, at=AT + HOUR)
        if decided:
            world.step(
                file, StepKind.ALLOCATION, at=AT + 10 * DAY, stage=Stage.STAY, reasons="school"
            )
        return file.id

    return make


rule("juv-gc24-93-turning-18", _turned_eighteen(decided=True), _turned_eighteen(decided=False))


def _fresh_bedding(world: World) -> object:
    file = world.held()
    for week in range(1, 14):
        world.step(file, StepKind.BEDDING, at=AT + week * WEEK, stage=Stage.STAY, changed=True)
    return file.id


rule("nmr-21-change", _fresh_bedding, only_held())


# -- searches --------------------------------------------------------------------------------


def _searched(
    *, sex: str, by: str, authorised: bool = True, times: int = 1, late: bool = False
) -> Make:
    def make(world: World) -> object:
        file = world.held(sex=sex)
        for number in range(times):
            at = AT + (number + 1) * HOUR
            world.raw_step(
                file, StepKind.SEARCH,
                {
                    "kind": "strip", "reason": "a tip", "by_staff": "77", "result": "nothing",
                    "by_staff_sex": by, "second_look": "the director",
                    **({"authorised_by": "the director"} if authorised else {}),
                },
                at=at, written_at=at + (DAY if late else timedelta(0)),
            )  # fmt: skip
        return file.id

    return make


MEN_ONLY = _searched(sex="male", by="male")
rule("nmr-51", MEN_ONLY, _searched(sex="male", by="male", late=True))
rule("nmr-51-pattern", MEN_ONLY, _searched(sex="male", by="male", times=5))
rule("nmr-52-1-need", MEN_ONLY, _searched(sex="male", by="male", authorised=False))
rule("nmr-52-1-sex", MEN_ONLY, _searched(sex="male", by="female"))
rule("br-19", _searched(sex="female", by="female"), _searched(sex="female", by="male"))
