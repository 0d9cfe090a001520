"""Rules on who is told what: information, family, women, children, the untried."""

from __future__ import annotations

from datetime import timedelta

from tests.casework.custody.replay import acts
from tests.casework.custody.replay.examples import (
    BOY,
    TOLD,
    UNTRIED,
    UNTRIED_BOY,
    WEEK,
    WOMAN,
    Make,
    arrested,
    rule,
    step_or_none,
    with_step,
)
from tests.casework.custody.replay.world import AT, DAY, HOUR, MINUTE, World
from throughcare.casework.custody.terms import (
    LeftHow,
    MovementKind,
    OrderKind,
    Stage,
    Status,
    StepKind,
)
from throughcare.casework.people.kinds import Kind

# -- information, lawyer, consul, family -----------------------------------------------------

step_or_none("nmr-54", StepKind.INFORMATION, **TOLD)
rule(
    "nmr-55-1",
    with_step(StepKind.INFORMATION, **TOLD),
    with_step(StepKind.INFORMATION, **{**TOLD, "language": "not_known"}),
)
CANNOT_READ = ((Kind.LANGUAGE, {"code": "ar", "speaks": True, "reads": False}),)
step_or_none("nmr-55-2", StepKind.INFORMATION, who={"more": CANNOT_READ}, **TOLD)  # type: ignore[dict-item]
step_or_none("juv-hr-24", StepKind.INFORMATION, who=BOY, **TOLD)
rule(
    "nmr-62-1-told",
    with_step(StepKind.CONSUL, foreign=True, told_of_right=True),
    with_step(StepKind.CONSUL, foreign=True, told_of_right=False),
)
CONTACT = {"foreign": True, "wants_contact": True}
rule(
    "nmr-62-1-sent",
    with_step(StepKind.CONSUL, contacted_at="2026-03-01T15:00+01:00", **CONTACT),
    with_step(StepKind.CONSUL, **CONTACT),
)
REFUGEE = {"foreign": True, "refugee_or_stateless": True}
rule(
    "nmr-62-2",
    with_step(StepKind.CONSUL, protection_body_told_at="2026-03-01T15:00+01:00", **REFUGEE),
    with_step(StepKind.CONSUL, **REFUGEE),
)
step_or_none("nmr-68-admission", StepKind.FAMILY, means_given=True)


def _transferred(*, told: bool) -> Make:
    def make(world: World) -> object:
        file = world.held()
        world.place("e2")
        order = world.order(file, at=AT + DAY, kind=OrderKind.TRANSFER)
        acts.go(
            by=world.by, at=AT + 2 * DAY, person_id=file.id, kind=MovementKind.TRANSFER,
            to_place="e2", left_at=AT + DAY, arrived_at=AT + 2 * DAY, order=order,
        )  # fmt: skip
        if told:
            world.step(
                file, StepKind.FAMILY, at=AT + 2 * DAY, stage=Stage.TRANSFER, means_given=True
            )
        return file.id

    return make


rule("nmr-68-transfer", _transferred(told=True), _transferred(told=False))


def _in_hospital(*, told: bool) -> Make:
    def make(world: World) -> object:
        file = world.held()
        moved = acts.go(
            by=world.by, at=AT + DAY, person_id=file.id, kind=MovementKind.HOSPITAL,
            to_place="hospital", left_at=AT + DAY,
        )  # fmt: skip
        if told:
            at = AT + DAY + HOUR
            world.step(
                file, StepKind.FAMILY, at=at, stage=Stage.STAY, movement=moved.id,
                told_at=at.isoformat(),
            )  # fmt: skip
        return file.id

    return make


rule("nmr-69-illness", _in_hospital(told=True), _in_hospital(told=False))


def _died(**told: object) -> Make:
    def make(world: World) -> object:
        file = world.held()
        acts.leave(by=world.by, at=AT + DAY, person_id=file.id, left_at=AT + DAY, how=LeftHow.DEATH)
        if told:
            world.step(file, StepKind.FAMILY, at=AT + DAY + HOUR, stage=Stage.RELEASE, **told)
        return file.id

    return make


HOUR_AFTER = (AT + DAY + HOUR).isoformat()
rule("nmr-69-death", _died(told_at=HOUR_AFTER), _died())
rule("nmr-71-1-death", _died(reported_to="the prosecutor", reported_at=HOUR_AFTER), _died())
REPORTED = {"made": True, "reported_to": "the prosecutor", "reported_at": "2026-03-01T15:00+01:00"}
rule(
    "nmr-57-3",
    with_step(StepKind.COMPLAINT, **REPORTED),
    with_step(StepKind.COMPLAINT, made=True),
)


# -- women -----------------------------------------------------------------------------------


def _arrived(*, lawyer: bool) -> Make:
    def make(world: World) -> object:
        file = world.held(**WOMAN)
        world.step(file, StepKind.FAMILY, at=AT + MINUTE, means_given=True)
        world.step(file, StepKind.INFORMATION, at=AT + MINUTE, **TOLD)
        if lawyer:
            world.step(file, StepKind.LAWYER, at=AT + MINUTE, name="Maître B.")
        return file.id

    return make


CHILD = {"name": "Amina", "age": 3, "place": "with the grandmother", "guardianship": "the father"}
rule("br-2-1", _arrived(lawyer=True), _arrived(lawyer=False))
rule(
    "br-2-2",
    with_step(StepKind.DEPENDANTS, who=WOMAN, children=[CHILD], arranged=True),
    with_step(StepKind.DEPENDANTS, who=WOMAN, children=[CHILD]),
)
rule(
    "br-3",
    with_step(StepKind.DEPENDANTS, who=WOMAN, children=[CHILD]),
    with_step(StepKind.DEPENDANTS, who=WOMAN, children=[{"name": "Amina"}]),
)
WHY_HERE = {"home_place": "Sfax", "distance_km": 12, "reasons": "near home"}
rule(
    "br-4",
    with_step(StepKind.ALLOCATION, who=WOMAN, wish="here", care_duties="two", **WHY_HERE),
    with_step(StepKind.ALLOCATION, who=WOMAN, **WHY_HERE),
)
rule(
    "nmr-59",
    with_step(StepKind.ALLOCATION, **WHY_HERE),
    with_step(StepKind.ALLOCATION, reasons="there is room"),
)


# -- children --------------------------------------------------------------------------------


def _registered(*, problems: bool) -> Make:
    def make(world: World) -> object:
        file = world.held(**BOY)
        world.step(file, StepKind.FAMILY, at=AT + HOUR, told_at=(AT + HOUR).isoformat())
        if problems:
            world.step(
                file, StepKind.INJURIES, at=AT + HOUR, none_seen=True, known_problems="asthma"
            )
        return file.id

    return make


rule("juv-hr-21", _registered(problems=True), _registered(problems=False))
step_or_none(
    "juv-hr-22", StepKind.FAMILY, who=BOY, after=HOUR, told_at=(AT + HOUR).isoformat()
)  # fmt: skip


def _arrested_boy(*, told: bool = False, heard: bool = False) -> Make:
    def make(world: World) -> object:
        file = world.held(**BOY)
        arrested(world, file)
        if told:
            at = (AT - 22 * HOUR).isoformat()
            world.step(file, StepKind.FAMILY, at=AT + MINUTE, told_at=at)
        if heard:
            at = (AT - 12 * HOUR).isoformat()
            world.step(file, StepKind.HEARING, at=AT + MINUTE, scheduled_at=at, outcome="remanded")
        return file.id

    return make


rule("juv-br-10-1", _arrested_boy(told=True), _arrested_boy())
rule("juv-gc24-90-court", _arrested_boy(heard=True), _arrested_boy())


def _untried_boy(*, every: timedelta | None = None, **value: object) -> Make:
    """Untried, with hearings every so often."""

    def make(world: World) -> object:
        file = world.person(**BOY)
        world.order(file, kind=OrderKind.COMMITMENT)
        world.admit(file)
        acts.set_status(by=world.by, at=AT, person_id=file.id, value=Status.UNTRIED, since=AT)
        at = AT + (every or DAY)
        while every is not None and at < AT + 90 * DAY:
            world.step(
                file, StepKind.HEARING, at=at, stage=Stage.STAY, scheduled_at=at.isoformat(),
                outcome="remanded", **value,
            )  # fmt: skip
            at += every
        return file.id

    return make


def _long_untried(world: World) -> object:
    since = AT - 250 * DAY
    file = world.held(at=since, **BOY)
    acts.set_status(by=world.by, at=since, person_id=file.id, value=Status.UNTRIED, since=since)
    return file.id


rule("juv-gc24-90-review", _untried_boy(every=WEEK, detention_reviewed=True), _untried_boy())
rule("juv-gc24-90-charge", _untried_boy(every=WEEK, charged=True), _untried_boy())
rule("juv-gc24-90-final", UNTRIED_BOY, _long_untried)


def _helped_boy(world: World) -> object:
    who = UNTRIED_BOY(world)
    world.step_id(who, StepKind.LAWYER, at=AT + HOUR, name="Maître B.")
    return who


rule("juv-crc-37-d", _helped_boy, UNTRIED_BOY)


# -- the untried -----------------------------------------------------------------------------


def _untried_with(kind: StepKind, **value: object) -> Make:
    def make(world: World) -> object:
        who = UNTRIED(world)
        world.step_id(who, kind, at=AT + HOUR, **value)
        return who

    return make


rule("nmr-119-1", _untried_with(StepKind.CHARGES_TOLD, language="ar"), UNTRIED)
rule("nmr-119-2", _untried_with(StepKind.LAWYER, assigned=True), UNTRIED)
