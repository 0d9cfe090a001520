"""A meeting is called, held, written, signed, and followed up, by forms."""

from __future__ import annotations

import pytest

from tests.web.assessment.made import shown, this_minute
from tests.web.safety.made import DAY
from tests.web.team.made import Team
from throughcare.access.terms import Role
from throughcare.casework.team.models import Case

pytestmark = pytest.mark.django_db


def test_a_meeting_goes_from_its_call_to_the_answer_of_a_contest(team: Team) -> None:
    way = team.call_meeting()
    page = team.manager.page(f"{way}/agenda")
    assert "it is time to speak about the person again" in page
    case = team.bring(way)
    team.attend(way)
    team.goes(team.psychologist, f"{way}/cases/{case}/minutes", **team.words())
    same = team.psychologist.send(f"{way}/close", read="on")
    assert same.status_code == 422 and "written these minutes" in shown(same)
    page = team.second.page(f"{way}/close")
    for words in ("Three months in the kitchen.", "It is too early.", "He was ill."):
        assert words in page, words
    team.goes(team.second, f"{way}/close", read="on")
    assert "Ask the workshop." in team.manager.page("/team/tasks")
    own = f"/people/{team.file.id}/custody/team"
    team.goes(team.manager, f"{own}/{case}/told", told_at=this_minute(), language="ar", how="oral")
    team.goes(
        team.manager, f"{own}/{case}/contest", words="I asked for the garden.", language="ar",
        contested_at=this_minute(),
    )  # fmt: skip
    said = {"outcome": "again", "reasons": "The garden was not considered."}
    for hand in (team.manager, team.psychologist, team.second):
        assert hand.send(f"{own}/{team.contest()}/answer", **said).status_code == 422
    third = team.on_case(Role.CASE_MANAGER, "tomas")
    team.goes(third, f"{own}/{team.contest()}/answer", **said)
    team.goes(
        team.manager, f"/team/tasks/{team.task()}", came="done", words="", ended_at=this_minute()
    )  # fmt: skip
    team.goes(third, f"{own}/{case}/correct", words="It was two months.", why="The day was wrong.")
    page = team.manager.page(own)
    for words in ("The garden was not considered.", "It was two months.", "Done", "It is too"):
        assert words in page, words


def test_minutes_are_not_changed_after_the_lock_and_the_page_points_to_a_correction(
    team: Team,
) -> None:
    way = team.closed()
    late = team.psychologist.send(f"{way}/cases/{team.case()}/minutes", **team.words())
    assert late.status_code == 422 and "correcting entry" in shown(late)


def test_a_decision_without_an_owner_or_a_day_stays_in_the_form_and_nothing_is_written(
    team: Team,
) -> None:
    way = team.call_meeting()
    case = team.bring(way)
    team.attend(way)
    for name in ("owner_1", "due_1"):
        sent = team.psychologist.send(
            f"{way}/cases/{case}/minutes", **{**team.words(), name: ""}
        )  # fmt: skip
        assert sent.status_code == 422 and "Ask the workshop." in shown(sent)
    assert team.only(Case).state == "agenda"


def test_a_task_that_is_late_is_said_to_be_late(team: Team) -> None:
    team.closed()
    assert "wrong-word" not in team.manager.page("/team/tasks")
    team.later(8 * DAY)
    assert "wrong-word" in team.manager.page("/team/tasks")
    assert "wrong-word" in team.manager.page("/team/calendar")


def test_the_pages_of_a_meeting_open_for_each_member_with_what_its_posts_open(team: Team) -> None:
    way = team.closed()
    for somebody in (team.manager, team.teacher, team.director):
        assert "Meeting of the team" in somebody.page(way)
    assert "Three months in the kitchen." in team.manager.page(way)
    assert "Three months in the kitchen." in team.director.page(way)
    page = team.teacher.page(way)
    assert "Three months in the kitchen." not in page and "He copes." not in page
    assert "Who it is" in team.teacher.page(f"{way}/brief/{team.file.id}")
    for span in ("month", "week"):
        for of in ("me", "team"):
            assert "Meeting of the team" in team.manager.page(f"/team/calendar?of={of}&span={span}")
