"""What the examples of computed rules share: who is received, and one step of a walk.

Each example writes through actions and answers with the person, or the place, that is judged.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from tests.casework.custody.replay import acts
from tests.casework.custody.replay.world import AT, DAY, MINUTE, World
from throughcare.casework.custody.terms import (
    Stage,
    Status,
    StepKind,
)
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person

Make = Callable[[World], object]
WEEK: Final = 7 * DAY
BOY = {"born": "2010-05-05"}
WOMAN = {"sex": "female"}
CELL, BESIDE = "e1/a/1/01", "e1/a/1/02"
IDENTITY = (
    (Kind.IDENTIFIER, {"system": "national", "number": "12345678"}),
    (Kind.GENDER, {"words": "man"}),
)
COMPUTED: dict[str, tuple[Make, Make]] = {}


def rule(name: str, kept: Make, broken: Make) -> None:
    """Both examples of a rule."""
    assert name not in COMPUTED
    COMPUTED[name] = (kept, broken)


def with_step(
    kind: StepKind, /, *, stage: Stage = Stage.RECEPTION, after: timedelta = MINUTE,
    late: timedelta = timedelta(0), who: dict[str, str] | None = None, **value: object,
) -> Make:  # fmt: skip
    """Somebody received, and one step."""

    def make(world: World) -> object:
        file = world.held(**(who or {}))
        done = AT + after
        world.step(file, kind, at=done, stage=stage, written_at=done + late, **value)
        return file.id

    return make


def only_held(**who: object) -> Make:
    """Somebody received, and nothing more."""
    return lambda world: world.held(**who).id


def step_or_none(
    name: str, kind: StepKind, who: dict[str, str] | None = None, **more: object
) -> None:
    """Kept with the step, broken without it."""
    rule(name, with_step(kind, who=who, **more), only_held(**(who or {})))  # type: ignore[arg-type]


def late_step(name: str, kind: StepKind, lateness: timedelta, **more: object) -> None:
    """Kept where it is written in time, broken where it is written too late."""
    rule(name, with_step(kind, **more), with_step(kind, late=lateness, **more))  # type: ignore[arg-type]


def of_status(value: Status, **who: object) -> Make:
    def make(world: World) -> object:
        file = world.held(**who)
        acts.set_status(by=world.by, at=AT, person_id=file.id, value=value, since=AT)
        return file.id

    return make


def arrested(world: World, file: Person) -> None:
    """The arrest as it was told the day after."""
    value = {"at": (AT - DAY).isoformat(), "place": "Sfax"}
    world.raw_step(file, StepKind.ARREST, value, at=AT + MINUTE)


UNTRIED, SENTENCED = of_status(Status.UNTRIED), of_status(Status.SENTENCED)
CIVIL = of_status(Status.CIVIL)
UNTRIED_BOY, SENTENCED_BOY = of_status(Status.UNTRIED, **BOY), of_status(Status.SENTENCED, **BOY)
TOLD = {"topics": ["rules", "complaint"], "language": "ar", "mode": "oral"}
