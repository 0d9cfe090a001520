"""The reliability desk: with enough cases a coefficient, below them a table, and nobody's name."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from tests.casework.assessment.made_pairs import FIRST, SECOND, SECRET, mixed, rated_by_two
from tests.web.desk import cast
from throughcare.access.terms import Role
from throughcare.casework.assessment.actions import count_agreement
from throughcare.casework.assessment.models import KeptAgreement
from throughcare.casework.assessment.reliability import least_cases
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry
from throughcare.web.assessment.agreement_words import NAMES

pytestmark = pytest.mark.django_db
LEAST = int(least_cases().value)
READERS = {Role.PSYCHOLOGIST, Role.HQ_ANALYST, Role.NPM_INSPECTOR}


@pytest.fixture(autouse=True)
def _north(settings: Any) -> None:
    settings.SECOND_FACTOR_FOR = frozenset()
    cast.file()  # the place, and somebody in it


def desk(role: Role = Role.PSYCHOLOGIST) -> str:
    """The page as somebody of this role reads it, without any case."""
    status, page = cast.page(cast.account(f"who reads as {role}", role), "/reliability")
    assert status == 200
    return page.split("<main", 1)[1].split("</main>", 1)[0]


def coefficients_in(page: str) -> list[str]:
    """Names of coefficients, and numbers that could be one: all that have a part after the sign."""
    bare = re.sub(r'datetime="[^"]*"|<bdi dir="ltr">0\.1\.0</bdi>', "", unescape(page))
    return [str(one) for one in NAMES.values() if str(one) in bare] + re.findall(
        r"\d[.,]\d\d?", bare
    )


def test_with_one_case_too_few_no_coefficient_stands_anywhere_on_the_page() -> None:
    rated_by_two(mixed(LEAST - 1))
    count_agreement(at=timezone.now())
    page = desk()
    assert coefficients_in(page) == []
    assert f"<dd>{LEAST - 1}</dd>" in page and "only the table is shown" in page
    assert "kappa" not in str(KeptAgreement.objects.get().figures), "none is kept either"


def test_with_just_enough_cases_each_coefficient_stands_there_with_its_interval() -> None:
    rated_by_two(mixed(LEAST))
    count_agreement(at=timezone.now())
    found = coefficients_in(desk())
    for name in ("weighted kappa", "AC2", "alpha", "ICC"):
        assert any(name in one for one in found), name
    assert sum(one[0].isdigit() for one in found) >= 12, "values and both ends of intervals"


def test_nothing_on_the_page_or_kept_names_a_person_a_case_or_a_rater() -> None:
    cases = rated_by_two(mixed(LEAST))
    count_agreement(at=timezone.now())
    said = desk() + str(KeptAgreement.objects.get().figures)
    for name in (SECRET, "Zhanat", f"rater {FIRST}", f"rater {SECOND}", *map(str, cases)):
        assert name not in said, name
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", said), "no number of any file"


def test_small_numbers_are_hidden() -> None:
    rated_by_two([("0", "0")] * 12 + [("1", "1")] * 7 + [("0", "2")])
    count_agreement(at=timezone.now())
    cells = KeptAgreement.objects.get().figures["items"]
    shown = next(one for one in cells if one["item"] == "C1")["cells"]
    assert shown[0][0] == 12 and shown[0][2] is None
    assert [cell for row in shown for cell in row].count(None) > 1, "else it could be worked out"


def test_of_very_few_cases_nothing_is_shown_but_that_they_are_few() -> None:
    rated_by_two([("0", "1"), ("1", "1"), ("2", "0")])
    count_agreement(at=timezone.now())
    page = desk()
    assert "hidden: too few" in page and "<dd>3</dd>" not in page and "<table" not in page


def test_the_page_says_when_it_was_counted_and_before_that_nothing_was() -> None:
    assert "Nothing was counted yet" in desk()
    count_agreement(at=timezone.now())
    page = desk(Role.HQ_ANALYST)
    assert "Counted: <time" in page and "No case was rated twice yet" in page


@pytest.mark.parametrize("role", list(Role))
def test_the_desk_is_open_to_who_answers_for_raters_and_to_nobody_else(role: Role) -> None:
    own = Person.objects.first() if role is Role.PRISONER else None
    somebody = cast.account("somebody", role, person=own.id if own else None)
    status, _page = cast.page(somebody, "/reliability")
    assert (status == 200) == (role in READERS), status
    assert status in {200, 403, 404}
    entries = Entry.objects.filter(event="read.agreement_of_raters")
    assert entries.exists() == (role in READERS)
    if role in READERS:
        assert entries.get().about is None


def test_a_psychologist_whose_post_ended_is_refused() -> None:
    ended = cast.account("ended")
    cast.post(ended, Role.PSYCHOLOGIST, begins=-3 * cast.DAY, ends=-cast.DAY)
    assert cast.page(ended, "/reliability")[0] in {403, 404}
