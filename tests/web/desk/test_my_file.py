"""A prisoner reads the own file and nobody else's, and sees what is withheld as withheld."""

from __future__ import annotations

import pytest

from tests.web.desk import cast
from throughcare.access.models import Account
from throughcare.access.terms import Level, Role
from throughcare.casework.people import actions
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import AlertCode, NoteKind, Person
from throughcare.web.desk.my_file import openness

pytestmark = pytest.mark.django_db
NOTHING = "There is nothing here. Check the number, or ask the records office."


@pytest.fixture
def file() -> Person:
    made = cast.file("Aigerim", "Sadykova")
    cast.contact(made)
    return made


@pytest.fixture
def aigerim(file: Person) -> Account:
    return cast.account("aigerim", Role.PRISONER, person=file.id)


def test_a_prisoner_reads_all_that_is_written_of_identity_and_contacts(
    file: Person, aigerim: Account
) -> None:
    clerk, at = cast.viewer(cast.clerk()), cast.now() - cast.MINUTE
    for kind, value in (
        (Kind.BIRTH_DATE, {"date": "1990-03"}),
        (Kind.SEX, {"sex": "female"}),
        (Kind.LANGUAGE, {"code": "kk", "reads": True}),
        (Kind.IDENTIFIER, {"system": "prison", "number": "A-17"}),
    ):
        cast.state(file, kind, value)
    actions.add_note(
        by=clerk, at=at, person_id=file.id, kind=NoteKind.AGREEMENT, text="A call on Sunday.",
        happened_at=at,
    )  # fmt: skip
    actions.raise_alert(
        by=clerk, at=at, person_id=file.id, code=AlertCode.FIRST_NIGHT, why="seen",
        expires_at=at + cast.DAY,
    )  # fmt: skip
    status, text = cast.page(aigerim, "/my-file")
    assert status == 200
    for said in ("Sadykova", "March 1990", "female", "reads", "A-17", "Saule"):
        assert said in text
    assert "A call on Sunday." in text
    assert "first nights in custody" in text


def test_what_is_withheld_is_shown_as_withheld(aigerim: Account) -> None:
    _, text = cast.page(aigerim, "/my-file")
    assert "Psychology: the rest is withheld; shown to you are: shared formulation" in text
    assert "Security intelligence: the rest is withheld" in text
    assert "Health: open to you" in text


def test_a_part_that_the_matrix_closes_to_the_prisoner_is_called_withheld() -> None:
    assert openness(Level.NONE) == "withheld"
    assert openness(Level.READ) == openness(Level.WRITE) == "open to you"


def test_a_prisoner_reads_who_opened_the_own_file_and_no_inspector(
    file: Person, aigerim: Account
) -> None:
    for role in (Role.SECURITY_OFFICER, Role.NPM_INSPECTOR):
        assert cast.page(cast.account(role, role), f"/people/{file.id}/readers")[0] == 200
    _, text = cast.page(aigerim, "/my-file")
    assert "<td>security officer</td>" in text
    assert "<td>inspector" not in text


def test_a_prisoner_opens_no_other_file(file: Person, aigerim: Account) -> None:
    other = cast.file("Bolat")
    assert cast.page(aigerim, f"/people/{file.id}/readers")[0] == 200
    status, text = cast.page(aigerim, f"/people/{other.id}/readers")
    assert status == 404 and NOTHING in text


def test_whoever_is_not_in_custody_has_no_file_here(file: Person) -> None:
    officer = cast.account("officer", Role.SECURITY_OFFICER)
    status, text = cast.page(officer, "/my-file")
    assert status == 404 and NOTHING in text
    once = cast.account("once", Role.SECURITY_OFFICER, person=file.id)
    assert cast.page(once, "/my-file")[0] == 404
    released = cast.account("released", person=cast.file("Bolat").id)
    cast.post(released, Role.PRISONER, begins=-2 * cast.DAY, ends=-cast.MINUTE)
    assert cast.page(released, "/my-file")[0] == 404
