"""Who finds and reads what: across scripts, within reach, and with an entry for each reading."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.casework.people.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    ELSEWHERE,
    HOUR,
    name,
    person,
    version,
    viewer,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Role
from throughcare.casework.people import actions, queries
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import NoteKind, Person
from throughcare.casework.people.values import name_in
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db


def state(file: Person, kind: Kind, value: object) -> None:
    actions.state_fact(
        by=ADMISSIONS, at=AT, person_id=file.id, kind=kind, value=value, expected=version(file)
    )


def ids(found: list[queries.Found]) -> list[UUID]:
    return [hit.id for hit in found]


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        (("محمد", "الطرابلسي"), "Mohamed Trabelsi"),
        (("Нұрлан", "Қасымов"), "Nurlan Kassymov"),
        (("Mohamed", "Trabelsi"), "Trabelsi Mohamad"),
        (("Nurlan", "Kassymov"), "Нурлан Касымов"),
    ],
)
def test_a_name_is_found_in_another_script_or_order(kept: tuple[str, ...], typed: str) -> None:
    file = person(*kept)
    person("Grace", "Nakato")
    assert ids(queries.find(ADMISSIONS, typed, at=AT))[:1] == [file.id]
    assert queries.find(ELSEWHERE, typed, at=AT) == []


def test_a_number_is_found_in_whatever_digits_it_was_typed() -> None:
    file = person()
    state(file, Kind.IDENTIFIER, {"system": "prison", "number": "١٢-٣٤"})
    assert ids(queries.find(ADMISSIONS, "1234", at=AT)) == [file.id]
    assert queries.find(ADMISSIONS, "1235", at=AT) == []
    assert queries.find(ELSEWHERE, "1234", at=AT) == []


def test_a_redacted_viewer_finds_no_file_by_what_the_redaction_hides() -> None:
    file = person("Samir", "Haddad")
    state(file, Kind.NAME, name("Zubair", use="alias"))
    state(file, Kind.IDENTIFIER, {"system": "prison", "number": "777"})
    teacher = viewer(Role.TEACHER_INSTRUCTOR, account=7, case=file.id)
    assert ids(queries.find(teacher, "Samir Haddad", at=AT)) == [file.id]
    for hidden in ("Zubair", "777"):
        assert ids(queries.find(ADMISSIONS, hidden, at=AT)) == [file.id]
        assert queries.find(teacher, hidden, at=AT) == []


def test_whoever_wishes_another_name_is_not_found_by_the_old_one_in_a_redacted_reading() -> None:
    file = person("Samir", "Haddad")
    state(file, Kind.NAME, name("Yasmin", use="preferred"))
    teacher = viewer(Role.TEACHER_INSTRUCTOR, account=7, case=file.id)
    assert ids(queries.find(teacher, "Yasmin", at=AT)) == [file.id]
    assert queries.find(teacher, "Samir Haddad", at=AT) == []


def test_a_redacted_file_shows_name_photo_language_and_safety_note_alone() -> None:
    file = person()
    state(file, Kind.SEX, {"sex": "female"})
    state(file, Kind.LANGUAGE, {"code": "kk"})
    state(file, Kind.EMERGENCY_CONTACT, {"name": "a sister", "reached_by": "5"})
    for kind in (NoteKind.SAFETY, NoteKind.OBSERVATION):
        actions.add_note(
            by=ADMISSIONS, at=AT, person_id=file.id, kind=kind, text="said", happened_at=AT
        )
    teacher = viewer(Role.TEACHER_INSTRUCTOR, account=7, case=file.id)
    seen = queries.file_of(teacher, file.id, at=AT, why="")
    assert seen.redacted and {fact.kind for fact in seen.facts} == {"name", "language"}
    assert [note.kind for note in seen.notes] == ["safety"]
    whole = queries.file_of(ADMISSIONS, file.id, at=AT, why="")
    assert not whole.redacted and len(whole.facts) == 4 and len(whole.notes) == 2


def test_the_emergency_contact_is_shown_to_whom_contacts_are_open() -> None:
    file = person()
    state(file, Kind.EMERGENCY_CONTACT, {"name": "a sister", "reached_by": "5"})
    officer = viewer(Role.SECURITY_OFFICER, account=8)
    kinds = [
        {fact.kind for fact in queries.file_of(who, file.id, at=AT, why="").facts}
        for who in (ADMISSIONS, officer)
    ]
    assert kinds == [{"name", "emergency_contact"}, {"name"}]


def test_each_reading_of_a_file_leaves_an_entry_with_its_reason() -> None:
    file = person()
    queries.file_of(COLLEAGUE, file.id, at=AT, why="the night round")
    entry = Entry.objects.get(event="read.file")
    assert (entry.about, entry.by, entry.role, entry.why) == (
        file.id, "2", "admissions_officer", "the night round",
    )  # fmt: skip
    queries.find(COLLEAGUE, "Aigerim", at=AT)
    assert Entry.objects.filter(event="read.search", by="2").count() == 1


def test_a_hidden_file_answers_like_one_that_does_not_exist() -> None:
    file = person()
    said = []
    for asked in (file.id, UUID(int=0)):
        with pytest.raises(NotThere) as told:
            queries.file_of(ELSEWHERE, asked, at=AT, why="")
        said.append(str(told.value))
    assert said[0] == said[1]
    assert not Entry.objects.filter(event="read.file").exists()


def test_an_analyst_is_refused_alike_whether_or_not_the_file_exists() -> None:
    file = person()
    analyst = viewer(Role.HQ_ANALYST)
    for asked in (file.id, UUID(int=0)):
        with pytest.raises(Refused):
            queries.file_of(analyst, asked, at=AT, why="")


def test_count_and_export_reach_as_far_as_the_search() -> None:
    here = person("Aigerim")
    there = person("Aigerim", by=ELSEWHERE, place="south")
    for who, file in ((ADMISSIONS, here), (ELSEWHERE, there)):
        assert queries.count(who, at=AT) == 1
        assert ids(queries.find(who, "Aigerim", at=AT)) == [file.id]
        assert [one.id for one in queries.export(who, at=AT, why="move")] == [file.id]
    assert queries.count(viewer(Role.NPM_INSPECTOR), at=AT) == 2
    assert queries.count(viewer(Role.HQ_ANALYST), at=AT) == 0


def test_a_corrected_name_is_no_longer_found() -> None:
    file = person("Samir", "Haddad")
    fact = queries.file_of(ADMISSIONS, file.id, at=AT, why="").facts[0]
    actions.correct_fact(
        by=ADMISSIONS, at=AT + HOUR, fact_id=fact.id, value=name("Yasmin"), why="misheard",
        expected=version(file),
    )  # fmt: skip
    assert queries.find(ADMISSIONS, "Samir Haddad", at=AT + HOUR) == []
    assert ids(queries.find(ADMISSIONS, "Yasmin", at=AT + HOUR)) == [file.id]


def test_an_inspector_who_may_read_every_file_is_told_that_there_is_none() -> None:
    inspector = viewer(Role.NPM_INSPECTOR)
    with pytest.raises(NotThere):
        queries.file_of(inspector, UUID(int=0), at=AT, why="")
    assert queries.file_of(inspector, person().id, at=AT, why="").facts


def test_the_list_shows_who_is_held_here_page_by_page_and_leaves_an_entry() -> None:
    files = [person(f"Person {letter}") for letter in "ABC"]
    person("Elsewhere", by=ELSEWHERE, place="south")
    first = queries.list_of(ADMISSIONS, at=AT, limit=2)
    rest = queries.list_of(ADMISSIONS, at=AT, limit=2, after=first.next_after)
    listed = [row.id for row in (*first.rows, *rest.rows)]
    assert set(listed) == {file.id for file in files} and len(listed) == 3
    assert rest.next_after is None
    assert Entry.objects.filter(event="read.list").count() == 2


def test_a_teacher_s_list_shows_the_preferred_name_of_own_cases_and_no_place() -> None:
    file = person("Aigerim")
    state(file, Kind.NAME, name("Aika", use="preferred"))
    state(file, Kind.BIRTH_DATE, {"date": "1990"})
    person("Nobody's case")
    teacher = viewer(Role.TEACHER_INSTRUCTOR, account=4, case=file.id)
    (row,) = queries.list_of(teacher, at=AT).rows
    assert row.redacted and row.held_at is None
    assert [name_in(fact.value).spelled() for fact in row.facts] == [("Aika",)]
