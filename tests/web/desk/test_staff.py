"""Posts and cases are given and ended where somebody answers for the prison."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.web.desk import cast
from throughcare.access.models import Account, CaseAssignment, Post
from throughcare.access.terms import Role
from throughcare.casework.people.models import Person
from throughcare.kernel.models import Place

pytestmark = pytest.mark.django_db
NOTHING = "There is nothing here. Check the number, or ask the records office."


@pytest.fixture
def director() -> Account:
    return cast.account("director", Role.PRISON_DIRECTOR)


@pytest.fixture
def amel() -> Account:
    return cast.account("amel")


def _typed(**other: str) -> dict[str, str]:
    return {"role": "chaplain", "establishment": "north", "begins": "", "ends": "", **other}


def _when(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")


def test_a_director_appoints_from_now_on_at_the_own_prison(
    director: Account, amel: Account
) -> None:
    assert cast.browser(director).post(f"/staff/{amel.pk}", _typed()).status_code == 302
    post = Post.objects.get(account=amel)
    assert (post.role, post.establishment, post.ends) == ("chaplain", "north", None)
    assert post.begins <= cast.now()
    _, text = cast.page(director, "/staff")
    assert "<bdi>amel</bdi></a></th><td>chaplain</td>" in text


@pytest.mark.parametrize("place", ["south", "service"])
def test_a_director_appoints_nowhere_else(director: Account, amel: Account, place: str) -> None:
    answer = cast.browser(director).post(f"/staff/{amel.pk}", _typed(establishment=place))
    assert answer.status_code == 403
    assert not Post.objects.filter(account=amel).exists()


def test_a_director_gives_no_post_to_the_own_account(director: Account) -> None:
    assert cast.browser(director).post(f"/staff/{director.pk}", _typed()).status_code == 403
    assert Post.objects.filter(account=director).count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"role": ""}, "This field is required."),
        ({"role": "king"}, "Select a valid choice."),
        ({"establishment": ""}, "This field is required."),
        ({"establishment": "x" * 1_000_000}, "at most 250 characters"),
        ({"begins": "yesterday"}, "Enter a valid date/time."),
        ({"begins": "0001-01-01T00:00"}, "This day is too far away."),
        ({"ends": "9999-12-31T23:59"}, "This day is too far away."),
        ({"begins": "2020-01-01T00:00"}, "cannot begin in the past"),
        ({"ends": "2020-01-01T00:00"}, "the end is not after the beginning"),
    ],
)
def test_what_cannot_be_given_is_refused_and_stays_in_the_form(
    director: Account, amel: Account, wrong: dict[str, str], said: str
) -> None:
    status, text = cast.seen(cast.browser(director).post(f"/staff/{amel.pk}", _typed(**wrong)))
    assert status == 422
    assert said in text
    assert all(value in text for value in wrong.values())
    assert not Post.objects.filter(account=amel).exists()


def test_a_post_that_is_held_already_is_refused_with_what_to_do(
    director: Account, amel: Account
) -> None:
    cast.post(amel, Role.CHAPLAIN)
    status, text = cast.seen(cast.browser(director).post(f"/staff/{amel.pk}", _typed()))
    assert status == 422 and "let the new one begin where the present one ends" in text


def test_a_post_is_ended_now_and_opens_nothing_from_then_on(
    director: Account, amel: Account
) -> None:
    post = cast.post(amel, Role.SECURITY_OFFICER)
    file = cast.file()
    assert cast.page(amel, f"/people/{file.id}/readers")[0] == 200
    way = f"/staff/{amel.pk}/posts/{post.pk}/end"
    assert cast.page(director, way)[0] == 200
    assert cast.browser(director).post(way, {"ends": "", "why": "moved"}).status_code == 302
    assert cast.page(amel, f"/people/{file.id}/readers")[0] != 200


def test_a_post_may_end_later_and_needs_a_reason(director: Account, amel: Account) -> None:
    post = cast.post(amel, Role.CHAPLAIN)
    way, later = f"/staff/{amel.pk}/posts/{post.pk}/end", cast.now() + timedelta(days=3)
    assert cast.browser(director).post(way, {"ends": _when(later), "why": " "}).status_code == 422
    assert (
        cast.browser(director).post(way, {"ends": _when(later), "why": "leave"}).status_code == 302
    )
    post.refresh_from_db()
    assert post.ends == later.replace(second=0, microsecond=0)


def test_the_staff_of_another_prison_is_not_there(director: Account) -> None:
    far = cast.account("far", Role.CHAPLAIN, at="south")
    post = Post.objects.get(account=far)
    for way in (f"/staff/{far.pk}", f"/staff/{far.pk}/posts/{post.pk}/end", "/staff/999999"):
        status, text = cast.page(director, way)
        assert status == 404 and NOTHING in text
    assert "far" not in cast.page(director, "/staff")[1]


def test_for_whoever_appoints_nobody_there_is_nothing_here(director: Account) -> None:
    officer = cast.account("officer", Role.SECURITY_OFFICER)
    assert cast.page(director, "/staff")[0] == 200
    for way in ("/staff", f"/staff/{officer.pk}"):
        status, text = cast.page(officer, way)
        assert status == 404 and NOTHING in text


def test_a_director_whose_post_has_ended_finds_nothing_here_any_more() -> None:
    once = cast.account("once", Role.CHAPLAIN)
    post = cast.post(once, Role.PRISON_DIRECTOR)
    assert cast.page(once, "/staff")[0] == 200
    post.ends = cast.now()
    post.save()
    assert cast.page(once, "/staff")[0] == 404


def _case(of: Account, role: str = "chaplain", **other: str) -> dict[str, str]:
    return {"who": f"{role}:{of.pk}", "begins": "", "ends": "", "why": "he asked", **other}


def test_a_case_is_given_to_a_chaplain_of_the_place_and_opens_the_file(director: Account) -> None:
    file, chaplain = cast.file("Aigerim"), cast.account("amel", Role.CHAPLAIN)
    way = f"/people/{file.id}/cases"
    assert cast.page(chaplain, f"/kin?person={file.id}")[1].count("Aigerim") == 0
    assert f'value="chaplain:{chaplain.pk}">amel (chaplain)' in cast.page(director, way)[1]
    assert cast.browser(director).post(way, _case(chaplain)).status_code == 302
    assert "Aigerim" in cast.page(chaplain, f"/kin?person={file.id}")[1]
    row = CaseAssignment.objects.get()
    end = f"{way}/{row.pk}/end"
    assert end in cast.page(director, way)[1]
    assert cast.page(director, end)[0] == 200
    assert cast.browser(director).post(end, {"ends": "", "why": "released"}).status_code == 302
    assert cast.page(chaplain, f"/kin?person={file.id}")[1].count("Aigerim") == 0


@pytest.mark.parametrize(
    "wrong",
    [{"who": ""}, {"who": "chaplain:999"}, {"who": "x" * 1_000_000}, {"why": " "}, {"begins": "x"}],
)
def test_a_case_that_cannot_be_given_is_refused(director: Account, wrong: dict[str, str]) -> None:
    file, chaplain = cast.file("Aigerim"), cast.account("amel", Role.CHAPLAIN)
    answer = cast.browser(director).post(f"/people/{file.id}/cases", _case(chaplain, **wrong))
    assert answer.status_code == 422
    assert not CaseAssignment.objects.exists()


def test_a_chaplain_of_another_prison_is_not_offered(director: Account) -> None:
    file, far = cast.file("Aigerim"), cast.account("far", Role.CHAPLAIN, at="south")
    answer = cast.browser(director).post(f"/people/{file.id}/cases", _case(far))
    assert answer.status_code == 422
    assert "far" not in cast.page(director, f"/people/{file.id}/cases")[1]


def test_cases_of_a_person_elsewhere_are_not_there(director: Account) -> None:
    far: Person = cast.file("Bolat", at="south")
    status, text = cast.page(director, f"/people/{far.id}/cases")
    assert status == 404 and NOTHING in text
    officer = cast.account("officer", Role.SECURITY_OFFICER)
    assert cast.page(officer, f"/people/{cast.file().id}/cases")[0] == 404


def test_times_are_typed_and_shown_by_the_clock_of_the_prison(
    director: Account, amel: Account
) -> None:
    Place.objects.create(
        path="north", code="north", name={"en": "North"}, kind="establishment",
        time_zone="Asia/Almaty", used_from=cast.now() - cast.DAY,
    )  # fmt: skip
    begins = (cast.now() + timedelta(days=3)).replace(hour=20, minute=0, second=0, microsecond=0)
    there = begins.astimezone(ZoneInfo("Asia/Almaty"))
    answer = cast.browser(director).post(f"/staff/{amel.pk}", _typed(begins=_when(there)))
    assert answer.status_code == 302
    assert Post.objects.get(account=amel).begins == begins
