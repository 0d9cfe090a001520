"""Whatever psychologists write while they assess, nobody else sees a sign of it on any page.

Not in words, counts, order, errors, search, export or the work that a page does, and not by a file
that waits to be judged.
The shared formulation, once it is approved, is the only door. In the usual run each third role
looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from difflib import unified_diff
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.access.custody_cast import Cast, cast_of
from tests.access.read_apart import shown
from tests.access.turns import every_third
from tests.casework.assessment.made_assessment import ASSESSOR, SECOND_RATER, psychologist
from tests.casework.safety.made import ADMISSIONS, DIRECTOR, of_age
from tests.staff import see_no_rows, written
from throughcare.access.question import Viewer
from throughcare.casework.assessment import actions
from throughcare.casework.assessment.extent import domains_of
from throughcare.casework.assessment.tools import scales_of, tool

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seen_already")]

SECRET = "the hidden word"
READERS = {"psychologist", "npm_inspector"}
PAGES = (
    "/people/{0}", "/people/{0}/custody", "/people/{0}/custody/judgement", "/people/{0}/duties",
    "/people/{0}/timeline", "/people/{0}/history", "/people?q=hidden", "/people", "/morning",
    "/people/export", "/rules/vep-01", "/coverage", "/people/{0}/custody/judgement/begin",
    "/people/{0}/custody/classification", "/judgements", "/reliability",
)  # fmt: skip
# What differs at each reading by itself: keys of forms, and the second it is.
_OWN = re.compile(r'(value|nonce|content)="[A-Za-z0-9_:.-]{20,}"|\d\d:\d\d(:\d\d(\.\d+)?)?')


@pytest.fixture(params=[role for role in every_third(2) if role not in READERS])
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    return cast_of(request.param)


def seen(cast: Cast, person: UUID) -> list[tuple[str, int, str, int]]:
    """Status and words of every page, and how many questions it asks of the database.

    The questions stand for the time that a page takes: what asks as often, takes as long.
    """
    found = []
    for page in PAGES:
        with CaptureQueriesContext(connection) as asked:
            answer = cast.client.get(page.format(person))
        found.append((page, answer.status_code, _OWN.sub("", shown(answer)), len(asked)))
    return found


def drafts(
    person: UUID, chance: Random, raters: tuple[int, int] = (ASSESSOR, SECOND_RATER)
) -> Iterator[Callable[[], object]]:
    """What two raters may write before anything is approved, in an order drawn by chance."""
    me, other = (psychologist(person, one) for one in raters)
    now = timezone.now()
    now -= timedelta(milliseconds=10)  # all of it is there for whoever looks next
    row = actions.begin_assessment(
        by=me, at=now, person_id=person, purpose="plan", legal_basis=SECRET, tool_id="tc-generic"
    )
    yield lambda: row
    actions.begin_second_rating(by=other, at=now, assessment_id=row.id)
    generic = tool("tc-generic")
    items = list(scales_of(generic, domains_of(generic, row.extent)))
    for number in range(6):
        by: Viewer = chance.choice((me, other))
        on: dict[str, Any] = {
            "by": by, "at": now + timedelta(milliseconds=number), "assessment_id": row.id,
        }  # fmt: skip
        yield chance.choice(
            (
                lambda on=on: actions.add_source(
                    **on, kind="interview", what=SECRET, dated=date(2026, 3, 1),
                    reliability="first_hand",
                ),
                lambda on=on: actions.rate(
                    **on, item=chance.choice(items), code="NI", evidence=SECRET
                ),
                lambda on=on: actions.recommend(
                    **on, kind="help", what=SECRET, reason=SECRET, owner="x", due=date(2030, 1, 1)
                ),
            )
        )  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
def test_no_draft_of_an_assessment_leaves_a_sign(cast: Cast, seed: int) -> None:
    person = cast.people["mine"]
    _grown(person)
    seen(cast, person)  # the first reading judges the file
    before = seen(cast, person)
    assert any(status == 200 for _page, status, *_more in before) or cast.role in {
        "hq_analyst", "un_programme_officer", "system_administrator",
    }, cast.role  # fmt: skip
    for write in drafts(person, Random(seed)):
        write()
    for was, now in zip(before, seen(cast, person), strict=True):
        assert SECRET not in now[2], (cast.role, now[0])
        assert was == now, (cast.role, now[0], [*unified_diff(was[2].split(), now[2].split(), n=0)])


def _grown(person: UUID) -> None:
    """Old enough for a tool, and a director who certifies the raters."""
    for one in (ADMISSIONS, DIRECTOR):
        written(one)
    of_age(person, "1985-05-05", at=timezone.now())
    see_no_rows()
