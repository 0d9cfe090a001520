"""Whom the matrix gives nothing of a judgement gets at its pages what no file gets.

As for the registers of safety: status and words are those for a number that nobody has. In the
usual run each role asks a third of the pages.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, reverse

from tests.access.custody_cast import Cast, cast_of, secrets
from tests.access.read_apart import ROLES, shown
from tests.access.turns import every_third, in_turn
from tests.api.made import DAY, now
from tests.staff import see_all_rows, see_no_rows
from throughcare.casework.assessment.models import Assessment, Referral, Screening, Sharing
from throughcare.web.assessment.urls import urlpatterns as pages

pytestmark = pytest.mark.django_db

WHY = "secret of the yard"
_OF_PSYCHOLOGY = (
    "assessment_begin", "assessment_rate", "assessment_heard", "assessment_source",
    "assessment_advice", "assessment_finish", "assessment_second", "assessment_second_finish",
    "assessment_consensus", "assessment_approve", "assessment_send_back", "assessment_stop",
    "contest_look_again", "contest_disclose",
)  # fmt: skip
_OF_STATUS = (
    "status_status", "status_contest", "status_confirm", "status_renew", "status_end",
    "status_told", "status_contested", "status_decide",
)  # fmt: skip
_OF_SHARING = ("sharing_share", "sharing_may_go", "sharing_handed_over", "sharing_person_told")
# Which of these acts in which compartment opens a page; of several the one or the other.
OF_A_PERSON = {
    "judgement": ("PLN r", "PSY xr", "INC a", "PLN a"), "referral_new": ("INC a", "PLN a"),
    "screening_screen": ("PLN w",), "screening_look": ("PLN w",), "screening_withdraw": ("PLN w",),
    # Of those who read the psychological file in short, the person and the lawyer alone.
    "assessment_report": ("PSY r", "LEG r"),
    **dict.fromkeys(_OF_PSYCHOLOGY, ("PSY w",)), **dict.fromkeys(_OF_STATUS, ("PLN w",)),
    **dict.fromkeys(_OF_SHARING, ("PLN w",)),
}  # fmt: skip

LISTS = {"judgements", "reliability"}


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    found = cast_of(request.param)
    see_all_rows("PLN", "PSY", "INC")
    for person in found.people.values():
        _judged(person)
    see_no_rows()
    return found


def _judged(person: UUID) -> None:
    """As rows: a referral, a screening and a sharing that wait, an assessment that has begun."""
    at = now()

    def said() -> dict[str, Any]:
        row = uuid4()
        return {
            "id": row, "first": row, "person_id": person, "recorded_at": at, "recorded_by": "2",
        }  # fmt: skip

    Referral.objects.create(
        **said(), state="waiting", kind="violence", happened_at=at - DAY, seen_how="self",
        act=WHY, otherwise=WHY,
    )  # fmt: skip
    Screening.objects.create(
        **said(), state="proposed", trigger="incident", act=WHY, otherwise=WHY, outcome="support",
        reasons=WHY, next_step=WHY, screened_at=at, proposed_by="2",
    )  # fmt: skip
    Sharing.objects.create(
        **said(), state="proposed", recipient=WHY, requested_at=at, legal_ground=WHY, purpose=WHY,
        content=WHY, proposed_by="2",
    )  # fmt: skip
    Assessment.objects.create(
        **said(), state="preparing", purpose="plan", extent="needs", legal_basis=WHY,
        tool="tc-generic", tool_version="0", tool_language="en", tool_digest="0", assessed_by="2",
        begun_at=at, needs_second=True, own_view=WHY,
    )  # fmt: skip


def test_no_page_of_judgement_is_left_out_here() -> None:
    assert {page.name for page in pages} == set(OF_A_PERSON) | LISTS


def way_to(page: URLPattern, person: UUID) -> str:
    kinds: dict[str, Any] = {"item": "D1"}
    asked = {key: kinds.get(key, uuid4()) for key in page.pattern.converters}
    return reverse(str(page.name), kwargs={**asked, "person_id": person})


def test_every_page_about_a_person_says_what_it_says_of_nobody(cast: Cast) -> None:
    turn = sorted(ROLES).index(cast.role)
    about = [page for page in pages if page.name in OF_A_PERSON]
    for number, page in enumerate(in_turn(cast.role, about, share=3), start=turn):
        far = ("other", "away")[number % 2]
        nobody = cast.client.get(way_to(page, cast.nobody))
        for whom in ("mine", far):
            person, told = cast.people[whom], (cast.role, page.name, whom)
            answer = cast.client.get(way_to(page, person))
            words = shown(answer)
            if not _opens(cast, str(page.name), whom):
                assert answer.status_code in {403, 404}, told
                assert not any(one in words for one in (WHY, *secrets(whom))), told
                if not _reached(cast, whom):
                    assert answer.status_code == nobody.status_code, told
                    assert words.replace(str(person), str(cast.nobody)) == shown(nobody), told


def test_what_was_judged_stands_only_where_the_matrix_lets_it(cast: Cast) -> None:
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}/custody/judgement")
        may = "r" in cast.lets("PLN", whom) or "r" in cast.lets("PSY", whom)
        if not may:
            assert WHY not in shown(answer), (cast.role, whom)


def _opens(cast: Cast, page: str, whom: str) -> bool:
    return any(
        set(letters) & set(cast.lets(code, whom))
        for code, letters in (line.split() for line in OF_A_PERSON[page])
    )


def _reached(cast: Cast, whom: str) -> bool:
    return any(cast.lets(code, whom) for code in ("ID", "INC", "PLN", "PSY"))


def test_the_list_of_what_waits_names_nobody_outside_the_own_cases(cast: Cast) -> None:
    answer = cast.client.get("/judgements")
    words = shown(answer)
    for whom, person in cast.people.items():
        if "w" not in cast.lets("PLN", whom) or cast.role == "prisoner":
            assert str(person) not in words and WHY not in words, (cast.role, whom)
    reads = cast.role in {"prison_director", "npm_inspector"} or "w" in cast.lets("PLN", "mine")
    assert (answer.status_code == 200) == (reads and cast.role != "prisoner"), cast.role


def test_the_reliability_desk_is_of_raters_and_names_nobody(cast: Cast) -> None:
    answer = cast.client.get("/reliability")
    words = shown(answer)
    rates = "w" in ROLES[cast.role]["PSY"]
    counts = ROLES[cast.role]["AGG"] in {"rF", "wF"}
    assert (answer.status_code == 200) == (rates or counts), cast.role
    assert answer.status_code in {200, 403, 404}
    for whom, person in cast.people.items():
        assert not any(one in words for one in (WHY, str(person), *secrets(whom))), (
            cast.role,
            whom,
        )
