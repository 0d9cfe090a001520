"""A director writes down, boosts and withdraws on pages; staff find their own, others nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from tests.web.desk import cast
from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.kernel.models import Place
from throughcare.service.training import actions
from throughcare.service.training.courses import courses
from throughcare.service.training.models import Certificate
from throughcare.service.training.queries import State, certified
from throughcare.web.training.tools import tools
from throughcare.web.training.words import COURSES, STATES, course_words

pytestmark = pytest.mark.django_db
NOTHING = "There is nothing here. Check the number, or ask the records office."
DAY = timedelta(days=1)


@pytest.fixture
def director() -> Account:
    return cast.account("director", Role.PRISON_DIRECTOR)


@pytest.fixture
def amel() -> Account:
    return cast.account("amel", Role.PSYCHOLOGIST)


def today() -> date:
    return cast.now().date()


def typed(of: Account, **other: str) -> dict[str, str]:
    return {
        "who": str(of.pk), "course": "restraint", "passed_on": today().isoformat(),
        "issued_by": "School of the North", "valid_until": "", **other,
    }  # fmt: skip


def passed(by: Account, of: Account, **more: Any) -> Certificate:
    said: dict[str, Any] = {"topic": "restraint", "passed_on": today(), "issued_by": "School"}
    viewer = cast.viewer(by)
    return actions.record_certificate(by=viewer, at=cast.now(), account=of, **{**said, **more})


def test_a_director_writes_it_down_and_the_list_says_so(director: Account, amel: Account) -> None:
    answer = cast.browser(director).post("/training/new", typed(amel))
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/training?at=north&done=written",
    )
    status, text = cast.page(director, "/training?at=north&done=written")
    assert status == 200
    assert "The certificate is written down." in text
    assert "Force and instruments of restraint" in text and "<bdi>amel</bdi>" in text
    assert f"/training/{Certificate.objects.get().id}/booster" in text


def test_an_assessor_is_certified_for_a_tool_for_as_long_as_its_file_says(
    director: Account, amel: Account
) -> None:
    tool, days = next(iter(tools().items()))
    answer = cast.browser(director).post("/training/new", typed(amel, course=f"assessor:{tool}"))
    assert answer.status_code == 302
    found = certified(amel.pk, "assessor", tool, at=cast.now())
    assert found is not None and found.lapses_on == today() + days * DAY


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"who": ""}, "This field is required."),
        ({"who": "999999"}, "Select a valid choice."),
        ({"course": "assessor"}, "Select a valid choice."),
        ({"course": "assessor:sorcery"}, "Select a valid choice."),
        ({"passed_on": "yesterday"}, "Enter a valid date."),
        ({"passed_on": "2150-01-01"}, "this day has not come yet"),
        ({"issued_by": " "}, "This field is required."),
        ({"valid_until": "2000-01-01"}, "the end is not after the day it was passed"),
        ({"valid_until": "2150-01-01"}, "it would hold longer than the 365 days"),
    ],
)
def test_what_cannot_be_written_is_refused_in_the_form(
    director: Account, amel: Account, wrong: dict[str, str], said: str
) -> None:
    answer = cast.browser(director).post("/training/new", typed(amel, **wrong))
    status, text = cast.seen(answer)
    assert status == 422 and said in text
    assert not Certificate.objects.exists()


def test_a_booster_makes_it_hold_longer(director: Account, amel: Account) -> None:
    row = passed(director, amel, valid_until=today() + 30 * DAY)
    way = f"/training/{row.id}/booster"
    assert "<bdi>amel</bdi>" in cast.page(director, way)[1]
    given = {"passed_on": today().isoformat(), "issued_by": "School", "valid_until": ""}
    assert cast.browser(director).post(way, given).status_code == 302
    found = certified(amel.pk, "restraint", at=cast.now())
    assert found is not None and found.lapses_on == today() + 365 * DAY
    status, text = cast.seen(cast.browser(director).post(way, given))
    assert status == 422 and "this is written down already" in text


def test_what_is_withdrawn_stays_on_the_list_with_its_reason(
    director: Account, amel: Account
) -> None:
    row = passed(director, amel)
    way = f"/training/{row.id}/withdraw"
    assert cast.page(director, way)[0] == 200
    assert cast.browser(director).post(way, {"why": " "}).status_code == 422
    assert cast.browser(director).post(way, {"why": "a false paper"}).status_code == 302
    text = cast.page(director, "/training")[1]
    assert "withdrawn" in text and "<bdi>a false paper</bdi>" in text
    assert f"/training/{row.id}/" not in text
    assert cast.page(director, f"/training/{row.id}/booster")[0] == 404
    assert cast.browser(director).post(way, {"why": "again"}).status_code == 422


def test_a_booster_alone_is_withdrawn_too(director: Account, amel: Account) -> None:
    row = passed(director, amel, valid_until=today() + 30 * DAY)
    booster = actions.record_booster(
        by=cast.viewer(director), at=cast.now(), certificate_id=row.id, passed_on=today(),
        issued_by="School",
    )  # fmt: skip
    way = f"/training/{booster.id}/withdraw"
    assert way in cast.page(director, "/training")[1]
    assert "Withdraw the booster" in cast.page(director, way)[1]
    assert cast.browser(director).post(way, {"why": "not held"}).status_code == 302
    found = certified(amel.pk, "restraint", at=cast.now())
    assert found is not None and found.lapses_on == today() + 30 * DAY


def test_what_lapses_within_sixty_days_stands_on_top(director: Account, amel: Account) -> None:
    passed(director, amel, valid_until=today() + 61 * DAY)
    assert "Nothing lapses soon." in cast.page(director, "/training")[1]
    passed(director, amel, topic="weapons", valid_until=today() + 60 * DAY)
    text = cast.page(director, "/training")[1]
    assert "Nothing lapses soon." not in text and "lapses soon" in text


def test_staff_see_their_own_and_nobody_elses(director: Account, amel: Account) -> None:
    officer = cast.account("officer", Role.SECURITY_OFFICER)
    passed(director, amel)
    passed(director, officer, topic="weapons")
    status, text = cast.page(officer, "/training")
    assert status == 200
    assert "Weapons" in text and "Force and instruments" not in text
    assert "amel" not in text
    assert not [act for act in ("/training/new", "/booster", "/withdraw") if act in text]
    for way in (
        "/training/new",
        f"/training/{Certificate.objects.earliest('recorded_at').id}/booster",
    ):
        assert cast.page(officer, way)[0] == 404
    assert cast.page(officer, "/training?at=north")[0] == 404


def test_a_director_does_nothing_about_the_own(director: Account) -> None:
    deputy = cast.account("deputy", Role.PRISON_DIRECTOR)
    row = passed(deputy, director)
    text = cast.page(director, "/training")[1]
    assert "A colleague does this." in text and f"/training/{row.id}/" not in text
    assert f'value="{director.pk}"' not in cast.page(director, "/training/new")[1]
    answer = cast.browser(director).post(f"/training/{row.id}/withdraw", {"why": "mine"})
    assert answer.status_code == 403
    assert Certificate.objects.get().withdrawn_at is None


def test_another_prison_is_not_there_for_a_director(director: Account, amel: Account) -> None:
    far = cast.account("far director", Role.PRISON_DIRECTOR, at="south")
    row = passed(director, amel)
    for way in (
        "/training?at=north",
        f"/training/{row.id}/booster",
        f"/training/{row.id}/withdraw",
    ):
        status, text = cast.page(far, way)
        assert status == 404 and NOTHING in text
    assert "amel" not in cast.page(far, "/training")[1]
    answer = cast.browser(far).post("/training/new", typed(amel))
    assert answer.status_code == 422
    assert Certificate.objects.count() == 1


def test_an_inspector_chooses_among_all_prisons_and_writes_nothing(
    director: Account, amel: Account, settings: Any
) -> None:
    settings.SECOND_FACTOR_FOR = frozenset()
    for code in ("north", "south"):
        Place.objects.create(
            path=code, code=code, kind="establishment", time_zone="UTC",
            used_from=cast.now() - DAY, name={"en": f"Prison {code}"},
        )  # fmt: skip
    inspector = cast.account("inspector", Role.NPM_INSPECTOR, at="service")
    row = passed(director, amel)
    status, text = cast.page(inspector, "/training?at=north")
    assert status == 200 and "amel" in text and "Prison south" in text
    assert "/training/new" not in text and f"/training/{row.id}" not in text
    assert "amel" not in cast.page(inspector, "/training?at=south")[1]
    assert cast.page(inspector, "/training?at=nowhere")[0] == 404
    assert cast.page(inspector, "/training/new")[0] == 404


def test_every_course_and_state_has_words_in_every_language() -> None:
    assert set(COURSES) == set(courses()) and set(STATES) == set(State)
    assert {str(name) for name in COURSES.values()} == {one.title for one in courses().values()}
    assert course_words("a course of long ago") == "a course of long ago"
    with translation.override("kk"):
        assert str(COURSES["weapons"]) != "Weapons"
