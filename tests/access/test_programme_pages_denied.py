"""Whom the matrix gives nothing of programmes gets at their pages what no file gets.

Status and words are those for a number that nobody has. In the usual run each role asks a third of
the pages.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, reverse

from tests.access.custody_cast import Cast, cast_of, secrets
from tests.access.read_apart import ROLES, shown
from tests.access.turns import every_third, in_turn
from tests.api.made import now
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Account, Post
from throughcare.casework.programmes.models import Programme, Referral
from throughcare.web.programmes.urls import urlpatterns as pages

pytestmark = pytest.mark.django_db

WHY = "secret of the course"
CLERK = 8811
OF_A_PERSON = [page for page in pages if "person_id" in page.pattern.converters]
# Pages of a house are about nobody: who holds a post for programmes opens them.
OF_A_HOUSE = {
    "programme_catalogue", "programme_new", "programme_worker", "programme_waiting",
    "programme_conflicts", "programme_entries", "programme_group", "programme_register",
}  # fmt: skip


@pytest.fixture(params=every_third(1))
def cast(request: pytest.FixtureRequest, settings: Any) -> Cast:
    settings.SECOND_FACTOR_FOR = frozenset()
    found = cast_of(request.param)
    clerk = Account.objects.create(pk=CLERK, name="clerk")
    for house in ("north", "south"):
        Post.objects.create(
            account=clerk, role="case_manager", establishment=house, begins=now().replace(month=1)
        )
    see_all_rows("PRG", "SEN")
    courses = {house: _course(house) for house in ("north", "south")}
    for whom, person in found.people.items():
        _referred(person, courses["south" if whom == "away" else "north"])
    see_no_rows()
    return found


def _course(house: str) -> Programme:
    row = uuid4()
    return Programme.objects.create(
        id=row, first=row, place=house, recorded_at=now(), recorded_by=str(CLERK), kind="sport",
        name="Football", provider="Club", places=5, languages=[], for_sex="any", for_age="any",
        for_whom="All.",
    )  # fmt: skip


def _referred(person: UUID, course: Programme) -> None:
    at, row = now(), uuid4()
    Referral.objects.create(
        id=row, first=row, person_id=person, recorded_at=at, recorded_by=str(CLERK),
        state="referred", programme=course, asked_by="self", why=WHY, referred_at=at,
        referred_by=str(CLERK),
    )  # fmt: skip


def test_no_page_of_programmes_is_left_out_here() -> None:
    assert {page.name for page in pages} == OF_A_HOUSE | {page.name for page in OF_A_PERSON}


def way_to(page: URLPattern, person: UUID) -> str:
    asked = {key: uuid4() for key in page.pattern.converters}
    return reverse(str(page.name), kwargs={**asked, "person_id": person})


def test_every_page_about_a_person_says_what_it_says_of_nobody(cast: Cast) -> None:
    turn = sorted(ROLES).index(cast.role)
    for number, page in enumerate(in_turn(cast.role, OF_A_PERSON, share=3), start=turn):
        nobody = cast.client.get(way_to(page, cast.nobody))
        for whom in ("mine", ("other", "away")[number % 2]):
            person, told = cast.people[whom], (cast.role, page.name, whom)
            if "r" in cast.lets("PRG", whom):
                continue
            answer = cast.client.get(way_to(page, person))
            words = shown(answer)
            assert answer.status_code in {403, 404}, told
            assert not any(one in words for one in (WHY, *secrets(whom))), told
            if not any(cast.lets(code, whom) for code in ("ID", "PRG")):
                assert answer.status_code == nobody.status_code, told
                assert words.replace(str(person), str(cast.nobody)) == shown(nobody), told


def test_the_section_opens_for_whoever_reads_programmes_in_full_and_for_nobody_else(
    cast: Cast,
) -> None:
    for whom, person in cast.people.items():
        answer = cast.client.get(f"/people/{person}/custody/programmes")
        reads = "r" in cast.lets("PRG", whom) and bool(cast.lets("ID", whom))
        assert (answer.status_code == 200) == reads, (cast.role, whom)
        assert (WHY in shown(answer)) == reads, (cast.role, whom)


def test_the_lists_of_a_house_name_nobody_whose_file_is_closed(cast: Cast) -> None:
    for way in ("/programmes", "/programmes/waiting", "/programmes/conflicts"):
        words = shown(cast.client.get(way))
        for whom, person in cast.people.items():
            if "r" not in cast.lets("PRG", whom):
                assert str(person) not in words and WHY not in words, (cast.role, way, whom)


def test_the_catalogue_is_not_there_for_who_has_nothing_to_do_with_programmes(cast: Cast) -> None:
    opens = ROLES[cast.role]["PRG"][0] != "-"
    assert (cast.client.get("/programmes").status_code == 200) == opens, cast.role
    writes = ROLES[cast.role]["PRG"][0] == "w"
    for way in ("/programmes/new", "/programmes/worker"):
        assert (cast.client.get(way).status_code == 200) == writes, (cast.role, way)
