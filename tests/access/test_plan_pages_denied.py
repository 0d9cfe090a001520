"""Whom the matrix gives nothing of a plan gets at its pages what no file gets.

Whoever reads in short sees no word of the family, and of steps those of the own post alone. In the
usual run each role asks a third of the pages.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, reverse

from tests.access.custody_cast import Cast, cast_of, secrets
from tests.access.read_apart import ROLES, shown
from tests.access.turns import every_third, in_turn
from tests.api.made import DAY, now
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Account, Post
from throughcare.casework.plans.models import Goal, Handover, Plan, Step
from throughcare.casework.plans.words import words_of
from throughcare.web.plans.urls import urlpatterns as pages

pytestmark = pytest.mark.django_db

WHY = "secret of the plan"
CLERK = 8811
OF_A_PERSON = {"plan": "x", "plan_versions": "r", "plan_paper": "r"}
LIST = "plans"
# What the person may do: own words, and the own signature.
_OF_THE_PERSON = {"plan_say", "plan_sign_own"}


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    found = cast_of(request.param)
    see_all_rows("PLN")
    clerk = Account.objects.create(pk=CLERK, name="account 8811")
    Post.objects.create(
        account=clerk, role="case_manager", establishment="north", begins=now() - 9 * DAY
    )
    for person in found.people.values():
        _planned(person)
    see_no_rows()
    return found


def _planned(person: UUID) -> None:
    """As rows: a plan in force with a goal and a step, and a handover that waits."""
    at = now() - DAY

    def said(**more: Any) -> dict[str, Any]:
        row = {"id": uuid4(), "person_id": person, "recorded_at": at, "recorded_by": str(CLERK)}
        return {**row, "first": row["id"], **more}

    words: dict[str, Any] = {
        "kind": "full", "version": 1, "begun_by": str(CLERK), "family": WHY, "release": WHY,
        "staff": WHY, "review_at": at + 30 * DAY,
    }  # fmt: skip
    draft = Plan.objects.create(**said(state="draft"), **words)
    goal = Goal.objects.create(
        **said(plan_id=draft.first, words=WHY, serves="work", serves_words=WHY, measure=WHY),
        state="live",
    )
    Step.objects.create(
        **said(goal_id=goal.first, words=WHY, actor="staff", account=str(CLERK)),
        role="case_manager", due=(at + timedelta(days=9)).date(), state="open",
    )  # fmt: skip
    seen = words_of(draft.id)
    both: dict[str, Any] = {
        "agreement": "agreed", "agreement_by": str(CLERK), "person_how": "thumb",
        "person_by": str(CLERK), "person_at": at, "agreement_seen": seen, "person_seen": seen,
    }  # fmt: skip
    before = draft
    signed = {"signed_by": str(CLERK), "signed_at": at}
    for state in ("draft", "signed"):
        more = {**signed, "signed_seen": words_of(before.id)} if state == "signed" else {}
        Plan.objects.filter(id=before.id).update(stood_until=at)
        before = Plan.objects.create(
            **said(state=state, first=draft.first), **words, **both, **more, replaces_id=before.id
        )
    Handover.objects.create(
        **said(to="probation", agency=WHY, handed=WHY), asked_at=at, state="asked"
    )


def way_to(page: URLPattern, person: UUID) -> str:
    asked = {key: uuid4() for key in page.pattern.converters}
    return reverse(str(page.name), kwargs={**asked, "person_id": person})


def test_every_page_about_a_person_says_what_it_says_of_nobody(cast: Cast) -> None:
    turn = sorted(ROLES).index(cast.role)
    mine = [page for page in pages if page.name != LIST]
    for number, page in enumerate(in_turn(cast.role, mine, share=3), start=turn):
        nobody = cast.client.get(way_to(page, cast.nobody))
        for whom in ("mine", ("other", "away")[number % 2]):
            person, told = cast.people[whom], (cast.role, page.name, whom)
            answer = cast.client.get(way_to(page, person))
            if _opens(cast, str(page.name), whom):
                continue
            words = shown(answer)
            assert answer.status_code in {403, 404}, told
            assert not any(one in words for one in (WHY, *secrets(whom))), told
            if not any(cast.lets(code, whom) for code in ("ID", "PLN")):
                assert answer.status_code == nobody.status_code, told
                assert words.replace(str(person), str(cast.nobody)) == shown(nobody), told


def test_the_plan_opens_whole_for_whoever_reads_it_in_full_and_for_nobody_else(cast: Cast) -> None:
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}/plan")
        reads = "r" in cast.lets("PLN", whom)
        assert (WHY in shown(answer)) == reads, (cast.role, whom)
        assert not reads or answer.status_code == 200, (cast.role, whom)


def test_no_form_about_a_row_of_somebody_else_opens_with_the_number_of_an_own_case(
    cast: Cast,
) -> None:
    see_all_rows("PLN")
    other = cast.people["other"]
    rows = {
        way: model.objects.get(person=other, stood_until=None).first
        for way, model in (
            ("review", Plan), ("end", Plan), ("sign", Plan), ("step", Goal), ("leave", Goal),
            ("close", Step), ("hand", Step), ("answer", Handover), ("receive", Handover),
        )
    }  # fmt: skip
    see_no_rows()
    own = f"/people/{cast.people['mine']}/plan"
    for way, row in in_turn(cast.role, sorted(rows.items()), share=3):
        answer = cast.client.get(f"{own}/{row}/{way}")
        assert answer.status_code in {403, 404}, (cast.role, way)
        assert WHY not in shown(answer), (cast.role, way)


def test_the_list_of_plans_names_nobody_whose_plan_is_closed(cast: Cast) -> None:
    words = shown(cast.client.get("/plans"))
    for whom, person in cast.people.items():
        if "r" not in cast.lets("PLN", whom):
            assert str(person) not in words, (cast.role, whom)
    if not any("r" in cast.lets("PLN", whom) for whom in cast.people):
        assert WHY not in words, cast.role


def _opens(cast: Cast, page: str, whom: str) -> bool:
    lets = cast.lets("PLN", whom)
    if page in OF_A_PERSON:
        return OF_A_PERSON[page] in lets or "r" in lets
    return "w" in lets and (cast.role != "prisoner" or page in _OF_THE_PERSON)
