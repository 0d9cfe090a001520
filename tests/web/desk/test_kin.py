"""A relative is declared without learning anything, and the file is closed from then on."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.desk import cast
from throughcare.access.models import Account, Kinship
from throughcare.access.terms import Role
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Account:
    return cast.account("officer", Role.SECURITY_OFFICER)


def _numbered(name: str, number: str, at: str = "north") -> Person:
    file = cast.file(name, at=at)
    cast.state(file, Kind.IDENTIFIER, {"system": "prison", "number": number})
    return file


def _declare(of: Account, **typed: str) -> tuple[int, str, str]:
    client: Client = cast.browser(of)
    answer = client.post("/kin", typed)
    way = answer.headers.get("Location", "")
    return answer.status_code, way, cast.seen(client.get(way))[1] if way else cast.seen(answer)[1]


def test_by_name_and_number_the_file_is_closed_to_the_declarant(officer: Account) -> None:
    file = _numbered("Aigerim", "A-17")
    assert cast.page(officer, f"/people/{file.id}/readers")[0] == 200
    assert _declare(officer, name="Aigerim", number="a 17")[:2] == (302, "/kin?done=1")
    status, text = cast.page(officer, f"/people/{file.id}/readers")
    assert status == 403 and "You declared this person as a relative." in text


def test_the_answer_is_the_same_whether_or_not_there_is_such_a_file(officer: Account) -> None:
    _numbered("Aigerim", "A-17", at="south")
    hidden = _declare(officer, name="Aigerim", number="A-17")
    absent = _declare(officer, name="Nobody", number="A-99")
    assert hidden[:2] == absent[:2] == (302, "/kin?done=1")
    assert _without_tokens(hidden[2]) == _without_tokens(absent[2])
    assert not Kinship.objects.exists()


def _without_tokens(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)


@pytest.mark.parametrize(
    "typed", [{"name": "Bolat", "number": "A-17"}, {"name": "Aigerim", "number": "A-18"}]
)
def test_a_name_and_a_number_that_do_not_belong_together_close_nothing(
    officer: Account, typed: dict[str, str]
) -> None:
    _numbered("Aigerim", "A-17")
    _numbered("Bolat", "A-18")
    assert _declare(officer, **typed)[:2] == (302, "/kin?done=1")
    assert not Kinship.objects.exists()


def test_a_chaplain_declares_from_the_short_form_of_a_case() -> None:
    chaplain, file = cast.account("chaplain", Role.CHAPLAIN), cast.file("Aigerim")
    cast.case(chaplain, Role.CHAPLAIN, file.id)
    assert "Aigerim" in cast.page(chaplain, f"/kin?person={file.id}")[1]
    assert _declare(chaplain, person=str(file.id))[:2] == (302, "/kin?done=1")
    assert Kinship.objects.get().person == file.id


def test_a_file_out_of_reach_is_not_declared_by_its_id(officer: Account) -> None:
    far = cast.file("Bolat", at="south")
    assert "Bolat" not in cast.page(officer, f"/kin?person={far.id}")[1]
    assert _declare(officer, person=str(far.id))[:2] == (302, "/kin?done=1")
    assert not Kinship.objects.exists()


def test_without_a_post_the_answer_is_the_same_too() -> None:
    nobody = cast.account("nobody")
    assert _declare(nobody, name="Aigerim", number="A-17")[:2] == (302, "/kin?done=1")


def test_a_second_declaration_changes_nothing_and_says_nothing_else(officer: Account) -> None:
    _numbered("Aigerim", "A-17")
    first = _declare(officer, name="Aigerim", number="A-17")
    second = _declare(officer, name="Aigerim", number="A-17")
    assert _without_tokens(first[2]) == _without_tokens(second[2])
    assert Kinship.objects.count() == 1
    assert Entry.objects.filter(event="access.kin_declared").count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "This field is required."),
        ({"number": ""}, "This field is required."),
        ({"name": "x" * 1_000_000}, "at most 200 characters"),
        ({"number": "1\0"}, "Null characters are not allowed."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    officer: Account, wrong: dict[str, str], said: str
) -> None:
    typed = {"name": "Aigerim", "number": "A-17", **wrong}
    status, _, text = _declare(officer, **typed)
    assert status == 422 and said in text
    assert all(value in text for value in typed.values() if "\0" not in value)


@pytest.mark.parametrize("person", ["", "x", "1" * 1_000_000, "\0"])
def test_an_id_that_is_none_does_no_harm(officer: Account, person: str) -> None:
    assert cast.browser(officer).get("/kin", {"person": person[:2000]}).status_code == 200
    assert _declare(officer, person=person)[0] == 422


@pytest.mark.parametrize("text", ["⁦turned", "%", "_", "<b>", "'", "\\", "٠١", "🦊"])
def test_odd_signs_are_searched_for_and_no_error(officer: Account, text: str) -> None:
    assert _declare(officer, name=text, number=text)[:2] == (302, "/kin?done=1")
