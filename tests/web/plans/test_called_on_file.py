"""Each page of a file says that a plan is missing or to be looked at again, to who reads plans."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casework.assessment.made import referred
from tests.web.classification.made import Bench
from tests.web.people.made import Somebody
from tests.web.plans.made import in_force
from tests.web.safety.made import DAY, HOUR
from throughcare.access.terms import Role

pytestmark = pytest.mark.django_db
MISSING = "The person is sentenced, and has no plan yet"
DUE = "The day of its review has come"
SOMETHING = "Something calls for a look at it"
VIOLENCE = "Violence, or restraint to prevent harm, was recorded"
LASTS = 80 * DAY


@pytest.fixture
def bench(db: None, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The case staff of somebody who is sentenced."""
    made = Bench()
    made.clock = monkeypatch
    made.later(HOUR)
    made.sentenced()
    return made


def page(bench: Bench, rest: str = "", who: Somebody | None = None) -> str:
    """A page of the file, as the case manager sees it, or somebody else."""
    return (who or bench.manager).page(f"/people/{bench.file.id}{rest}")


def signed(bench: Bench) -> None:
    """A plan in force, to be looked at again after eighty days."""
    in_force(bench.manager.viewer, bench.file.id, at=bench.now, lasts=LASTS)


def test_each_page_says_that_there_is_no_plan_until_one_is_signed(bench: Bench) -> None:
    for rest in ("", "/notes", "/custody", "/timeline"):
        assert MISSING in page(bench, rest), rest
    signed(bench)
    assert MISSING not in page(bench) and DUE not in page(bench)


def test_the_day_of_review_shows_by_itself(bench: Bench) -> None:
    signed(bench)
    bench.later(LASTS + DAY)
    assert '"overdue"><strong>Plan:</strong>' in page(bench) and DUE in page(bench)


def test_what_else_calls_for_it_is_told_on_the_page_of_the_plan_alone(bench: Bench) -> None:
    signed(bench)
    bench.later(DAY)
    by = bench.on_case(Role.SECURITY_OFFICER, "oleg").viewer
    referred(bench.file.id, kind="violence", at=bench.now, act="He struck a man.", by=by)
    first = page(bench)
    assert SOMETHING in first and VIOLENCE not in first
    whole = page(bench, "/plan")
    assert VIOLENCE in whole and SOMETHING not in whole


def test_whoever_reads_the_plan_in_short_is_told_nothing_of_it(bench: Bench) -> None:
    for who in (bench.teacher, bench.on_case(Role.SECURITY_OFFICER, "oleg")):
        assert MISSING not in page(bench, who=who)


def test_the_file_asks_few_questions_for_it(
    bench: Bench, django_assert_max_num_queries: Any
) -> None:
    page(bench)  # judged anew, as something was written
    with django_assert_max_num_queries(60):  # seven for the plan
        assert MISSING in page(bench)
