"""The agenda proposes those whose plan is missing, called for, or to be looked at again soon."""

from __future__ import annotations

import pytest

from tests.web.plans.made import in_force
from tests.web.safety.made import DAY
from tests.web.team.made import Team
from throughcare.casework.plans.actions import end_plan
from throughcare.casework.team.models import Case
from throughcare.casework.team.rules import soon
from throughcare.casework.team.team_terms import Because
from throughcare.web.team.proposing import proposals

pytestmark = pytest.mark.django_db
LASTS = 80 * DAY


def why(team: Team) -> list[Because]:
    """Why the prisoner is proposed to the case manager now; nothing where he is not."""
    found = proposals(team.manager.viewer, "north", at=team.now)
    return [one for row in found if row.person_id == team.file.id for one in row.because]


def test_whoever_is_sentenced_and_has_no_plan_is_proposed_for_that_and_for_no_review(
    team: Team,
) -> None:
    assert not {Because.NO_PLAN, Because.PLAN} & set(why(team))
    team.sentenced()
    assert Because.NO_PLAN in why(team) and Because.PLAN not in why(team)
    way = f"{team.call_meeting()}/agenda"
    page = team.manager.page(way)
    assert "no plan is in force" in page and "the plan is to be reviewed" not in page
    team.goes(team.manager, way, who=f"{team.file.id}:no_plan")
    assert team.only(Case).because == "no_plan"


def test_a_plan_that_was_ended_is_missing_again_and_is_not_there_to_be_reviewed(
    team: Team,
) -> None:
    team.sentenced()
    plan = in_force(team.manager.viewer, team.file.id, at=team.now, lasts=LASTS)
    assert Because.NO_PLAN not in why(team)
    end_plan(by=team.manager.viewer, at=team.now, plan_id=plan.id, why="He asks for another.")
    assert Because.NO_PLAN in why(team) and Because.PLAN not in why(team)


def test_nobody_is_proposed_for_a_plan_that_was_just_signed_until_its_review_is_near(
    team: Team,
) -> None:
    team.sentenced()
    in_force(team.manager.viewer, team.file.id, at=team.now, lasts=LASTS)
    assert Because.PLAN not in why(team)
    team.later(LASTS - soon() - DAY)
    assert Because.PLAN not in why(team)
    team.later(2 * DAY)
    assert Because.PLAN in why(team) and Because.NO_PLAN not in why(team)
    team.later(soon())
    assert Because.PLAN in why(team), "the day has come, and nobody has looked at it"


def test_a_plan_is_no_reason_for_whoever_does_not_work_with_the_person(team: Team) -> None:
    team.sentenced()
    other = team.held("Other", cell="north/a/1/03")
    team.sentenced(other.id)
    found = proposals(team.manager.viewer, "north", at=team.now)
    assert other.id not in {one.person_id for one in found}
