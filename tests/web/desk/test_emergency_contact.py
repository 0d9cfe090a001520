"""Whom to reach: shown to a post that reads contacts, or in an emergency, and to nobody else."""

from __future__ import annotations

import pytest

from tests.web.desk import cast
from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Account
from throughcare.access.terms import Role
from throughcare.casework.people.models import Person
from throughcare.casework.people.queries import emergency_contact
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def file() -> Person:
    made = cast.file("Aigerim")
    cast.contact(made, "Saule")
    return made


@pytest.fixture
def officer() -> Account:
    return cast.account("officer", Role.SECURITY_OFFICER)


def _names(of: Account, file: Person) -> list[object]:
    found = emergency_contact(cast.viewer(of), file.id, at=cast.now())
    return [fact.value["name"] for fact in found]


def test_in_an_emergency_the_officer_sees_whom_to_reach_and_without_one_not(
    file: Person, officer: Account
) -> None:
    with pytest.raises(Refused, match="You see a short form here"):
        _names(officer, file)
    cast.emergency(officer, file.id)
    assert _names(officer, file) == ["Saule"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends": -cast.MINUTE},
        {"begins": cast.MINUTE},
        {"confirm_by": -cast.MINUTE},
        {"compartment": "HLT"},
        {"role": Role.PRISON_DIRECTOR},
    ],
    ids=["ended", "not begun", "nobody confirmed in time", "another part", "a post not held"],
)
def test_an_emergency_that_is_not_in_force_here_opens_nothing(
    file: Person, officer: Account, wrong: dict[str, object]
) -> None:
    cast.emergency(officer, file.id, **wrong)  # type: ignore[arg-type]
    with pytest.raises(Refused):
        _names(officer, file)


def test_an_emergency_about_one_prisoner_opens_nothing_of_another(
    file: Person, officer: Account
) -> None:
    other = cast.file("Bolat")
    cast.contact(other, "Timur")
    cast.emergency(officer, other.id)
    assert _names(officer, other) == ["Timur"]
    with pytest.raises(Refused):
        _names(officer, file)


def test_a_declared_relative_stays_closed_in_an_emergency(file: Person, officer: Account) -> None:
    cast.emergency(officer, file.id)
    cast.relative(officer, file.id)
    with pytest.raises(Refused, match="declared this person as a relative"):
        _names(officer, file)


def test_a_post_that_reads_contacts_needs_no_emergency(file: Person) -> None:
    assert _names(cast.account("director", Role.PRISON_DIRECTOR), file) == ["Saule"]
    elsewhere = cast.account("elsewhere", Role.PRISON_DIRECTOR, at="south")
    with pytest.raises(NotThere):
        _names(elsewhere, file)


def test_to_look_is_written_down_with_the_role(file: Person, officer: Account) -> None:
    cast.emergency(officer, file.id)
    _names(officer, file)
    entry = Entry.objects.get(event="read.emergency_contact")
    assert (entry.about, entry.by, entry.role) == (file.id, str(officer.pk), "security_officer")


def test_nobody_written_down_is_an_empty_answer_and_no_error(officer: Account) -> None:
    alone = cast.file("Bolat")
    cast.emergency(officer, alone.id)
    assert _names(officer, alone) == []
