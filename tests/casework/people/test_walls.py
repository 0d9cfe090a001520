"""A query that forgot its filter would still show nothing: the database knows who asks."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, models, transaction

from tests.casework.people.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    ELSEWHERE,
    HOUR,
    SINCE_NEW_YEAR,
    name,
    person,
    version,
    viewer,
)
from tests.staff import see_all_rows, see_no_rows, written
from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Account, Kinship
from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.access.walls import behind
from throughcare.casework.people import actions, doors, queries
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import (
    Alert,
    AlertCode,
    Fact,
    Merge,
    NameKey,
    Note,
    NoteKind,
    Person,
    Proposal,
)

pytestmark = pytest.mark.django_db
TABLES: tuple[type[models.Model], ...] = (Person, Fact, NameKey, Note, Alert, Proposal, Merge)


def rows_of(asking: Viewer, *, at: datetime = AT) -> dict[str, int]:
    """How many rows of each table this viewer could see, if a query forgot its filter."""
    see_no_rows()
    with transaction.atomic(), behind(asking, at=at, enter=doors.ENTER):
        return {table.__name__: table.objects.count() for table in TABLES}


@pytest.fixture
def files() -> tuple[Person, Person]:
    """Two full files at north, one at south."""
    one, other = person("Amina"), person("Boris")
    person("Carla", by=ELSEWHERE, place="south")
    for file in (one, other):
        fact(file, Kind.BIRTH_DATE, {"date": "1990"})
        fact(file, Kind.EMERGENCY_CONTACT, {"name": "Sister", "reached_by": "+000"})
        for kind in (NoteKind.SAFETY, NoteKind.OBSERVATION):
            actions.add_note(
                by=ADMISSIONS, at=AT, person_id=file.id, kind=kind, text="t", happened_at=AT
            )
    actions.raise_alert(
        by=ADMISSIONS, at=AT, person_id=one.id, code=AlertCode.FIRST_NIGHT, expires_at=AT + HOUR,
        why="new",
    )  # fmt: skip
    actions.propose_duplicate(by=ADMISSIONS, at=AT, one=one.id, other=other.id, why="like names")
    return one, other


def fact(file: Person, kind: Kind, value: object) -> Fact:
    return actions.state_fact(
        by=ADMISSIONS, at=AT, person_id=file.id, kind=kind, value=value, expected=version(file)
    )


def test_without_a_viewer_no_row_is_seen(files: object) -> None:
    see_no_rows()
    assert [table.objects.count() for table in TABLES] == [0] * len(TABLES)


def test_each_sees_the_rows_of_own_prison_only(files: object) -> None:
    north = {"Person": 2, "Fact": 6, "NameKey": 2, "Note": 4, "Alert": 1, "Proposal": 1, "Merge": 0}
    assert rows_of(ADMISSIONS) == north
    south = dict.fromkeys(north, 0)
    assert rows_of(ELSEWHERE) == {**south, "Person": 1, "Fact": 1, "NameKey": 1}
    inspector = rows_of(viewer(Role.NPM_INSPECTOR, "service", account=9))
    assert inspector == {**north, "Person": 3, "Fact": 7, "NameKey": 3}
    for role in (Role.HQ_ANALYST, Role.UN_PROGRAMME_OFFICER, Role.SYSTEM_ADMINISTRATOR):
        assert rows_of(viewer(role, account=10)) == {**south, "Person": 0}


def test_whoever_reads_redacted_gets_name_and_safety_note_of_own_cases(files: tuple) -> None:
    one, _other = files
    teacher = viewer(Role.TEACHER_INSTRUCTOR, account=9, case=one.id)
    assert rows_of(teacher) == {
        "Person": 1, "Fact": 1, "NameKey": 1, "Note": 1, "Alert": 0, "Proposal": 0, "Merge": 0,
    }  # fmt: skip


def test_a_declared_relative_is_known_to_exist_and_nothing_more(files: tuple) -> None:
    one, _other = files
    officer = written(viewer(Role.ADMISSIONS_OFFICER, account=9))
    Kinship.objects.create(account_id=9, person=one.id, begins=SINCE_NEW_YEAR.begins)
    seen = rows_of(officer)
    assert (seen["Person"], seen["Fact"], seen["Note"], seen["Alert"]) == (2, 3, 2, 0)
    with pytest.raises(Refused):
        queries.file_of(viewer_of(9, at=AT), one.id, at=AT, why="")


def test_the_minute_a_post_ends_its_rows_are_gone(files: object) -> None:
    Account.objects.get(pk=2).posts.update(ends=AT)
    assert rows_of(COLLEAGUE)["Person"] == 0
    assert rows_of(COLLEAGUE, at=AT - HOUR)["Person"] == 2


def test_nobody_writes_into_a_file_of_another_prison(files: tuple) -> None:
    one, _other = files
    see_no_rows()
    row = {"kind": "safety", "text": "t", "happened_at": AT, "written_at": AT, "author": "3"}
    refused = pytest.raises(DatabaseError, match="row-level security")
    with refused, transaction.atomic(), behind(ELSEWHERE, at=AT, enter=doors.ENTER):
        Note.objects.create(id=UUID(int=1), person_id=one.id, **row)
    with transaction.atomic(), behind(ADMISSIONS, at=AT, enter=doors.ENTER):
        Note.objects.create(id=UUID(int=1), person_id=one.id, **row)
        assert Person.objects.filter(id=one.id).update(version=7) == 1
    with transaction.atomic(), behind(ELSEWHERE, at=AT, enter=doors.ENTER):
        assert Person.objects.filter(id=one.id).update(version=8) == 0
        assert Fact.objects.filter(person=one).update(voided_at=AT) == 0


def test_a_case_or_kinship_of_a_merged_file_counts_for_the_whole_file(files: tuple) -> None:
    one, other = files
    teacher = viewer(Role.TEACHER_INSTRUCTOR, account=9, case=other.id)
    officer = written(viewer(Role.ADMISSIONS_OFFICER, account=10))
    Kinship.objects.create(account_id=10, person=other.id, begins=SINCE_NEW_YEAR.begins)
    before = rows_of(teacher)
    see_all_rows()
    actions.merge(by=ADMISSIONS, at=AT, kept=one.id, merged=other.id, why="one person")
    assert rows_of(teacher)["Fact"] == 2 and before["Fact"] == 1
    assert rows_of(officer)["Fact"] == 0
    assert queries.file_of(teacher, one.id, at=AT, why="").redacted
    assert queries.file_of(teacher, other.id, at=AT, why="").id == one.id
    with pytest.raises(Refused):
        queries.file_of(viewer_of(10, at=AT), one.id, at=AT, why="")
    see_all_rows()
    actions.unmerge(by=ADMISSIONS, at=AT, merged=other.id, why="two persons after all")
    assert rows_of(teacher) == before
    with pytest.raises(NotThere):
        queries.file_of(teacher, one.id, at=AT, why="")
    assert queries.file_of(viewer_of(10, at=AT), one.id, at=AT, why="").id == one.id


def test_a_person_who_is_let_go_is_seen_where_the_person_came_and_no_longer_where_not(
    files: tuple,
) -> None:
    one, _other = files
    actions.hold_at(by=ADMISSIONS, at=AT, person_id=one.id, establishment="south", why="order 7")
    assert queries.file_of(ELSEWHERE, one.id, at=AT, why="").held_at == "south"
    with pytest.raises(NotThere):
        queries.file_of(ADMISSIONS, one.id, at=AT, why="")
    with pytest.raises(NotThere):
        actions.hold_at(by=ADMISSIONS, at=AT, person_id=one.id, establishment="north", why="back")


def test_a_hidden_file_and_one_that_does_not_exist_are_refused_in_one_way(files: tuple) -> None:
    one, _other = files
    told = []
    for asked in (one.id, UUID(int=5)):
        with pytest.raises(NotThere) as refused:
            queries.file_of(ELSEWHERE, asked, at=AT, why="")
        told.append(str(refused.value))
    assert told[0] == told[1]
    see_all_rows()
    assert fact(one, Kind.NAME, name("Amina", "B")).made_in > 1
