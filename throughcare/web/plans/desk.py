"""/plans: which plans are to be looked at again, which steps are due, and which nobody does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.access.matrix import matrix
from throughcare.access.policy import without_post
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment
from throughcare.casework.assessment.queries import FOR_THE_PERSON
from throughcare.casework.plans import queries
from throughcare.casework.plans.queries import DueStep
from throughcare.duties.queries import Call, plans_called_at
from throughcare.web.custody.movements.places import prisons_of
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.plans.shown import call_words
from throughcare.web.request import Request

AHEAD: Final = timedelta(days=30)
_AT_ONCE: Final = 50  # people on one part of the list; a prison that begins has everybody on it


@never_cache
@require_safe
@local
def plans(request: Request) -> HttpResponse:
    """For whoever reads plans of others in full. NotThere for everybody else."""
    if not opens_plans(request.viewer, at=request.at):
        raise NotThere
    until = timezone.localdate(request.at) + AHEAD
    steps = queries.steps_due(request.viewer, at=request.at, until=until)
    calls: dict[UUID, Sequence[Call]] = {}
    unowned: list[DueStep] = []
    for house in prisons_of(request.viewer, at=request.at):
        calls |= plans_called_at(request.viewer, house, at=request.at)
        unowned += queries.steps_without_owner(request.viewer, house, at=request.at)
    longest = sorted(calls, key=lambda one: (calls[one][0].at, one))
    part = Paginator(longest, _AT_ONCE).get_page(request.GET.get("page", "1"))
    names = called_by(request, [*part.object_list, *{one.person for one in (*steps, *unowned)}])
    told: dict[str, Any] = {
        "called": [
            (one, names[one], [(call_words(call.trigger), call.at) for call in calls[one]])
            for one in part.object_list if one in names
        ],
        "part": part, "today": timezone.localdate(request.at),
        "steps": _named(steps, names), "unowned": _named(unowned, names),
    }  # fmt: skip
    return render(request, "plans/desk.html", told)


def opens_plans(viewer: Viewer, *, at: datetime) -> bool:
    """Whether a post of the viewer reads plans of others in full, as staff or as an inspector."""
    return not without_post(viewer, at) and any(
        Act.READ in matrix().cells[post.role, Compartment.PLN].level.lets
        and post.role not in FOR_THE_PERSON
        for post in viewer.posts if post.period.holds(at)
    )  # fmt: skip


def _named(steps: Sequence[DueStep], names: Mapping[UUID, Any]) -> list[tuple[Any, DueStep, str]]:
    """Whom it is about, the step, and who does it; without those whose files are closed."""
    staff = names_of(one.account for one in steps)
    return [
        (names[one.person], one, staff.get(one.account, one.who))
        for one in steps if one.person in names
    ]  # fmt: skip
