"""What health staff write in the health file about separation, and what stands there. HLT."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api.asking import Why
from throughcare.api.schemas.separation_health import (
    HealthStateEndForm,
    HealthStateForm,
    HealthStateShown,
    MindEndForm,
    MindKnownForm,
    OpinionForm,
    OpinionShown,
    SeparationHealthShown,
)
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import changing, making, named, reading, took
from throughcare.casework.safety import actions, queries

router = Router(tags=["health and separation"])


@router.get(
    "/people/{person}/separation-health", response=reading(SeparationHealthShown),
    **named("read_separation_health"),
)  # fmt: skip
def read_separation_health(request: HttpRequest, person: UUID, why: Why) -> SeparationHealthShown:
    """States and opinions that bear on separation, for those who read health files."""
    call = took(request)
    found = queries.health_in_separation(call.viewer, person, at=call.at, why=why)
    return SeparationHealthShown(
        states=[HealthStateShown.of(one) for one in found.states],
        opinions=[OpinionShown.of(one) for one in found.opinions],
    )


@router.post("/people/{person}/health-states", response=making(Written), **named("state_health"))
def state_health(request: HttpRequest, person: UUID, said: HealthStateForm) -> Status[Written]:
    """A state of health to which a rule gives protection."""
    call = took(request)
    row = actions.state_health(
        by=call.viewer, at=call.at, person_id=person, kind=said.kind, since=said.since,
        until=said.until, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post(
    "/people/{person}/health-states/{state}/end", response=changing(Written),
    **named("end_health_state"),
)  # fmt: skip
def end_health_state(
    request: HttpRequest, person: UUID, state: UUID, said: HealthStateEndForm
) -> Written:
    """A state of health ended."""
    call = took(request)
    row = actions.end_health_state(
        by=call.viewer, at=call.at, person_id=person, state_id=state, until=said.until,
        why=said.why,
    )  # fmt: skip
    return Written(id=row.id)


@router.post("/people/{person}/opinions", response=making(Written), **named("give_opinion"))
def give_opinion(request: HttpRequest, person: UUID, said: OpinionForm) -> Status[Written]:
    """What health staff say before a separation or at its start."""
    call = took(request)
    row = actions.give_opinion(
        by=call.viewer, at=call.at, person_id=person, said_at=said.said_at, fitness=said.fitness,
        said_by=said.said_by, words=said.words, why=said.why,
    )  # fmt: skip
    return Status(201, Written(id=row.id))


@router.post(
    "/people/{person}/mental-conditions", response=making(Written), **named("say_mental_condition")
)
def say_mental_condition(
    request: HttpRequest, person: UUID, said: MindKnownForm
) -> Status[Written]:
    """The service knows of an illness of the mind, and no more than that is said."""
    call = took(request)
    row = actions.say_mental_condition(
        by=call.viewer, at=call.at, person_id=person, since=said.since, why=said.why
    )
    return Status(201, Written(id=row.id))


@router.post(
    "/mental-conditions/{condition}/end", response=changing(Written),
    **named("end_mental_condition"),
)  # fmt: skip
def end_mental_condition(request: HttpRequest, condition: UUID, said: MindEndForm) -> Written:
    """It is over."""
    call = took(request)
    row = actions.end_mental_condition(
        by=call.viewer, at=call.at, condition_id=condition, until=said.until, why=said.why
    )
    return Written(id=row.id)
