"""`throughcare token`: made, listed and ended at the machine."""

from __future__ import annotations

from datetime import timedelta

import pytest
from typer.testing import CliRunner

from throughcare.api.queries import opened_with
from throughcare.cli import tokens
from throughcare.cli.main import app
from throughcare.errors import BadInput
from throughcare.register.models import Entry

from .made import now, officer

pytestmark = pytest.mark.django_db
MAKE = ["token", "make", "account 1", "--role", "admissions_officer", "--at", "north"]


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> None:
    """The service of the test is ready already."""
    monkeypatch.setattr(tokens, "_ready", lambda: None)
    officer()


def typed(*words: str) -> str:
    done = CliRunner().invoke(app, list(words))
    if done.exception is not None:
        raise done.exception
    return done.stdout


def made(*more: str) -> str:
    return typed(*MAKE, "--label", "registry", *more).splitlines()[-1]


def test_a_token_is_made_shown_once_listed_without_its_secret_and_ended() -> None:
    secret = made()
    assert opened_with(secret, at=now()) is not None
    listed = typed("token", "list")
    assert "account 1, admissions_officer at north: registry" in listed
    assert "until " in listed and secret not in listed
    number = listed.split()[0]
    typed("token", "end", number, "--why", "lost")
    assert opened_with(secret, at=now()) is None
    assert "ended " in typed("token", "list")
    entries = Entry.objects.filter(table="api_token").order_by("id")
    assert [(one.event, one.by, one.why) for one in entries] == [
        ("api.token_made", "somebody at the machine", "registry"),
        ("api.token_ended", "somebody at the machine", "lost"),
    ]


def test_a_token_lasts_as_many_days_as_are_asked_for() -> None:
    opened = opened_with(made("--days", "7"), at=now())
    assert opened is not None
    assert opened.token.ends - opened.token.begins == timedelta(days=7)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["token", "make", "nobody", "--role", "x", "--at", "north", "--label", "x"], "no account"),
        ([*MAKE[:4], "king", "--at", "north", "--label", "x"], "no role 'king'"),
        ([*MAKE[:6], "south", "--label", "x"], "does not hold the post"),
        ([*MAKE, "--label", "x", "--days", "367"], "at most 366 days"),
        (["token", "end", "404", "--why", "x"], "no token 404"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_to_do(words: list[str], said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        typed(*words)
    assert refused.value.remedy
