"""The calendar at a secret address: kinds, moments and the prison, and nobody."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.web.safety.made import DAY
from tests.web.team.made import Team
from throughcare.access.models import Account
from throughcare.casework.people.models import Fact

pytestmark = pytest.mark.django_db


def _address(team: Team) -> str:
    page = team.manager.client.post("/team/calendar/address").content.decode()
    found = re.search(r"/team/feed/[A-Za-z0-9_-]+\.ics", page)
    assert found is not None
    return found[0]


def test_it_tells_that_there_is_a_meeting_and_a_task_and_names_nobody(team: Team) -> None:
    team.closed(words_1="Ask Planted about the letter of Planted.")
    way = _address(team)
    answer = Client().get(way)
    text = answer.content.decode().replace("\r\n ", "")
    assert answer.status_code == 200 and text.startswith("BEGIN:VCALENDAR")
    assert "SUMMARY:Meeting" in text and "SUMMARY:Task due" in text
    names = [str(word) for fact in Fact.objects.filter(kind="name") for word in fact.value.values()]
    secrets = [
        "Planted", str(team.file.id), *names, *Account.objects.values_list("name", flat=True),
        "Ask", "kitchen", "weld",
    ]  # fmt: skip
    for word in secrets:
        assert len(word) < 3 or word not in text, word


def test_what_was_revoked_and_what_never_was_look_alike_at_once(team: Team) -> None:
    way = _address(team)
    assert Client().get(way).status_code == 200
    assert team.manager.client.post("/team/calendar/revoke").status_code == 302
    gone, never = Client().get(way), Client().get("/team/feed/never-was.ics")
    assert gone.status_code == never.status_code == 404
    assert gone.content == never.content == b""


def test_a_new_address_ends_the_old_one(team: Team) -> None:
    old, new = _address(team), _address(team)
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200


def test_an_address_answers_nothing_once_the_post_has_ended(team: Team) -> None:
    way = _address(team)
    team.leaves(team.manager)
    assert Client().get(way).status_code == 404
    team.later(DAY)
    assert Client().get(way).status_code == 404
