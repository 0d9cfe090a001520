"""To write the day of a whole unit at once, to settle what contradicts, and to read the days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from http import HTTPStatus
from typing import Annotated, Final
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from throughcare.api.fields import Establishment
from throughcare.api.problems import FieldProblem, Problem
from throughcare.api.schemas.separation_days import (
    DaysShown,
    OutcomeShown,
    SettlementForm,
    UnitDayForm,
    UnitDayShown,
    WaitingListShown,
    days_shown,
    waiting_shown,
)
from throughcare.api.schemas.written import Written
from throughcare.api.statuses import changing, making, named, reading, took
from throughcare.casework.safety import actions, queries
from throughcare.casework.safety.actions import Fate, Outcome

router = Router(tags=["days of separation"])

_MOST_DAYS: Final = 62  # of one reading: two months
FirstDay = Annotated[date, Query(description="The first local day")]
LastDay = Annotated[date, Query(description="The last local day")]


@router.post("/separation-days", response=making(UnitDayShown), **named("enter_day"))
def enter_day(request: HttpRequest, said: UnitDayForm) -> Status[UnitDayShown]:
    """Write hours out of the cell, contacts, requests and visits of many people.

    Where one entry is wrong, none is written, and `errors` says which and why. Where another
    officer has written other hours, the entry is kept beside them until a person settles it.
    """
    call = took(request)
    entries = [one.as_words() for one in said.entries]
    done = actions.enter_day(by=call.viewer, at=call.at, entries=entries, why=said.why)
    if not done.written:
        raise _not_written(done.outcomes)
    return Status(201, UnitDayShown(outcomes=[_outcome(one) for one in done.outcomes]))


@router.post(
    "/people/{person}/separation-conflicts/{conflict}/settlement", response=changing(Written),
    **named("settle_conflict"),
)  # fmt: skip
def settle_conflict(
    request: HttpRequest, person: UUID, conflict: UUID, said: SettlementForm
) -> Written:
    """Say which of two entries is right; the other stays readable."""
    call = took(request)
    row = actions.settle_conflict(
        by=call.viewer, at=call.at, person_id=person, conflict_id=conflict, outcome=said.outcome,
        why=said.why,
    )  # fmt: skip
    return Written(id=row.id)


@router.get(
    "/people/{person}/separation-days", response=reading(DaysShown),
    **named("read_separation_days"),
)  # fmt: skip
def read_separation_days(
    request: HttpRequest, person: UUID, first: FirstDay, last: LastDay
) -> DaysShown:
    """The days of a separation as they were written, also those without an entry."""
    call = took(request)
    _need_some_days(first, last)
    return days_shown(queries.days_of(call.viewer, person, first=first, last=last, at=call.at))


@router.get(
    "/establishments/{establishment}/health-requests", response=reading(WaitingListShown),
    **named("list_health_requests"),
)  # fmt: skip
def list_health_requests(request: HttpRequest, establishment: Establishment) -> WaitingListShown:
    """Who of those separated in a prison asked for health staff and has not been seen."""
    call = took(request)
    here = queries.separated_at(call.viewer, establishment, at=call.at)
    people = [one.person for one in here]
    return waiting_shown(queries.health_requests_waiting(call.viewer, people, at=call.at))


def _not_written(outcomes: Sequence[Outcome]) -> Problem:
    remedy = _("put this entry right and send all of them again, with a new Idempotency-Key")
    errors = [
        FieldProblem(where=f"body/entries/{place}", what=one.said, remedy=remedy)
        for place, one in enumerate(outcomes)
        if one.fate is Fate.REFUSED
    ]
    return Problem(
        HTTPStatus.UNPROCESSABLE_ENTITY, "not-written",
        _("Nothing was written: %(wrong)s of %(all)s entries are wrong. See `errors`.")
        % {"wrong": len(errors), "all": len(outcomes)},
        errors=errors,
    )  # fmt: skip


def _outcome(one: Outcome) -> OutcomeShown:
    return OutcomeShown(
        key=one.key, fate=one.fate, said=one.said or None, row=one.row, by=one.by or None
    )


def _need_some_days(first: date, last: date) -> None:
    if not timedelta(0) <= last - first < timedelta(days=_MOST_DAYS) or last == date.max:
        raise Problem.of_field(
            "query/last",
            _("this is before the first day, or more than %(days)s days after it")
            % {"days": _MOST_DAYS},
            _("ask for fewer days at once"),
        )
