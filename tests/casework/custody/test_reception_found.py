"""A person who is known elsewhere: told narrowly, refused while held, taken over when free."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    DAY,
    ELSEWHERE,
    HOUR,
    person,
    received,
    remanded,
)
from tests.casework.custody.made import viewer as a_viewer
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.errors import HeldElsewhere
from throughcare.casework.custody.models import Stay
from throughcare.casework.people import actions as of_people
from throughcare.casework.people import queries as people_queries
from throughcare.casework.people.files import fresh_id
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db

NUMBER = {"system": "national register", "number": "8812 3344"}
BY_NUMBER = queries.Marks(numbers=("88123344",))
BY_NAME = queries.Marks(names=("Aigerim Seitkyzy",), born="1990-05-17")


def marked(file: Person, by: Viewer, *, born: str = "1990-05-17", number: bool = True) -> Person:
    """The file, with a birth date and a number."""
    facts: list[tuple[Kind, Any]] = [(Kind.BIRTH_DATE, {"date": born})]
    for kind, value in facts + ([(Kind.IDENTIFIER, NUMBER)] if number else []):
        see_all_rows()
        of_people.state_fact(
            by=by, at=AT, person_id=file.id, kind=kind, value=value,
            expected=Person.objects.get(id=file.id).version,
        )  # fmt: skip
    return file


def in_the_north() -> Person:
    """Held in the north since AT."""
    file, _stay = received("Aigerim", "Seitkyzy")
    return marked(file, ADMISSIONS)


def freed(file: Person) -> None:
    """The stay ended: what the release writes, without its steps."""
    see_all_rows()
    old = Stay.objects.get(person=file, stood_until=None)
    old.stood_until = AT + HOUR
    old.save(update_fields=["stood_until"])
    Stay.objects.create(
        id=fresh_id(AT + HOUR), person=file, recorded_at=AT + HOUR,
        recorded_by="1", replaces=old, establishment="north", admitted_at=AT,
        left_at=AT + HOUR, left_how="release",
    )  # fmt: skip


def ask(marks: queries.Marks, by: Viewer = ELSEWHERE, place: str = "south") -> list[Any]:
    return queries.found_elsewhere(by, marks, establishment=place, at=AT + HOUR)


@pytest.mark.parametrize("marks", [BY_NUMBER, BY_NAME], ids=["number", "name and day of birth"])
def test_the_same_number_or_name_and_day_of_birth_tells_where_the_file_is(
    marks: queries.Marks,
) -> None:
    file = in_the_north()
    assert ask(marks) == [queries.Elsewhere(person_id=file.id, kept_at="north", held=True)]


@pytest.mark.parametrize(
    "marks",
    [
        replace(BY_NUMBER, numbers=("88123345",)),
        replace(BY_NAME, born="1990-05-18"),
        replace(BY_NAME, born="1990"),
        replace(BY_NAME, born=""),
        replace(BY_NAME, names=("Aigerim Nurbekkyzy",)),
        replace(BY_NAME, names=("Aigerim",)),
        replace(BY_NAME, names=()),
        queries.Marks(),
    ],
    ids=["number", "day", "year alone", "no date", "other name", "half a name", "no name", "none"],
)
def test_anything_less_tells_nothing(marks: queries.Marks) -> None:
    in_the_north()
    assert ask(marks) == []


def test_a_short_number_that_may_be_guessed_tells_nothing() -> None:
    file, _stay = received()
    see_all_rows()
    of_people.state_fact(
        by=ADMISSIONS, at=AT, person_id=file.id, kind=Kind.IDENTIFIER,
        value={"system": "prison", "number": "123"},
        expected=Person.objects.get(id=file.id).version,
    )  # fmt: skip
    assert ask(queries.Marks(numbers=("123",))) == []


def test_the_name_is_found_in_another_script_too() -> None:
    file = in_the_north()
    assert [hit.person_id for hit in ask(replace(BY_NAME, names=("Айгерім Сейітқызы",)))] == [
        file.id
    ]


def test_only_who_may_write_files_at_the_establishment_may_ask() -> None:
    in_the_north()
    guard = a_viewer(Role.SECURITY_OFFICER, "south", 7)
    with pytest.raises(Refused):
        ask(BY_NUMBER, by=guard)
    with pytest.raises(NotThere):
        ask(BY_NUMBER, by=ELSEWHERE, place="north")


def test_a_relative_of_the_asker_is_not_found() -> None:
    file = in_the_north()
    kin = a_viewer(Role.ADMISSIONS_OFFICER, "south", 8)
    from tests.staff import written

    written(replace(kin, kin=frozenset({file.id})))
    assert ask(BY_NUMBER, by=replace(kin, kin=frozenset({file.id}))) == []


def test_the_question_and_its_hit_each_leave_an_entry() -> None:
    file = in_the_north()
    ask(BY_NUMBER)
    asked = Entry.objects.filter(by=str(ELSEWHERE.account), place="south")
    assert asked.filter(event="read.custody_asked_elsewhere").count() == 1
    assert asked.filter(event="read.custody_found_elsewhere", about=file.id).count() == 1


def second_file(born: str = "1990-05-17") -> Person:
    """A second file of the same person, opened in the south."""
    file = person("Aigerim", "Seitkyzy", by=ELSEWHERE, place="south")
    marked(file, ELSEWHERE, born=born, number=False)
    remanded(file.id, by=ELSEWHERE, number="44/2026")
    return file


def receive_in_the_south(file: Person, **said: str) -> Stay:
    return actions.receive(
        by=ELSEWHERE, at=AT + HOUR, person_id=file.id, establishment="south",
        admitted_at=AT + HOUR, **said,
    )  # fmt: skip


def test_nobody_is_received_twice_in_one_hour_in_two_prisons() -> None:
    in_the_north()
    with pytest.raises(HeldElsewhere, match="transferred"):
        receive_in_the_south(second_file())


def test_who_was_born_on_another_day_is_received() -> None:
    in_the_north()
    assert receive_in_the_south(second_file("1990-05-18"))


def test_who_only_shares_name_and_birthday_is_received_with_the_reason() -> None:
    in_the_north()
    file = second_file()
    assert receive_in_the_south(file, somebody_else="the photo shows another woman")
    said = Entry.objects.get(event="custody.said_to_be_another")
    assert said.about == file.id and said.why == "the photo shows another woman"


def take(file: Person, **other: Any) -> Any:
    return actions.take_over(**{
        "by": ELSEWHERE, "at": AT + DAY, "person_id": file.id, "establishment": "south",
        "marks": BY_NUMBER, "why": "arrested again", **other,
    })  # fmt: skip


def test_a_free_person_s_file_is_taken_over_with_what_stood_in_it() -> None:
    file = in_the_north()
    freed(file)
    assert take(file) == file.id
    names = [fact.value for fact in
             people_queries.file_of(ELSEWHERE, file.id, at=AT + DAY, why="").facts]  # fmt: skip
    assert {"date": "1990-05-17"} in names
    with pytest.raises(NotThere):
        people_queries.file_of(ADMISSIONS, file.id, at=AT + DAY, why="")
    remanded(file.id, by=ELSEWHERE, at=AT + DAY, number="44/2026")
    assert actions.receive(
        by=ELSEWHERE, at=AT + DAY, person_id=file.id, establishment="south", admitted_at=AT + DAY
    )


def test_the_file_of_somebody_who_is_held_is_not_taken_over() -> None:
    with pytest.raises(NotThere):
        take(in_the_north())


def test_a_file_that_the_marks_do_not_find_is_not_taken_over() -> None:
    file = in_the_north()
    freed(file)
    with pytest.raises(NotThere):
        take(file, marks=queries.Marks(numbers=("99999999",)))


def test_nobody_takes_a_file_over_into_a_prison_of_others() -> None:
    file = in_the_north()
    freed(file)
    with pytest.raises(NotThere):
        take(file, by=COLLEAGUE)
