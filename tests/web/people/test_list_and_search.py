"""The list and the search: who stands there, what was found, and what nobody learns."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.web.people.made import HOUR, Somebody, place
from throughcare.access.models import Post
from throughcare.access.terms import Role
from throughcare.casework.people import actions
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import AlertCode
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db


def test_the_list_shows_name_number_sex_birth_place_and_alert_of_files_within_reach() -> None:
    place()
    officer, elsewhere = Somebody(), Somebody(at="south", name="else")
    file = officer.open("Нұрлан", latin="Nurlan")
    elsewhere.open("Elsewhere")
    officer.state(file, Kind.IDENTIFIER, {"system": "prison", "number": "N-12"})
    officer.state(file, Kind.SEX, {"sex": "male"})
    officer.state(file, Kind.BIRTH_DATE, {"date": "1990-05"})
    now = timezone.now()
    actions.raise_alert(
        by=officer.viewer, at=now, person_id=file.id, code=AlertCode.NEEDS_INTERPRETER,
        expires_at=now + HOUR, why="w",
    )  # fmt: skip
    page = officer.page("/people")
    for told in ("Нұрлан", "Nurlan", "N-12", "male", "May 1990", "North Prison", "interpreter"):
        assert told in page, told
    assert "Elsewhere" not in page and "<strong>1</strong>" in page
    assert "Elsewhere" in elsewhere.page("/people")


def test_a_teacher_s_line_tells_the_preferred_name_and_no_birth_no_place_no_number() -> None:
    place()
    officer = Somebody()
    file = officer.open("Samir")
    officer.state(file, Kind.BIRTH_DATE, {"date": "1990"})
    officer.state(file, Kind.IDENTIFIER, {"system": "prison", "number": "N-12"})
    teacher = Somebody(Role.TEACHER_INSTRUCTOR, name="teacher", case=file.id)
    page = teacher.page("/people")
    assert "Samir" in page and "short form" in page
    for hidden in ("1990", "N-12", "North Prison"):
        assert hidden not in page and hidden in officer.page("/people")


def test_the_filter_keeps_only_files_with_an_active_alert() -> None:
    officer = Somebody()
    warned, calm = officer.open("Warned"), officer.open("Calm")
    now = timezone.now()
    for file, ends in ((warned, now + HOUR), (calm, now - HOUR)):
        actions.raise_alert(
            by=officer.viewer, at=now - 2 * HOUR, person_id=file.id, code=AlertCode.FIRST_NIGHT,
            expires_at=ends, why="w",
        )  # fmt: skip
    page = officer.page("/people?only=alerts")
    assert "Warned" in page and "Calm" not in page and "Calm" in officer.page("/people")


def test_the_filter_finds_the_whole_file_of_a_warned_one_that_was_joined_twice() -> None:
    officer = Somebody()
    first, second, third = (officer.open(name) for name in ("First", "Second", "Third"))
    now = timezone.now()
    actions.raise_alert(
        by=officer.viewer, at=now, person_id=first.id, code=AlertCode.MAY_HARM_SELF,
        expires_at=now + HOUR, why="w",
    )  # fmt: skip
    for kept, merged in ((second, first), (third, second)):
        actions.merge(by=officer.viewer, at=now, kept=kept.id, merged=merged.id, why="w")
    assert f"/people/{third.id}" in officer.page("/people?only=alerts")


def test_a_list_of_more_than_a_page_goes_on_after_the_last_and_repeats_nobody() -> None:
    officer = Somebody()
    names = [f"Person{number:02}" for number in range(52)]
    for name in names:
        officer.open(name)
    page = officer.page("/people")
    way = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    rest = officer.page(way)
    assert all((name in page) != (name in rest) for name in names)
    assert 'rel="next"' not in rest


def test_a_search_says_what_was_found_and_in_which_spelling() -> None:
    officer = Somebody()
    file = officer.open("Нұрлан", latin="Nurlan")
    officer.state(file, Kind.IDENTIFIER, {"system": "prison", "number": "١٢-٣٤"})
    assert "Нұрлан" in officer.page("/people?q=Nurlan")
    assert "the number" in officer.page("/people?q=1234")


def test_what_is_not_found_is_answered_alike_whether_or_not_it_exists_elsewhere() -> None:
    officer, elsewhere = Somebody(), Somebody(at="south", name="else")
    elsewhere.open("Grace Nakato")
    known, unknown = officer.page("/people?q=Grace+Nakato"), officer.page("/people?q=Zeno+Quist")
    assert "records office" in known
    assert known.replace("Grace Nakato", "").count("\n") == unknown.count("\n")
    assert "Nobody was found" in unknown and "Grace Nakato" in elsewhere.page("/people?q=Grace")


@pytest.mark.parametrize(
    "typed", ["a\0b", "x" * 1_000_000, "<script>alert(1)</script>", "\u202egnp"]
)
def test_a_hostile_search_is_answered_in_words_and_shown_as_text(typed: str) -> None:
    officer = Somebody()
    answer = officer.client.get("/people", {"q": typed})
    page = answer.content.decode()
    assert answer.status_code in (200, 422) and "<script>alert" not in page
    assert (answer.status_code == 422) == ("\0" in typed or len(typed) > 200)


@pytest.mark.parametrize("asked", ["after=x", "after=%00", "place=%00", "only=%00", "place=south"])
def test_a_broken_address_of_the_list_shows_the_list(asked: str) -> None:
    officer = Somebody()
    officer.open("Aigerim")
    assert "Aigerim" in officer.page(f"/people?{asked}")


def test_whoever_holds_no_post_is_told_so() -> None:
    officer = Somebody()
    assert officer.status("/people") == 200
    Post.objects.filter(account=officer.account).update(ends=timezone.now() - HOUR)
    answer = officer.client.get("/people")
    assert answer.status_code == 403 and "Your post has ended" in answer.content.decode()


def test_each_look_at_the_list_leaves_one_entry() -> None:
    officer = Somebody()
    officer.page("/people")
    assert Entry.objects.filter(event="read.list", by=str(officer.account.pk)).count() == 1


def test_the_list_asks_as_many_questions_for_many_files_as_for_one(
    django_assert_max_num_queries,
) -> None:
    officer = Somebody()
    for number in range(12):
        officer.open(f"Person{number}")
    with django_assert_max_num_queries(30):
        officer.page("/people")


def test_the_search_asks_a_bounded_number_of_questions(django_assert_max_num_queries) -> None:
    officer = Somebody()
    for number in range(12):
        officer.open("Aigerim", f"Part{number}")
    with django_assert_max_num_queries(90):
        assert "Part11" in officer.page("/people?q=Aigerim")
