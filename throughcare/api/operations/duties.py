"""What must be done for a person, and what is open at an establishment: as far as this token sees.

Findings are the engine's own: nothing here changes one.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import StringConstraints

from throughcare.access.errors import NotThere
from throughcare.api.asking import Limit
from throughcare.api.fields import Establishment
from throughcare.api.schemas.duties import (
    DutiesShown,
    OpenDutiesShown,
    Part,
    duty_shown,
    open_shown,
)
from throughcare.api.statuses import named, reading, took
from throughcare.casework.custody.calendar import zone_of
from throughcare.duties.ahead import days
from throughcare.duties.queries import Wanted, morning_places, read_morning, read_of_person

router = Router(tags=["duties"])

RuleName = Annotated[
    Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[a-z0-9-]+$")] | None,
    Query(description="Only of this rule"),
]
When = Annotated[Part | None, Query(description="Only of this part of the week")]
Skip = Annotated[int, Query(ge=0, le=100_000, description="Rows to leave out at the beginning")]


@router.get("/people/{person}/duties", response=reading(DutiesShown), **named("read_duties"))
def read_duties(request: HttpRequest, person: UUID) -> DutiesShown:
    """What the rules say of a person: what is open first, then what was broken or kept."""
    call = took(request)
    found = read_of_person(call.viewer, person, at=call.at)
    return DutiesShown(at=call.at, duties=[duty_shown(one) for one in found])


@router.get(
    "/establishments/{establishment}/duties", response=reading(OpenDutiesShown),
    **named("list_open_duties"),
)  # fmt: skip
def list_open_duties(
    request: HttpRequest, establishment: Establishment, when: When = None, rule: RuleName = None,
    skip: Skip = 0, limit: Limit = 50,
) -> OpenDutiesShown:  # fmt: skip
    """What is overdue, due today or due this week for the people held at an establishment."""
    call = took(request)
    if establishment not in morning_places(call.viewer, at=call.at):
        raise NotThere
    tonight = _tonight(establishment, call.at)
    found = read_morning(
        call.viewer, establishment, at=call.at, tonight=tonight,
        horizon=tonight + days("this_week"),
        wanted=Wanted(when=when or "", rule=rule or "", mine=False), first=skip, most=limit,
    )  # fmt: skip
    return open_shown(found, at=call.at)


def _tonight(establishment: str, at: datetime) -> datetime:
    """The midnight that ends this day, by the clock on the wall there."""
    zone = zone_of(establishment)
    tomorrow = at.astimezone(zone).date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=zone)
