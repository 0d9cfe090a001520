"""An answer is kept while a reading runs, for its viewer and moment; never beyond it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from throughcare.access.question import Viewer
from throughcare.access.walls import behind
from throughcare.casework.people.asked_once import asking_once, once

NOW = datetime(2026, 3, 1, tzinfo=UTC)

pytestmark = pytest.mark.django_db


class _Database:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> int:
        self.asked += 1
        return self.asked


def test_a_reading_asks_once_and_the_next_reading_anew() -> None:
    ask = _Database()
    with transaction.atomic(), behind(Viewer(account=1), at=NOW):
        for answer in (1, 2):
            with asking_once():
                assert [once("parts", ask), once("parts", ask)] == [answer, answer]


def test_another_viewer_or_moment_is_given_nothing_that_was_kept() -> None:
    ask = _Database()
    with transaction.atomic(), asking_once():
        for account, at in ((1, NOW), (2, NOW), (1, NOW + timedelta(seconds=1))):
            with behind(Viewer(account=account), at=at):
                once("parts", ask)
        with behind(Viewer(account=1), at=NOW):
            assert once("parts", ask) == 1
    assert ask.asked == 3


def test_an_act_and_whoever_is_outside_the_wall_ask_each_time() -> None:
    ask = _Database()
    with transaction.atomic(), behind(Viewer(account=1), at=NOW):
        assert [once("parts", ask), once("parts", ask)] == [1, 2]
    with asking_once():
        assert [once("parts", ask), once("parts", ask)] == [3, 4]
