"""A person is found in another spelling, and only by whoever may read the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from tests.casework.people.made import (
    ADMISSIONS,
    AT,
    ELSEWHERE,
    HOUR,
    MINUTE,
    SINCE_NEW_YEAR,
    name,
    person,
    version,
    viewer,
)
from tests.kernel.test_matching import HOSTILE
from tests.staff import see_all_rows, see_no_rows
from throughcare.access.models import Kinship
from throughcare.access.queries import viewer_of
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.access.walls import behind
from throughcare.casework.people import actions, doors, queries
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.kernel.matching import weights

pytestmark = pytest.mark.django_db


def found(viewer: Viewer, text: str, **words: Any) -> list[UUID]:
    return [hit.id for hit in queries.find(viewer, text, **{"at": AT, **words})]


def stated(file: Person, kind: Kind, value: object, **words: Any) -> Any:
    return actions.state_fact(
        by=ADMISSIONS, person_id=file.id, kind=kind, value=value, expected=version(file),
        **{"at": AT, **words},
    )  # fmt: skip


@pytest.fixture
def inspector() -> Viewer:
    return viewer(Role.NPM_INSPECTOR, "service", account=9)


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Кыдырбек Ибраимов", "Kydyrbek Ibraimov"), ("Kyambadde Ssali", "Chambadde Sali"),
        ("قاسم الغربي", "Gacem Gharbi"), ("Nour Eddine Tlili", "Noureddine Tlili"),
        ("Серік Болатұлы Ахметов", "Akhmetov Serik"), ("Trabelsi Mehdi", "Trabesli Mehdi"),
        ("Viktor Gromov", "Grmov"), ("Ali", "علي"),
    ],
)  # fmt: skip
def test_a_person_is_found_in_another_spelling(stored: str, typed: str) -> None:
    file = person(*stored.split())
    for other in ("Musoke Hannah", "محمد الشابي", "Юлия Белова"):
        person(*other.split())
    assert found(ADMISSIONS, typed)[:1] == [file.id]


def test_somebody_with_nothing_in_common_is_not_shown() -> None:
    person("Musoke", "Hannah")
    assert found(ADMISSIONS, "Ержан Ахметов") == []
    assert len(found(ADMISSIONS, "Musoke Hanna")) == 1


def test_an_alias_and_a_number_find_the_file_in_any_spelling() -> None:
    file = person("Wassim", "Herissi")
    stated(file, Kind.NAME, name("أبو البراء", use="alias"))
    stated(file, Kind.IDENTIFIER, {"system": "national", "number": "TN-2031/0077"})
    assert found(ADMISSIONS, "Abou Baraa") == [file.id]
    assert found(ADMISSIONS, "tn ٢٠٣١ ٠٠٧٧") == [file.id]
    assert found(ADMISSIONS, "tn 2031 0078") == []


def test_a_number_is_found_by_whoever_reads_the_file_in_full_only() -> None:
    file = person("Wassim")
    stated(file, Kind.IDENTIFIER, {"system": "national", "number": "2031"})
    teacher = viewer(Role.TEACHER_INSTRUCTOR, account=9, case=file.id)
    assert found(teacher, "Wassim") == [file.id]
    assert found(teacher, "2031") == []
    assert found(ADMISSIONS, "2031") == [file.id]


def test_a_person_of_a_small_prison_is_found_though_nearer_names_are_held_elsewhere() -> None:
    """The reach is drawn before the limit, not after it."""
    here = person("Karim", "Ben", "Youssef", "Gharbi")
    for _ in range(weights().handed_over + 5):
        person("Karim", "Gharbi", by=ELSEWHERE, place="south")
    assert found(ADMISSIONS, "Karim Gharbi") == [here.id]
    assert here.id not in found(ELSEWHERE, "Karim Gharbi", limit=100)


def test_each_finds_in_own_prison_and_an_inspector_everywhere(inspector: Viewer) -> None:
    north, south = person("Amina"), person("Amina", by=ELSEWHERE, place="south")
    assert found(ADMISSIONS, "Amina") == [north.id]
    assert found(ELSEWHERE, "Amina") == [south.id]
    assert set(found(inspector, "Amina")) == {north.id, south.id}


def handed_over(officer: Viewer) -> int:
    """How many names the database hands over by itself, without the policy behind it."""
    words = "people_near('{0}', '{mn}', '{1}', 1, NULL, %s, 1, 1, 0.5, 5, 0, 9)"
    see_no_rows()
    wall = behind(officer, at=AT, enter=doors.ENTER)
    with transaction.atomic(), wall, connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {words}", [AT])
        return int(cursor.fetchone()[0])


def test_the_database_alone_hands_over_nothing_beyond_the_wall(inspector: Viewer) -> None:
    file = person("Amina")
    assert [handed_over(one) for one in (ADMISSIONS, ELSEWHERE, inspector)] == [1, 0, 1]
    for account in (1, 9):
        Kinship.objects.create(account_id=account, person=file.id, begins=SINCE_NEW_YEAR.begins)
    assert [handed_over(one) for one in (ADMISSIONS, ELSEWHERE, inspector)] == [0, 0, 0]


def test_the_database_alone_reaches_a_part_as_the_file_that_it_is_read_in() -> None:
    whole, part = person("Zohra"), person("Amina")
    actions.merge(by=ADMISSIONS, at=AT, kept=whole.id, merged=part.id, why="one person")
    assert [handed_over(one) for one in (ADMISSIONS, ELSEWHERE)] == [1, 0]
    actions.hold_at(by=ADMISSIONS, at=AT, person_id=whole.id, establishment="south", why="order")
    assert [handed_over(one) for one in (ADMISSIONS, ELSEWHERE)] == [0, 1]


def test_which_names_the_service_knows_is_read_by_nobody() -> None:
    person("Amina")
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("SELECT * FROM people_sound")


def test_a_declared_relative_is_not_found(inspector: Viewer) -> None:
    file, other = person("Amina", "Said"), person("Amina", "Saidi")
    assert set(found(inspector, "Amina Said")) == {file.id, other.id}
    for account in (1, 9):
        Kinship.objects.create(account_id=account, person=file.id, begins=SINCE_NEW_YEAR.begins)
        assert found(viewer_of(account, at=AT), "Amina Said") == [other.id]


def test_a_merged_file_is_found_as_the_whole_one_and_apart_again_when_undone(
    inspector: Viewer,
) -> None:
    whole, part = person("Amina", "Said"), person("Zohra", "Mejri")
    actions.merge(by=ADMISSIONS, at=AT, kept=whole.id, merged=part.id, why="one person")
    for officer in (ADMISSIONS, inspector):
        assert found(officer, "Zohra Mejri") == [whole.id]
    see_all_rows()
    actions.unmerge(by=ADMISSIONS, at=AT, merged=part.id, why="two persons after all")
    for officer in (ADMISSIONS, inspector):
        assert found(officer, "Zohra Mejri") == [part.id]


def test_a_part_is_reached_as_the_file_that_it_is_read_in(inspector: Viewer) -> None:
    """Not where the part itself was held last, nor by whom the whole is closed to."""
    whole, part = person("Amina", "Said"), person("Zohra", "Mejri")
    actions.merge(by=ADMISSIONS, at=AT, kept=whole.id, merged=part.id, why="one person")
    actions.hold_at(by=ADMISSIONS, at=AT, person_id=whole.id, establishment="south", why="order")
    assert found(ADMISSIONS, "Zohra Mejri") == []
    assert found(ELSEWHERE, "Zohra Mejri") == [whole.id]
    Kinship.objects.create(account_id=9, person=whole.id, begins=SINCE_NEW_YEAR.begins)
    assert found(viewer_of(9, at=AT), "Zohra Mejri") == []


def test_a_name_counts_from_its_entry_up_to_its_striking_out() -> None:
    file = person("Samir")
    fact = stated(file, Kind.NAME, name("Zohra", use="alias"), at=AT + HOUR)
    struck = AT + 2 * HOUR
    actions.void_fact(
        by=ADMISSIONS, at=struck, fact_id=fact.id, why="another's", expected=version(file)
    )
    moments = (AT + HOUR - MINUTE, AT + HOUR, struck - MINUTE, struck)
    seen = [found(ADMISSIONS, "Zohra", at=moment) for moment in moments]
    assert seen == [[], [file.id], [file.id], []]


@pytest.fixture
def counted() -> Iterator[list[str]]:
    said: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        said.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield said


def test_many_hits_cost_no_more_queries_than_one(counted: list[str]) -> None:
    first = person("Karim", "Gharbi")
    counted.clear()
    assert found(ADMISSIONS, "Karim Gharbi") == [first.id]
    of_one = len(counted)
    for _ in range(15):
        person("Karim", "Gharbi")
    counted.clear()
    assert len(found(ADMISSIONS, "Karim Gharbi")) == 16
    assert len(counted) == of_one <= 8


def test_many_redacted_hits_cost_no_more_queries_than_one(counted: list[str]) -> None:
    files = [person("Karim", "Gharbi") for _ in range(6)]
    teacher = viewer(Role.TEACHER_INSTRUCTOR, account=9, case=files[0].id)
    counted.clear()
    assert len(found(teacher, "Karim")) == 1
    of_one = len(counted)
    for file in files[1:]:
        teacher = viewer(Role.TEACHER_INSTRUCTOR, account=9, case=file.id)
    teacher = viewer_of(9, at=AT)
    counted.clear()
    assert len(found(teacher, "Karim")) == 6
    assert len(counted) == of_one <= 10


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_answered(text: str) -> None:
    file = person("Mohamed", "Ali")
    assert set(found(ADMISSIONS, text)) <= {file.id}


def test_whatever_name_is_kept_can_be_found() -> None:
    for kept in ("阿里", "42", "ال", "—", "ŋŋŋ", "M" * 500):
        file = person(kept)
        if kept != "—":  # no letter or digit: nothing to look for
            assert file.id in found(ADMISSIONS, kept), kept
