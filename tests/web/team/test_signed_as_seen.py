"""Whoever signs while another writes is shown the new words, and signs once they are read."""

from __future__ import annotations

import pytest

from tests.web.people.made import hidden, shown
from tests.web.team.made import Team
from throughcare.casework.team.models import Meeting

pytestmark = pytest.mark.django_db
NEW = "He kept to the hours, and asks for more."


def test_the_page_shows_what_was_changed_by_whom_and_keeps_what_was_ticked(team: Team) -> None:
    way = team.minuted()
    close = f"{way}/close"
    filled = team.second.fill(close, read="on")
    assert len(filled["seen"]) == 64
    case = f"{way}/cases/{team.case()}/minutes"
    team.goes(team.psychologist, case, **team.words(reasons=NEW))
    answer = team.second.client.post(close, filled)
    page = shown(answer)
    assert answer.status_code == 422 and team.only(Meeting).state == "held"
    assert f"by {team.psychologist.account.name}" in page and NEW in page
    assert 'name="read"' in page and "checked" in page
    again = team.second.client.post(close, {**filled, **hidden(page)})
    assert again.status_code == 302 and team.only(Meeting).state == "closed"


def test_whoever_is_refused_for_something_else_does_not_sign_what_changed_meanwhile(
    team: Team,
) -> None:
    way = team.minuted()
    close = f"{way}/close"
    filled = team.second.fill(close)
    case = f"{way}/cases/{team.case()}/minutes"
    team.goes(team.psychologist, case, **team.words(reasons=NEW))
    unread = team.second.client.post(close, filled)
    assert unread.status_code == 422 and "Read the minutes, and say so." in shown(unread)
    answer = team.second.client.post(close, {**filled, **hidden(shown(unread)), "read": "on"})
    assert answer.status_code == 422 and "after you opened this page" in shown(answer)
    assert team.only(Meeting).state == "held"


def test_a_form_without_the_words_is_refused_and_nothing_is_signed(team: Team) -> None:
    way = team.minuted()
    answer = team.second.client.post(f"{way}/close", {"read": "on"})
    assert answer.status_code == 422 and "not the words that were shown" in shown(answer)
    assert team.only(Meeting).state == "held"
