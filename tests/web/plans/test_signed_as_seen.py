"""Whoever answers or signs while another changes the draft is shown the new draft first."""

from __future__ import annotations

import pytest

from tests.web.people.made import Somebody, hidden, shown
from tests.web.plans.made import Office
from throughcare.casework.plans.models import Goal, Plan

pytestmark = pytest.mark.django_db
NEW = "I want to see my son."


def changed(office: Office, plan: str) -> None:
    """A colleague writes one more goal with a step, asks the person and writes down the answer."""
    office.sent(office.second, f"{plan}/goal", **office.goal(words=NEW))
    goal = office.first(Goal, words=NEW)
    office.sent(office.second, f"/{goal}/step", **office.step(words="Ask his mother to come."))


def answered(office: Office, plan: str, by: Somebody) -> None:
    office.sent(by, f"{plan}/agreement", agreement="agreed", why="")


def test_whoever_writes_the_answer_down_sees_the_goal_that_came_and_keeps_what_was_typed(
    office: Office,
) -> None:
    plan = office.drafted()
    way = office.at(f"{plan}/agreement")
    filled = office.manager.fill(way, agreement="partly", why="Not the school, not now.")
    changed(office, plan)
    answer = office.manager.client.post(way, filled)
    page = shown(answer)
    assert answer.status_code == 422 and f"by {office.second.account.name}" in page
    assert NEW in page and "Ask his mother to come." in page
    assert "Not the school, not now." in page and office.row(Plan).agreement == ""
    again = office.manager.client.post(way, {**filled, **hidden(page)})
    assert again.status_code == 302 and office.row(Plan).agreement == "partly"


def test_the_person_signs_the_goals_and_steps_that_the_page_shows_and_no_others(
    office: Office,
) -> None:
    me, plan = office.prisoner(), office.drafted()
    answered(office, plan, office.manager)
    way = office.at(f"{plan}/sign-own")
    page = me.page(way)
    assert "I want to read letters by myself." in page and "Ask the school for a place." in page
    filled = me.fill(way, sure="on")
    changed(office, plan)
    answered(office, plan, office.second)
    answer = me.client.post(way, filled)
    page = shown(answer)
    assert answer.status_code == 422 and "after you opened this page" in page and NEW in page
    assert f"by {office.second.account.name}" not in page
    assert office.row(Plan).person_how == ""
    again = me.client.post(way, {**filled, **hidden(page)})
    assert again.status_code == 302 and office.row(Plan).person_how == "account"


def test_staff_sign_last_what_the_person_signed(office: Office) -> None:
    plan = office.drafted()
    answered(office, plan, office.manager)
    office.sent(office.manager, f"{plan}/signature", how="thumb", why="")
    way = office.at(f"{plan}/sign")
    filled = office.manager.fill(way, sure="on")
    changed(office, plan)
    answered(office, plan, office.second)
    office.sent(office.second, f"{plan}/signature", how="thumb", why="")
    answer = office.manager.client.post(way, filled)
    assert answer.status_code == 422 and NEW in shown(answer)
    assert office.row(Plan).state == "draft"
    again = office.manager.client.post(way, {**filled, **hidden(shown(answer))})
    assert again.status_code == 302 and office.row(Plan).state == "signed"


def test_a_draft_of_a_form_that_is_opened_again_carries_the_words_that_stand_now(
    office: Office,
) -> None:
    plan = office.drafted()
    way = office.at(f"{plan}/agreement")
    filled = office.manager.fill(way, agreement="partly", why="Not the school.")
    assert office.manager.client.post("/drafts/keep", filled).status_code in {200, 302}
    changed(office, plan)
    page = office.manager.page(f"{way}?draft={filled['once']}")
    assert NEW in page and "Not the school." in page
    assert hidden(page)["seen"] not in {"", filled["seen"]}
