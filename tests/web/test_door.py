"""The door: who comes in, who does not, and what it gives away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client

from tests.web.arrival import an_account
from throughcare.access.actions import make_first_account
from throughcare.access.models import Account
from throughcare.errors import BadInput

pytestmark = pytest.mark.django_db
PASSWORD = "seven green kettles"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def account() -> Account:
    return an_account("amel")


def _try(client: Client, name: str, password: str, way: str = "") -> tuple[int, str]:
    answer = client.post("/sign-in", {"name": name, "password": password, "next": way})
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


def test_the_right_password_opens_the_door(account: Account) -> None:
    client = Client()
    assert client.get("/").status_code == 302
    assert _try(client, "amel", PASSWORD) == (302, "/")
    assert client.get("/").status_code == 200


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(account: Account) -> None:
    wrong, unknown = _try(Client(), "amel", "x"), _try(Client(), "lema", "x")
    assert wrong[0] == unknown[0] == 422
    sentence = "This name and this password do not fit together"
    assert sentence in wrong[1] and sentence in unknown[1]


@pytest.mark.parametrize("name", ["amel", "lema"])
def test_after_the_last_failure_the_door_is_locked_for_known_and_unknown(
    account: Account, name: str
) -> None:
    for _ in range(settings.LOCK_AFTER_FOR_NAME):
        assert "do not fit" in _try(Client(), name, "x")[1]
    assert "Too many attempts" in _try(Client(), name, PASSWORD)[1]


def test_one_failure_fewer_leaves_the_door_unlocked(account: Account) -> None:
    for _ in range(settings.LOCK_AFTER_FOR_NAME - 1):
        _try(Client(), "amel", "x")
    assert _try(Client(), "amel", PASSWORD)[0] == 302


@pytest.mark.parametrize("way", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_the_way_back_never_leads_elsewhere(account: Account, way: str) -> None:
    assert _try(Client(), "amel", PASSWORD, way) == (302, "/")


def test_the_way_back_leads_to_the_page_that_was_asked_for(account: Account) -> None:
    assert _try(Client(), "amel", PASSWORD, "/sessions") == (302, "/sessions")


@pytest.mark.parametrize("name", ["a\0b", "x" * 1_000_000, "<script>alert(1)</script>"])
def test_hostile_names_are_refused_in_words_and_never_run(name: str) -> None:
    status, page = _try(Client(), name, "x")
    assert status == 422
    assert "<script>alert" not in page and 'class="wrong"' in page


def test_the_first_account_is_made_once_only(account: Account) -> None:
    with pytest.raises(BadInput, match="already"):
        make_first_account(name="second", password=PASSWORD, at=NOW)


def test_a_session_ends_after_its_whole_length(account: Account) -> None:
    client = Client()
    _try(client, "amel", PASSWORD)
    session = client.session
    session["began"] -= settings.SESSION_LONGEST_SECONDS - 60
    session.save()
    assert client.get("/").status_code == 200
    session = client.session
    session["began"] -= 60
    session.save()
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("kk", "ltr")])
def test_a_chosen_language_sets_the_direction(language: str, direction: str) -> None:
    client = Client()
    client.post("/language", {"language": language})
    page = client.get("/sign-in").content.decode()
    assert f'lang="{language}" dir="{direction}"' in page


def test_pages_allow_nothing_unsafe_and_health_says_nothing() -> None:
    answer = Client().get("/health")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert Client().get("/nowhere").status_code == 404
