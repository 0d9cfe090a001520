"""To say what came of a task: it is done, or cannot be done and why."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.assessment.errors import NotSaid
from throughcare.casework.assessment.holding import hold_plan, need_staff
from throughcare.casework.assessment.words import need_said
from throughcare.casework.custody.moments import need_past
from throughcare.casework.people.files import Holding, entering, hold
from throughcare.casework.rows.refusing import refusing
from throughcare.casework.rows.writing import put
from throughcare.casework.team.errors import AlreadySaid
from throughcare.casework.team.house import PLN
from throughcare.casework.team.models import Decision, Outcome
from throughcare.casework.team.own_tasks import own_tasks
from throughcare.casework.team.team_terms import Came


@entering
def end_task(
    *, by: Viewer, at: datetime, task_id: UUID, came: Came, words: str, ended_at: datetime
) -> Outcome:
    """Say what came of a task, as its owner or as case staff. Written once.

    The owner need not read the plan for it. Raises AlreadySaid, which keeps what was typed,
    NotSaid, BadMoment, NotThere, Refused.
    """
    holding = _hold(task_id, by=by, at=at)
    if came not in Came.values:
        raise NotSaid(_("what came of it is not of the list"), remedy=_("choose one of the list"))
    if came == Came.CANNOT:
        need_said(why_it_cannot_be_done=words)
    need_past(ended_at, at=at)
    row = Outcome(decision_id=task_id, came=came, words=words.strip(), ended_at=ended_at)
    told = AlreadySaid(
        _("what came of this task is written already"),
        remedy=_("look at the task as it stands now; what you wrote is kept here"), typed=words,
    )  # fmt: skip
    with refusing({"team_outcome_is_one_of_each": told}):
        return put(holding, row, event=f"team.task_{came}", happened_at=ended_at)


def _hold(task_id: UUID, *, by: Viewer, at: datetime) -> Holding:
    own = next((one for one in own_tasks(by) if one.id == task_id), None)
    if own is not None:
        return need_staff(
            hold(
                person_id=own.person_id, act=Act.READ_REDACTED, compartment=PLN, by=by, at=at,
                why="",
            )
        )  # fmt: skip
    named = Decision.objects.filter(id=task_id, stood_until=None).first()
    if named is None:
        raise NotThere
    return hold_plan(named.person_id, by=by, at=at)
