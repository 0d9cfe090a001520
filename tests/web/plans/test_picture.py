"""The steps of a plan on a line of time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from unittest.mock import Mock
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from throughcare.web.plans.picture import Picture, picture_of, state_of

SIGNED = datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("UTC"))
REVIEW = SIGNED + timedelta(days=90)
TODAY = date(2026, 4, 15)


def drawn(dues: list[tuple[str, date]], *, today: date = TODAY) -> Picture | None:
    row = Mock(signed_at=SIGNED, review_at=REVIEW)
    steps: list[Any] = [
        Mock(row=Mock(due=due, words="Ask."), state=state_of(state, due, today))
        for state, due in dues
    ]
    return picture_of(row, [Mock(steps=steps)], today)


def test_a_plan_without_a_step_has_no_line() -> None:
    assert drawn([]) is None


@pytest.mark.parametrize(
    ("state", "due", "seen"),
    [
        ("open", TODAY, "open"), ("open", TODAY - timedelta(days=1), "late"),
        ("done", TODAY - timedelta(days=1), "done"),
        ("given_up", TODAY - timedelta(days=1), "given_up"),
    ],
)  # fmt: skip
def test_a_step_is_late_only_while_nobody_said_what_came_of_it(
    state: str, due: date, seen: str
) -> None:
    picture = drawn([(state, due)])
    assert picture is not None and [one.state for one in picture.marks] == [seen]


@given(st.lists(st.dates(date(2025, 1, 1), date(2028, 1, 1)), min_size=1), st.dates())
def test_every_step_stands_on_the_line_in_the_order_of_its_day(
    dues: list[date], today: date
) -> None:
    picture = drawn([("open", due) for due in dues], today=today)
    assert picture is not None
    places = [float(mark.x.rstrip("%")) for mark in picture.marks]
    assert all(4 <= place <= 98 for place in places)
    days = sorted(zip(dues, places, strict=True))
    assert [place for _day, place in days] == sorted(places)
    inside = picture.begins <= today <= picture.ends
    assert (picture.today is not None) == inside


def test_in_a_language_written_from_the_right_time_runs_from_the_right() -> None:
    early, late = TODAY, TODAY + timedelta(days=20)
    with override("ar"):
        picture = drawn([("open", early), ("open", late)])
    assert picture is not None
    first, second = (float(mark.x.rstrip("%")) for mark in picture.marks)
    assert first > second and picture.edge == "100.0%"
