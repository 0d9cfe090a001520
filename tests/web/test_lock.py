"""The lock of the door: by name, by address, for a while, and against guesses made side by side."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection

from throughcare.web.sign_in.lock import forget, try_door

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
HERE, THERE = "192.0.2.1", "192.0.2.2"


@pytest.mark.django_db
def test_a_name_is_locked_after_its_last_failure_and_opens_again_after_a_while() -> None:
    tries = [try_door(name="amel", address=HERE, at=AT) for _ in range(6)]
    assert tries == [True] * settings.LOCK_AFTER_FOR_NAME + [False]
    over = timedelta(minutes=settings.LOCK_MINUTES)
    assert not try_door(name="amel", address=THERE, at=AT + over - timedelta(seconds=1))
    assert try_door(name="amel", address=HERE, at=AT + over)


@pytest.mark.django_db
def test_an_attempt_at_a_locked_door_does_not_keep_it_locked() -> None:
    for minute in range(settings.LOCK_AFTER_FOR_NAME + 5):
        try_door(name="amel", address=HERE, at=AT + timedelta(minutes=minute))
    assert try_door(name="amel", address=HERE, at=AT + timedelta(minutes=settings.LOCK_MINUTES))


@pytest.mark.django_db
def test_an_address_is_locked_whatever_the_names() -> None:
    for number in range(settings.LOCK_AFTER_FOR_ADDRESS):
        assert try_door(name=f"name {number}", address=HERE, at=AT)
    assert not try_door(name="another", address=HERE, at=AT)
    assert try_door(name="another", address=THERE, at=AT)


@pytest.mark.django_db
def test_a_success_forgets_the_failures_of_that_name_from_there_only() -> None:
    for _ in range(settings.LOCK_AFTER_FOR_NAME):
        try_door(name="amel", address=HERE, at=AT)
    forget(name="amel", address=THERE)
    assert not try_door(name="amel", address=HERE, at=AT)
    forget(name="amel", address=HERE)
    assert try_door(name="amel", address=HERE, at=AT)


@pytest.mark.usefixtures("own_database")
def test_of_many_guesses_made_at_once_no_more_pass_than_the_limit() -> None:
    guesses, passed = 24, []
    together = threading.Barrier(guesses)

    def guess() -> None:
        together.wait()
        passed.append(try_door(name="amel", address=HERE, at=AT))
        connection.close()

    threads = [threading.Thread(target=guess) for _ in range(guesses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == guesses
    assert passed.count(True) <= settings.LOCK_AFTER_FOR_NAME
