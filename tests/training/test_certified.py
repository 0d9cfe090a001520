"""Somebody is certified from the day of the course up to the day it lapses, and no longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.training.made import (
    AT,
    DAY,
    DIRECTOR,
    OFFICER,
    PSYCHOLOGIST,
    TODAY,
    TOOL,
    another_account,
    assessor,
    boosted,
    noon,
    passed,
)
from throughcare.access.terms import Role
from throughcare.service.training import actions
from throughcare.service.training.courses import courses
from throughcare.service.training.queries import Certified, certified
from throughcare.service.training.validity import Days, day_of, with_boosters

pytestmark = pytest.mark.django_db
INSTANT = timedelta(microseconds=1)


def of_tool(at: datetime, tool: str = TOOL) -> Certified | None:
    """Whether the psychologist may use the tool."""
    return certified(PSYCHOLOGIST.account, "assessor", tool, at=at)


def test_nobody_is_certified_without_a_certificate() -> None:
    assert of_tool(AT) is None
    assert certified("nobody", "assessor", TOOL, at=AT) is None
    assert certified(999_999, "assessor", TOOL, at=AT) is None


def test_it_holds_up_to_midnight_in_utc_before_the_day_it_lapses_and_not_on_that_day() -> None:
    assessor(valid_days=10)
    lapses = datetime(2026, 3, 11, tzinfo=UTC)
    found = of_tool(lapses - INSTANT)
    assert found is not None
    assert (found.lapses_on, found.days_left) == (lapses.date(), 1)
    assert of_tool(lapses) is None
    assert of_tool(lapses + INSTANT) is None


def test_it_counts_once_it_is_written_down_and_from_the_day_it_was_passed() -> None:
    assessor(at=AT + 3 * DAY)
    assert of_tool(AT + 3 * DAY - INSTANT) is None
    assert of_tool(AT + 3 * DAY) is not None


def test_the_file_of_the_tool_says_for_how_long_and_else_the_course_does() -> None:
    assert assessor(valid_days=100).valid_until == TODAY + 100 * DAY
    named = passed(PSYCHOLOGIST, topic="assessor", tool="Another tool")
    assert named.valid_until == TODAY + courses()["assessor"].valid.days * DAY


def test_a_certificate_for_one_tool_opens_no_other_and_of_one_course_no_other() -> None:
    assessor()
    assert of_tool(AT, "Another tool") is None
    assert certified(PSYCHOLOGIST.account, "restraint", at=AT) is None
    assert certified(OFFICER.account, "assessor", TOOL, at=AT) is None


def test_a_certificate_of_one_account_serves_the_other_accounts_of_the_human_being() -> None:
    assessor()
    other = another_account(PSYCHOLOGIST, 850, Role.CASE_MANAGER)
    found = certified(str(other.account), "assessor", TOOL, at=AT)
    assert found is not None and found == of_tool(AT)


def test_a_booster_makes_it_hold_longer_and_says_when_it_was() -> None:
    row = assessor(valid_days=10)
    boosted(row, TODAY + 5 * DAY, valid_days=10)
    found = of_tool(AT + 14 * DAY)
    assert found is not None
    assert (found.boosted_on, found.lapses_on) == (TODAY + 5 * DAY, TODAY + 15 * DAY)
    assert found.certificate_id == row.id
    assert of_tool(noon(TODAY + 15 * DAY)) is None


def test_a_short_booster_takes_nothing_away() -> None:
    boosted(assessor(valid_days=100), TODAY, valid_days=1)
    found = of_tool(AT + DAY)
    assert found is not None and found.lapses_on == TODAY + 100 * DAY


def test_without_the_booster_between_them_a_later_one_does_not_count() -> None:
    row = assessor(valid_days=10)
    between = boosted(row, TODAY + 9 * DAY, valid_days=10)
    boosted(row, TODAY + 18 * DAY, valid_days=10)
    at = noon(TODAY + 20 * DAY)
    assert of_tool(at) is not None
    actions.withdraw_certificate(by=DIRECTOR, at=at, certificate_id=between.id, why="not held")
    assert of_tool(at) is None
    assert of_tool(at - INSTANT) is not None


def test_what_is_withdrawn_counts_up_to_that_moment_with_its_boosters() -> None:
    row = assessor()
    boosted(row, TODAY + DAY, valid_days=730)
    at = AT + 5 * DAY
    actions.withdraw_certificate(by=DIRECTOR, at=at, certificate_id=row.id, why="a false paper")
    assert of_tool(at - INSTANT) is not None
    assert of_tool(at) is None


def test_of_two_certificates_the_one_that_holds_longest_counts() -> None:
    assessor(valid_days=10)
    later = assessor(at=AT + DAY, passed_on=TODAY + DAY, valid_days=100)
    assessor(at=AT + 2 * DAY, passed_on=TODAY + 2 * DAY, valid_days=5)
    found = of_tool(AT + 2 * DAY)
    assert found is not None and found.certificate_id == later.id


def test_days_are_those_of_utc_wherever_the_prison_lies() -> None:
    almaty = datetime.fromisoformat("2026-03-11T04:59:59+05:00")
    assert day_of(almaty).isoformat() == "2026-03-10"
    assessor(valid_days=10)
    assert of_tool(almaty) is not None
    assert of_tool(almaty + timedelta(seconds=1)) is None


def test_the_order_in_which_boosters_are_told_does_not_matter() -> None:
    first = Days(TODAY, TODAY + 10 * DAY)
    one = Days(TODAY + 9 * DAY, TODAY + 19 * DAY)
    two = Days(TODAY + 18 * DAY, TODAY + 28 * DAY)
    late = Days(TODAY + 28 * DAY, TODAY + 99 * DAY)
    assert with_boosters(first, [late, two, one]).until == two.until
    assert with_boosters(first, [one, two, late]).until == two.until
