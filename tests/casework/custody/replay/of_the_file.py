"""Rules on the file, the order, property and what is made ready before release."""

from __future__ import annotations

from typing import Final

from tests.casework.custody.replay import acts
from tests.casework.custody.replay.examples import (
    BOY,
    IDENTITY,
    SENTENCED,
    Make,
    arrested,
    late_step,
    only_held,
    rule,
    step_or_none,
    with_step,
)
from tests.casework.custody.replay.world import AT, DAY, HOUR, MINUTE, World
from throughcare.casework.custody.terms import (
    OrderKind,
    Stage,
    StepKind,
)
from throughcare.casework.people.kinds import Kind

# -- the file and the order ------------------------------------------------------------------


def _without_order(**who: object) -> Make:
    def make(world: World) -> object:
        file = world.person(**who)
        world.admit(file)
        return file.id

    return make


def _order_that_ended(world: World) -> object:
    file = world.person()
    world.order(file, until=AT + 30 * DAY)
    world.admit(file)
    return file.id


def _written_hours_later(world: World) -> object:
    file = world.person(at=AT + 9 * HOUR)
    world.order(file, at=AT + 9 * HOUR, since=AT, issued_on=AT.date())
    world.admit(file, at=AT, written_at=AT + 9 * HOUR)
    return file.id


def _with_contact(world: World) -> object:
    file = world.held()
    value = {"name": "Samira", "reached_by": "+216 1"}
    world.state(file, Kind.EMERGENCY_CONTACT, value, AT + HOUR)
    return file.id


rule("nmr-7-order", only_held(), _without_order())
rule("nmr-7-throughout", only_held(), _order_that_ended)
rule("juv-hr-20", only_held(**BOY), _without_order(**BOY))
rule("nmr-6-coverage", only_held(), _written_hours_later)
rule("nmr-7-a", lambda world: world.held(more=IDENTITY).id, only_held())
rule("nmr-7-c", only_held(), _written_hours_later)
rule("nmr-7-g", _with_contact, only_held())


def _with_arrest(world: World) -> object:
    file = world.held()
    arrested(world, file)
    return file.id


def _all_seen(world: World) -> object:
    file = world.held()
    world.step(file, StepKind.INJURIES, at=AT + MINUTE, none_seen=True)
    world.step(file, StepKind.COMPLAINT, at=AT + MINUTE, made=False)
    return file.id


rule("nmr-7-b", _with_arrest, only_held())
rule("nmr-7-d", _all_seen, with_step(StepKind.INJURIES, none_seen=True))
step_or_none("nmr-7-e", StepKind.PROPERTY, items=["a watch"])
step_or_none("nmr-7-f", StepKind.DEPENDANTS, members="a mother", children=[])
late_step(
    "nmr-8-a", StepKind.HEARING, 5 * DAY, scheduled_at="2026-03-20T10:00+01:00", court="Court",
    stage=Stage.STAY,
)  # fmt: skip
rule(
    "nmr-9-copy",
    with_step(
        StepKind.FILE_COPY, after=3 * DAY, offered=True, requested_at="2026-03-02T09:00+01:00",
        given_at="2026-03-03T09:00+01:00",
    ),
    with_step(
        StepKind.FILE_COPY, after=3 * DAY, offered=True, requested_at="2026-03-02T10:00+01:00"
    ),
)  # fmt: skip


# -- property, money, medicines --------------------------------------------------------------

rule(
    "nmr-67-1",
    with_step(StepKind.PROPERTY, items=["a watch"], signed_by_person=True),
    with_step(StepKind.PROPERTY, items=["a watch"]),
)


def _freed(*, returned: bool = False, savings: bool = False, paid: bool = False) -> Make:
    def make(world: World) -> object:
        file, out = world.held(), AT + 30 * DAY
        if savings:
            world.step(file, StepKind.MONEY, at=AT + DAY, stage=Stage.STAY, amount=40, savings=40)
        if returned:
            world.step(
                file, StepKind.PROPERTY, at=out - HOUR, stage=Stage.RELEASE, returned=True,
                receipt_signed=True,
            )  # fmt: skip
        if paid:
            world.step(
                file, StepKind.MONEY, at=out - HOUR, stage=Stage.RELEASE, amount=40,
                receipt_signed=True,
            )  # fmt: skip
        acts.leave(by=world.by, at=out, person_id=file.id, left_at=out)
        return file.id

    return make


rule("nmr-67-2", _freed(returned=True), _freed())
late_step("nmr-67-3", StepKind.PROPERTY, 3 * DAY, stage=Stage.STAY, items=["a book"])
rule("nmr-103-3", _freed(savings=True, paid=True), _freed(savings=True))


def _with_medicines(*, decided: bool) -> Make:
    def make(world: World) -> object:
        file = world.held()
        world.step(file, StepKind.PROPERTY, at=AT + MINUTE, items=[], medicines=["insulin"])
        if decided:
            world.step(file, StepKind.MEDICATION, at=AT + HOUR, needed=True)
        return file.id

    return make


rule("nmr-67-4", _with_medicines(decided=True), _with_medicines(decided=False))


# -- before release --------------------------------------------------------------------------


def _to_be_freed(*steps: tuple[StepKind, dict[str, object]]) -> Make:
    """Sentenced, and ordered to be released in half a year; perhaps prepared."""

    def make(world: World) -> object:
        who = SENTENCED(world)
        world.order_id(who, at=AT + DAY, since=AT + 92 * DAY, kind=OrderKind.RELEASE)
        for kind, value in steps:
            world.step_id(who, kind, at=AT + 2 * DAY, stage=Stage.RELEASE, **value)
        return who

    return make


READY: Final = {
    "nmr-108-1-papers": [(StepKind.PAPERS, {"ready": True})],
    "nmr-108-1-home": [(StepKind.HOME, {"arranged": True})],
    "nmr-108-1-means": [
        (StepKind.CLOTHING, {"given": "a coat"}),
        (StepKind.TRANSPORT, {"means": "bus"}),
    ],
}
for _name, _steps in READY.items():
    rule(_name, _to_be_freed(*_steps), _to_be_freed())
