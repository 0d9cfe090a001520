"""No page of the team shows a word about somebody to a role that may not read the plan in full.

At the pages of a meeting of that prison, and at the section of a file. In the usual run each role
asks a third of the pages.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, reverse

from tests.access.custody_cast import Cast, cast_of, secrets
from tests.access.read_apart import shown
from tests.access.turns import every_third, in_turn
from tests.api.made import DAY, now
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Account, Post
from throughcare.casework.team.models import Case, Meeting
from throughcare.casework.team.rules import sitting_roles
from throughcare.web.team.urls import urlpatterns as pages

pytestmark = pytest.mark.django_db

CLERK = 8812
_TO_SEND = {"team_address", "team_revoke", "team_feed"}


@pytest.fixture(params=every_third(2))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    found = cast_of(request.param)
    see_all_rows("PLN")
    Account.objects.create(pk=CLERK, name="account 8812")
    Post.objects.create(
        account_id=CLERK, role="case_manager", establishment="north", begins=now() - 9 * DAY
    )
    at = now() - DAY
    row = Meeting(
        id=uuid4(), state="called", establishment="north", kind="ordinary", meets_at=at,
        chair=str(CLERK), called_by=str(CLERK), recorded_at=at, recorded_by=str(CLERK),
    )  # fmt: skip
    row.save(force_insert=True)
    for whom in ("mine", "mate", "other"):
        Case(
            id=uuid4(), person_id=found.people[whom], state="agenda", meeting_id=row.first,
            because="turn", recorded_at=at, recorded_by=str(CLERK),
        ).save(force_insert=True)  # fmt: skip
    see_no_rows()
    return found


def _way(page: URLPattern, **known: UUID) -> str:
    asked = {key: known.get(key, uuid4()) for key in page.pattern.converters}
    return reverse(str(page.name), kwargs=asked)


def test_a_meeting_names_those_alone_whom_the_reader_reaches(cast: Cast) -> None:
    see_all_rows("PLN")
    meeting = Meeting.objects.get().first
    see_no_rows()
    answer = cast.client.get(f"/team/meetings/{meeting}")
    sits = cast.role in {role.value for role in sitting_roles()}
    assert answer.status_code == (200 if sits else 404), cast.role
    words = shown(answer)
    for whom in ("mine", "mate", "other"):
        if not cast.lets("PLN", whom):
            assert str(cast.people[whom]) not in words, (cast.role, whom)
        if not cast.lets("ID", whom):
            assert not any(one in words for one in secrets(whom)), (cast.role, whom)


def test_no_page_opens_for_a_role_of_no_team_and_no_file_section_without_the_plan(
    cast: Cast,
) -> None:
    see_all_rows("PLN")
    meeting = Meeting.objects.get().first
    cases = {case.person_id: case.first for case in Case.objects.all()}
    see_no_rows()
    sits = cast.role in {role.value for role in sitting_roles()}
    for page in in_turn(cast.role, [one for one in pages if one.name not in _TO_SEND], share=3):
        for whom in ("mine", "other"):
            person = cast.people[whom]
            known = {"meeting_id": meeting, "person_id": person, "case_id": cases[person]}
            answer = cast.client.get(_way(page, **known))
            of_file = "person_id" in page.pattern.converters
            told = (cast.role, page.name, whom)
            if of_file and "r" not in cast.lets("PLN", whom) and page.name != "team_brief":
                assert answer.status_code in {403, 404}, told
            if not of_file and not sits:
                assert answer.status_code in {403, 404}, told
            if not cast.lets("ID", whom):
                assert not any(one in shown(answer) for one in secrets(whom)), told
