"""To register a person: a name is enough, likely persons are shown first, nothing typed is lost."""

from __future__ import annotations

import html
import re

import pytest
from django.http import HttpResponse

from tests.web.people.made import Somebody, place, shown
from throughcare.access.terms import Role
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, Person

pytestmark = pytest.mark.django_db
WAY = "/people/new"
NAME = {"name-use": "recorded", "name-part0_text": "Aigerim", "place-establishment": "north"}


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def value_of(page: str, name: str) -> str:
    """What stands in a field."""
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
    assert found, name
    value = re.search(r'value="([^"]*)"', found[0])
    return html.unescape(value[1]) if value else ""


def led_to(answer: HttpResponse) -> str:
    assert answer.status_code == 302, re.sub(r"\s+", " ", shown(answer))
    return str(answer.headers["Location"])


def test_a_name_alone_opens_a_file(officer: Somebody) -> None:
    way = led_to(officer.send(WAY, **NAME))
    person = Person.objects.get()
    assert way == f"/people/{person.id}?done=opened" and "Aigerim" in officer.page(way)
    assert [fact.kind for fact in Fact.objects.all()] == ["name"]


def test_without_a_name_nothing_is_opened_and_the_rest_stays_typed(officer: Somebody) -> None:
    typed = {**NAME, "name-part0_text": "", "born-born_year": "1990", "number-system": "court"}
    answer = officer.send(WAY, **typed)
    assert answer.status_code == 422 and not Person.objects.exists()
    page = shown(answer)
    assert "Type the name that the person gives" in page and 'href="#id_name-part0_text"' in page
    assert value_of(page, "born-born_year") == "1990"
    assert value_of(page, "number-system") == "court"


def test_all_that_is_typed_becomes_stated_facts(officer: Somebody) -> None:
    led_to(
        officer.send(
            WAY, **NAME,
            **{
                "name-part0_spelling": "Айгерім", "name-part1_text": "Сейітқызы",
                "name-part1_kind": "patronymic", "born-born_year": "1990",
                "born-born_month": "5", "sex-sex": "female", "gender-words": "a woman",
                "language-code": "kk", "language-speaks": "yes", "language2-code": "ru",
                "language2-reads": "no", "nationality-country": "kz", "number-system": "prison",
                "number-number": "١٢", "number2-system": "court", "number2-number": "A 7",
            },
        )
    )  # fmt: skip
    said = {(fact.kind, fact.standing) for fact in Fact.objects.all()}
    assert {standing for _, standing in said} == {"stated"} and Fact.objects.count() == 9
    value = {fact.kind: fact.value for fact in Fact.objects.order_by("id")}
    assert value[Kind.BIRTH_DATE] == {"date": "1990-05"}
    assert value[Kind.NATIONALITY] == {"country": "KZ"}
    assert value[Kind.NAME]["parts"][0]["spellings"] == ["Айгерім"]
    languages = Fact.objects.filter(kind=Kind.LANGUAGE).order_by("value__code")
    assert [one.value["speaks"] for one in languages] == [True, None]
    assert [one.value["reads"] for one in languages] == [None, False]


def test_a_likely_person_is_shown_before_a_second_file_is_opened(officer: Somebody) -> None:
    there = officer.open("Айгерім")
    answer = officer.send(WAY, **NAME)
    page = shown(answer)
    assert answer.status_code == 422 and Person.objects.count() == 1
    assert "Is it one of these?" in page and str(there.id) in page
    assert value_of(page, "name-part0_text") == "Aigerim"
    led_to(officer.send(WAY, **NAME, seen=str(there.id)))
    assert Person.objects.count() == 2


def test_another_likely_person_who_came_meanwhile_is_shown_too(officer: Somebody) -> None:
    first = officer.open("Aigerim")
    officer.open("Aigerim")
    answer = officer.send(WAY, **NAME, seen=str(first.id))
    assert answer.status_code == 422 and Person.objects.count() == 2


def test_nobody_likely_is_shown_from_beyond_the_viewer_s_reach(officer: Somebody) -> None:
    elsewhere = Somebody(at="south", name="else")
    elsewhere.open("Aigerim")
    led_to(officer.send(WAY, **NAME))


def test_the_same_number_is_likely_whatever_the_name(officer: Somebody) -> None:
    there = officer.open("Someone Else")
    officer.state(there, Kind.IDENTIFIER, {"system": "prison", "number": "12-34"})
    answer = officer.send(WAY, **NAME, **{"number-system": "court", "number-number": "١٢٣٤"})
    assert answer.status_code == 422 and str(there.id) in shown(answer)


def test_a_double_click_opens_one_file_and_leads_to_it_twice(officer: Somebody) -> None:
    typed = officer.fill(WAY, **NAME)
    ways = {led_to(officer.client.post(WAY, typed)) for _ in range(2)}
    assert len(ways) == 1 and Person.objects.count() == 1


def test_an_old_page_sent_again_with_other_words_is_not_swallowed(officer: Somebody) -> None:
    typed = officer.fill(WAY, **NAME)
    led_to(officer.client.post(WAY, typed))
    answer = officer.client.post(WAY, {**typed, "name-part0_text": "Grace Nakato"})
    page = shown(answer)
    assert answer.status_code == 422 and "was sent before" in page
    assert value_of(page, "name-part0_text") == "Grace Nakato"
    assert value_of(page, "once") != typed["once"]


def test_more_parts_can_be_asked_for_and_nothing_is_judged_yet(officer: Somebody) -> None:
    answer = officer.send(WAY, **NAME, more="1")
    page = shown(answer)
    assert answer.status_code == 200 and "name-part4_text" in page and "not saved" not in page
    assert value_of(page, "name-part0_text") == "Aigerim"


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("name-part0_text", "a\0b", "Null characters"),
        ("name-part0_text", "a\u202eb", "cannot be seen"),
        ("name-part0_text", "x" * 500, "at most 200"),
        ("name-part0_text", "\u200b", "is empty"),
        ("name-part0_text", "x" * 1_000_000, "at most 200"),
        ("name-part0_kind", "emperor", "valid choice"),
        ("name-use", "", "required"),
        ("born-born_year", "MCM", "whole number"),
        ("born-born_year", "9" * 5000, "whole number"),
        ("born-born_year", "9998", "not come yet"),
        ("sex-sex", "yes", "valid choice"),
        ("language-speaks", "perhaps", "valid choice"),
        ("nationality-country", "Kazakhstan", "two letters"),
        ("number-number", "no digits", "no number"),
        ("place-establishment", "south", "valid choice"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_at_its_field_and_stays_typed(
    officer: Somebody, field: str, typed: str, says: str
) -> None:
    others = {"number-system": "court"} if field.startswith("number") else {}
    answer = officer.send(WAY, **{**NAME, **others, field: typed})
    page = shown(answer)
    assert answer.status_code == 422 and not Person.objects.exists()
    assert says in html.unescape(page), re.sub(r"<[^>]+>", "", page.split("<main")[1])[:1500]
    assert f'id="id_{field}_error"' in page and f'href="#id_{field}"' in page
    if len(typed) < 1000 and "<input" in page and "\0" not in typed and field.count("text"):
        assert value_of(page, field) == typed


@pytest.mark.parametrize(
    ("field", "typed", "missing", "says"),
    [
        ("name-part1_spelling", "alone", "name-part1_text", "as the person writes it"),
        ("born-born_day", "3", "born-born_month", "without its month"),
        ("born-born_month", "3", "born-born_year", "without its year"),
        ("number-number", "7", "number-system", "required"),
        ("language-speaks", "yes", "language-code", "required"),
    ],
)
def test_half_of_a_thing_is_refused_where_the_other_half_is_missing(
    officer: Somebody, field: str, typed: str, missing: str, says: str
) -> None:
    answer = officer.send(WAY, **{**NAME, field: typed})
    page = shown(answer)
    assert answer.status_code == 422 and says in page and f'id="id_{missing}_error"' in page


@pytest.mark.parametrize("rows", ["many", "-1", "9" * 99, "", "99"])
def test_a_broken_number_of_rows_is_read_as_a_possible_one(officer: Somebody, rows: str) -> None:
    led_to(officer.send(WAY, **NAME, **{"name-rows": rows}))


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "12345", "محمد", "Нұрлан", "张伟", "O'Brien-Łęcki 👩"]
)
def test_any_name_that_can_be_kept_is_shown_as_it_was_typed(officer: Somebody, name: str) -> None:
    page = officer.page(led_to(officer.send(WAY, **{**NAME, "name-part0_text": name})))
    assert html.escape(name) in page and "<script>alert" not in page


def test_twelve_long_parts_are_too_long_together(officer: Somebody) -> None:
    parts = {f"name-part{row}_text": "ш" * 200 for row in range(4)}
    answer = officer.send(WAY, **{**NAME, **parts, "name-rows": "4"})
    assert answer.status_code == 422 and "too long" in shown(answer)
    led_to(officer.send(WAY, **{**NAME, **parts, "name-rows": "3"}))


def test_whoever_opens_no_files_is_told_who_does(officer: Somebody) -> None:
    guard = Somebody(Role.SECURITY_OFFICER, name="guard")
    assert "admissions officer" in guard.page(WAY)
    answer = guard.client.post(WAY, NAME)
    assert answer.status_code == 422 and not Person.objects.exists()
    assert "/people/new" not in guard.page("/people")
