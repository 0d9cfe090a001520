"""My tasks, what is late first; and the form that says what came of one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.assessment.minutes import minute_of
from throughcare.casework.team import actions, queries
from throughcare.casework.team.queries import Task
from throughcare.web.custody.places.shown import called_by
from throughcare.web.desk.acting import done as goes
from throughcare.web.desk.form import show
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.team.forms import TaskForm
from throughcare.web.team.told import done, led


@never_cache
@require_safe
@local
def tasks(request: Request) -> HttpResponse:
    """For whoever sits in a team: what was given to the viewer, whose name the viewer may see."""
    _need_team(request)
    found = queries.tasks_of(request.viewer, at=request.at, ended=True)
    names = called_by(request, [one.person_id for one in found])
    rows = [(one, names.get(one.person_id), one.late(at=request.at)) for one in found]
    told = {
        "open": [row for row in rows if not row[0].came],
        "ended": [row for row in rows if row[0].came], "done": done(request),
    }  # fmt: skip
    return render(request, "team/tasks.html", told)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def task(request: Request, task_id: UUID) -> HttpResponse:
    """To say what came of an own task. NotThere for the tasks of others."""
    one = _own(request, task_id)
    now = timezone.localtime(minute_of(request.at))
    form = TaskForm(request.POST or None, initial={"ended_at": now})

    def act(typed: dict[str, Any]) -> None:
        actions.end_task(by=request.viewer, at=request.at, task_id=one.id, **typed)

    if request.method == "POST" and goes(form, act):
        return led("/team/tasks", "ended")
    called = called_by(request, [one.person_id]).get(one.person_id)
    return show(
        request, "team/task.html", form, title=_("What came of the task"), button=_("Save"),
        back="/team/tasks", task=one, called=called, late=one.late(at=request.at),
    )  # fmt: skip


def _own(request: Request, task_id: UUID) -> Task:
    _need_team(request)
    found = queries.tasks_of(request.viewer, at=request.at)
    one = next((one for one in found if one.id == task_id), None)
    if one is None:
        raise NotThere
    return one


def _need_team(request: Request) -> None:
    if not queries.has_team(request.viewer, at=request.at):
        raise NotThere
