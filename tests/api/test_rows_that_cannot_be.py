"""What must never be false of tokens and kept answers is refused by the database, by name."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from throughcare.api.models import KeptAnswer, Token

from .made import DAY, NEW_YEAR, officer, token_for

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def token(**other: Any) -> Token:
    officer()
    right: dict[str, Any] = {
        "account_id": 1, "role": "admissions_officer", "establishment": "north",
        "digest": "a" * 64, "label": "registry", "made_at": NEW_YEAR, "begins": NEW_YEAR,
        "ends": NEW_YEAR + DAY, "ended_at": None,
    }  # fmt: skip
    return Token.objects.create(**{**right, **other})


RIGHT: list[dict[str, Any]] = [
    {}, {"role": "case_manager"}, {"establishment": "n"}, {"digest": "0123456789abcdef" * 4},
    {"ends": NEW_YEAR + SECOND}, {"ended_at": NEW_YEAR}, {"ended_at": NEW_YEAR + SECOND},
    {"label": "x"},
]  # fmt: skip
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"role": "king"}, "token_role_known"),
    ({"establishment": ""}, "token_has_a_place"),
    ({"label": ""}, "token_has_a_label"),
    ({"digest": "A" * 64}, "token_keeps_only_a_digest"),
    ({"digest": "a" * 63}, "token_keeps_only_a_digest"),
    ({"digest": "tc_" + "x" * 61}, "token_keeps_only_a_digest"),
    ({"ends": NEW_YEAR}, "token_ends_after_it_begins"),
    ({"ended_at": NEW_YEAR - SECOND}, "token_is_not_ended_before_it_is_made"),
]


@pytest.mark.parametrize("fields", RIGHT)
def test_a_right_token_is_kept(fields: dict[str, Any]) -> None:
    assert token(**fields).pk


@pytest.mark.parametrize(("fields", "name"), WRONG)
def test_a_wrong_token_is_refused_by_name(fields: dict[str, Any], name: str) -> None:
    with pytest.raises(IntegrityError, match=name):
        token(**fields)


def test_two_tokens_never_have_one_secret() -> None:
    token()
    token(digest="b" * 64)
    with pytest.raises(IntegrityError, match="digest"):
        token()


def test_a_token_is_only_ever_ended_and_once() -> None:
    one = token()
    for change in ({"ends": NEW_YEAR + 9 * DAY}, {"role": "case_manager"}, {"account_id": 2}):
        with pytest.raises(ProgrammingError, match="Cannot update"):
            _change(one, **change)
    _change(one, ended_at=NEW_YEAR)
    with pytest.raises(ProgrammingError, match="Cannot update"):
        _change(one, ended_at=None)
    with pytest.raises(ProgrammingError, match="Cannot delete"), transaction.atomic():
        one.delete()


def _change(one: Token, **fields: Any) -> None:
    with transaction.atomic():
        Token.objects.filter(pk=one.pk).update(**fields)


def answer(token: Token, **other: Any) -> KeptAnswer:
    right: dict[str, Any] = {
        "token": token, "key": "k" * 8, "request_digest": "a" * 64, "status": 201,
        "content_type": "application/json", "body": b"x", "expires_at": NEW_YEAR,
    }  # fmt: skip
    with transaction.atomic():
        return KeptAnswer.objects.create(**{**right, **other})


@pytest.mark.parametrize("status", [200, 201, 409, 499])
def test_an_answer_is_kept(status: int) -> None:
    assert answer(token(), status=status).pk


@pytest.mark.parametrize("status", [199, 500, 503])
def test_the_answer_of_a_failure_is_not_kept(status: int) -> None:
    with pytest.raises(IntegrityError, match="answer_of_a_failure_is_not_kept"):
        answer(token(), status=status)


def test_one_key_has_one_answer_for_each_token_and_it_is_not_changed() -> None:
    one = token()
    kept = answer(one)
    assert answer(one, key="l" * 8).pk and answer(token_for(officer()).token).pk
    with pytest.raises(IntegrityError, match="answer_kept_once_for_a_key"):
        answer(one)
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        KeptAnswer.objects.filter(pk=kept.pk).update(status=200)


def test_the_service_owns_none_of_these_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'api_%' AND tableowner = "
            "current_user"
        )
        assert cursor.fetchone()[0] == 0
