"""A meeting goes its way: called, held, written, signed, told, contested, answered, done."""

from __future__ import annotations

import pytest

from tests.casework.team import made
from tests.casework.team.made import CLOSES, DAY, HOUR, MEETS
from throughcare.casework.team import actions, queries

pytestmark = pytest.mark.django_db


def test_a_meeting_is_called_held_written_signed_and_its_decision_is_a_task() -> None:
    person = made.grown()
    meeting, case = made.closed(person)
    assert meeting.state == "closed"
    (task,) = queries.tasks_of(made.chair(person), at=CLOSES)
    assert (task.words, task.person_id, task.due_at) == (
        "Ask the workshop for a place.", person, MEETS + 7 * DAY,
    )  # fmt: skip
    actions.tell_decisions(
        by=made.chair(person), at=CLOSES, case_id=case.id, told_at=CLOSES, how="oral", language="ar"
    )
    contest = made.contested(person, case)
    actions.answer_contest(
        by=made.outside(person), at=CLOSES + DAY, contest_id=contest.id, outcome="again",
        reasons="The garden was not considered.",
    )  # fmt: skip
    actions.end_task(
        by=made.chair(person), at=CLOSES + DAY, task_id=task.id, came="done", words="",
        ended_at=CLOSES + HOUR,
    )  # fmt: skip
    (seen,) = queries.team_of_file(made.chair(person), person, at=CLOSES + 2 * DAY).seen
    assert seen.closed and seen.told and seen.contests[0].state == "again"
    assert seen.decided[0].outcome is not None and not queries.tasks_of(
        made.chair(person), at=CLOSES + 2 * DAY
    )
