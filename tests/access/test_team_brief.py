"""The brief of a meeting holds no word of a compartment that none of the reader's posts opens.

Whatever two posts somebody holds, in the own file of each: what they open together and no more.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.access.custody_cast import FEUDS, NAMES, REACH, Cast, cast_of, court
from tests.access.read_apart import LETS, ROLES
from tests.access.test_plan_pages_denied import CLERK, WHY, _planned
from tests.access.turns import every_third
from tests.api.made import DAY, NEW_YEAR, now
from tests.staff import see_all_rows, see_no_rows, written
from throughcare.access.models import Account, Post
from throughcare.access.question import Assigned, HeldPost, Period, Viewer
from throughcare.access.terms import Role
from throughcare.web.team.brief import brief_of

pytestmark = pytest.mark.django_db
# Whoever administers accounts holds no second post.
_WORK = sorted(set(ROLES) - {"prisoner", "family", "system_administrator"})


@pytest.fixture(params=[role for role in every_third(0) if role in _WORK])
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    found = cast_of(request.param)
    see_all_rows("PLN")
    Account.objects.create(pk=CLERK, name="account 8811")
    Post.objects.create(
        account_id=CLERK, role="case_manager", establishment="north", begins=now() - 9 * DAY
    )
    for person in found.people.values():
        _planned(person)
    see_no_rows()
    return found


def _lets(roles: tuple[str, ...], code: str, whom: str) -> str:
    return "".join(
        LETS[ROLES[role][code][0]] for role in roles
        if whom in REACH.get(ROLES[role][code][-1], ())
    )  # fmt: skip


def test_no_brief_holds_a_word_that_no_post_of_its_reader_opens(cast: Cast) -> None:
    since = Period(NEW_YEAR, None)
    numbers = iter(range(9100, 9999))

    @settings(
        max_examples=6,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(st.sampled_from(_WORK), st.sampled_from(sorted(NAMES)))
    def sound(second: str, whom: str) -> None:
        roles = (cast.role, second)
        cases = ("mine", "mate")
        viewer = written(
            Viewer(
                next(numbers),
                posts=tuple(HeldPost(Role(one), "north", since) for one in roles),
                assigned=tuple(
                    Assigned(Role(one), cast.people[case], since) for one in roles for case in cases
                ),
            )
        )
        parts = brief_of(viewer, cast.people[whom], at=timezone.now())
        text = " ".join(f"{label} {words}" for part in parts for label, words in part.lines)
        told = (roles, whom)
        markers = {"ID": NAMES[whom], "SEN": court(whom), "INC": FEUDS[whom], "PLN": WHY}
        for code, marker in markers.items():
            if not set(_lets(roles, code, whom)) & {"r", "x"}:
                assert marker not in text, (told, code)
        if not set(_lets(roles, "INT", whom)) & {"r", "x"}:
            assert "/statements" not in text, told
        if "r" in _lets(roles, "PLN", whom):
            assert WHY in text, told

    sound()
