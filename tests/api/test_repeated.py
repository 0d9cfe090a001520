"""A change that is sent again, because its answer was lost, is not done again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection, connections

from throughcare.api.models import KeptAnswer
from throughcare.register.models import Entry

from .made import DAY, MINUTE, NAME, Machine, Said, machine_of, now, officer, token_for

BODY = {"establishment": "north", "facts": [NAME]}


def files(call: Machine) -> int:
    return int(call.get("/people/count").body["files"])


@pytest.fixture
def call(db: None) -> Machine:
    return machine_of(officer())


def test_the_same_request_with_the_same_key_is_answered_again_and_done_once(call: Machine) -> None:
    first = call.post("/people", BODY, key="first-try-1")
    entries = Entry.objects.count()
    again = call.post("/people", BODY, key="first-try-1")
    assert (again.status, again.body) == (first.status, first.body) == (201, first.body)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Content-Type"] == first.headers["Content-Type"]
    assert (files(call), Entry.objects.count()) == (1, entries)


def test_another_key_is_another_change(call: Machine) -> None:
    call.post("/people", BODY, key="first-try-1")
    call.post("/people", BODY, key="first-try-2")
    assert files(call) == 2


def test_the_same_key_with_another_request_is_refused(call: Machine) -> None:
    call.post("/people", BODY, key="first-try-1")
    other = call.post("/people", {**BODY, "why": "x"}, key="first-try-1")
    elsewhere = call.post("/people?a=1", BODY, key="first-try-1")
    for said in (other, elsewhere):
        assert (said.status, said.body["type"]) == (422, "urn:throughcare:problem:key-used")
    assert files(call) == 1


def test_a_key_belongs_to_its_token(call: Machine) -> None:
    colleague = machine_of(officer(account=2))
    call.post("/people", BODY, key="first-try-1")
    assert "Idempotency-Replayed" not in colleague.post("/people", BODY, key="first-try-1").headers
    assert files(call) == 2


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (None, 400), ("1234567", 400), ("12345678", 201), ("x" * 128, 201), ("x" * 129, 400),
        ("with a space", 400), ("ключ-ключ", 400),
    ],
)  # fmt: skip
def test_a_change_needs_a_key_of_8_to_128_signs(
    call: Machine, key: str | None, status: int
) -> None:
    sent = key.encode().decode("latin-1") if key else key
    assert call.post("/people", BODY, key=sent).status == status


def test_a_refusal_is_answered_again_too(call: Machine) -> None:
    way = f"/people/{uuid4()}/separation"
    first = call.post(way, {"why": "x"}, key="refused-1")
    again = call.post(way, {"why": "x"}, key="refused-1")
    assert (first.status, again.status) == (404, 404)
    assert again.headers["Idempotency-Replayed"] == "true"


def test_an_answer_is_kept_for_a_day_and_no_longer(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = now()
    call = Machine(token_for(officer(), lasts=3 * DAY).secret)
    kept = timedelta(hours=settings.IDEMPOTENCY_HOURS)

    def at_moment(moment: datetime) -> Said:
        monkeypatch.setattr("throughcare.web.viewer.timezone.now", lambda: moment)
        return call.post("/people", BODY, key="first-try-1")

    at_moment(at + MINUTE)
    assert at_moment(at + kept).headers.get("Idempotency-Replayed") == "true"
    assert at_moment(at + MINUTE + kept).headers.get("Idempotency-Replayed") is None
    assert files(call) == 2
    assert KeptAnswer.objects.count() == 1


def test_the_change_and_the_kept_answer_stand_or_fall_together(
    call: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_words: object, **_named: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("throughcare.api.repeated._keep", breaks)
    entries = Entry.objects.count()
    assert call.post("/people", BODY).status == 500
    assert (files(call), Entry.objects.count()) == (0, entries)
    monkeypatch.undo()
    assert call.post("/people", BODY).status == 201
    assert files(call) == 1


def test_a_kept_answer_cannot_be_read_in_the_database(call: Machine) -> None:
    said = call.post("/people", BODY, key="first-try-1")
    kept = KeptAnswer.objects.get()
    assert said.body["id"].encode() not in bytes(kept.body)


def test_two_at_once_are_done_once(own_database: str) -> None:
    call, together = machine_of(officer()), Barrier(2)

    def send(_number: int) -> Said:
        together.wait()
        try:
            return call.post("/people", BODY, key="both-at-once")
        finally:
            connections.close_all()

    for _ in range(5):
        with ThreadPoolExecutor(2) as pool:
            one, other = pool.map(send, range(2))
        assert (one.status, one.body) == (other.status, other.body) == (201, one.body)
        assert files(call) == 1


def test_the_second_waits_for_the_first_and_is_done_when_the_first_fails(
    own_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from throughcare.casework.people import actions

    call, together = machine_of(officer()), Barrier(2)
    right, calls = actions.register_person, iter([True])

    def fails_once(**named: object) -> object:
        if next(calls, False):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(0.3)")
            raise RuntimeError("once")
        return right(**named)  # type: ignore[arg-type]

    monkeypatch.setattr(actions, "register_person", fails_once)

    def send(_number: int) -> Said:
        together.wait()
        try:
            return call.post("/people", BODY, key="both-at-once")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(send, range(2)))
    assert sorted(one.status for one in said) == [201, 500]
    assert files(call) == 1
