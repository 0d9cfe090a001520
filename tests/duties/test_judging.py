"""What was judged is right on the next page, and is judged again only when it can be another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from standards.findings import Status
from tests.casework.custody.conftest import cast
from tests.casework.custody.made import ADMISSIONS, AT, COLLEAGUE, DAY, HOUR, received, remanded
from tests.staff import see_all_rows
from throughcare.access.question import Viewer
from throughcare.casework.custody import actions as custody
from throughcare.casework.people import actions as people
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Person
from throughcare.duties import actions, judging, queries
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import Judged, KeptFinding, Mark
from throughcare.duties.queries import Duty, Wanted
from throughcare.kernel.models import Place

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


def said(person: UUID, rule: str, *, at: datetime) -> list[Duty]:
    """What the next page of an officer says of a rule."""
    return [one for one in queries.of_person(ADMISSIONS, person, at=at) if one.rule == rule]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files were judged at each question."""
    counted: list[int] = []
    before = judging.judge

    def counting(wholes: list[UUID], **named: Any) -> Any:
        counted.append(len(wholes))
        return before(wholes, **named)

    monkeypatch.setattr(actions, "judge", counting)
    return counted


def test_what_is_due_after_reception_is_on_the_next_page() -> None:
    file, _stay = received("Aigerim")
    (told,) = said(file.id, "nmr-68-admission", at=AT + HOUR)
    assert (told.status, told.since, told.until) == (Status.DUE, AT, AT + 12 * HOUR)
    assert told.page(AT) == "/custody/reception/family"


def test_a_deadline_that_passed_is_a_breach_without_a_new_entry(judged: list[int]) -> None:
    file, _stay = received("Aigerim")
    before = said(file.id, "nmr-68-admission", at=AT + HOUR)
    after = said(file.id, "nmr-68-admission", at=AT + 13 * HOUR)
    assert [one.status for one in before + after] == [Status.DUE, Status.BREACHED]
    assert (after[0].since, after[0].until) == (AT + 12 * HOUR, None)


def test_nothing_is_judged_twice(judged: list[int]) -> None:
    file, _stay = received("Aigerim")
    moment = AT + HOUR + HOUR / 2
    for _again in range(3):
        queries.of_person(ADMISSIONS, file.id, at=moment)
    assert judged == [1]


def _fact(person: UUID, at: datetime) -> None:
    see_all_rows()
    version = Person.objects.get(id=person).version
    people.state_fact(
        by=ADMISSIONS, at=at, person_id=person, kind=Kind.IDENTIFIER, expected=version,
        value={"system": "prison", "number": "N-1234"},
    )  # fmt: skip


def _order(person: UUID, at: datetime) -> None:
    remanded(person, at=at, number="99/2026")


def _lay(person: UUID, place: str, at: datetime) -> None:
    custody.place_in(by=ADMISSIONS, at=at, person_id=person, place=place, since=at)


WRITING: list[Callable[[UUID, datetime], None]] = [_fact, _order]


@pytest.mark.parametrize("write", WRITING)
def test_whatever_is_written_of_a_person_is_judged_once_more(
    write: Callable[[UUID, datetime], None], judged: list[int]
) -> None:
    file, _stay = received("Aigerim")
    moment = AT + HOUR + HOUR / 2
    queries.of_person(ADMISSIONS, file.id, at=moment)
    write(file.id, moment)
    queries.of_person(ADMISSIONS, file.id, at=moment)
    queries.of_person(ADMISSIONS, file.id, at=moment)
    assert judged == [1, 1]


def test_others_are_not_judged_for_it(judged: list[int]) -> None:
    one, other = received("Aigerim")[0], received("Dana")[0]
    moment = AT + HOUR + HOUR / 2
    for file in (one, other):
        queries.of_person(ADMISSIONS, file.id, at=moment)
    _fact(one.id, moment)
    for file in (one, other):
        queries.of_person(ADMISSIONS, file.id, at=moment)
    assert judged == [1, 1, 1]


def test_who_came_to_lie_beside_is_judged_too(judged: list[int]) -> None:
    file = received("Aigerim")[0]
    cell = Place.objects.get(path="north/a/1/01")
    Place.objects.filter(id=cell.id).update(certified_capacity=None)
    _lay(file.id, cell.path, AT + HOUR)
    moment = AT + 3 * HOUR
    queries.of_person(ADMISSIONS, file.id, at=moment)
    late = received("Dana")[0]
    _lay(late.id, cell.path, moment)
    judged.clear()
    queries.of_person(ADMISSIONS, file.id, at=moment)
    assert judged == [1]


def test_another_rulebook_makes_every_answer_old(
    judged: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, _stay = received("Aigerim")
    moment = AT + HOUR + HOUR / 2
    queries.of_person(ADMISSIONS, file.id, at=moment)
    with engine_eyes():
        Judged.objects.update(rules="another")
    queries.of_person(ADMISSIONS, file.id, at=moment)
    assert judged == [1, 1]


def test_what_stays_so_keeps_its_row() -> None:
    file, _stay = received("Aigerim")
    before = {one.rule: one.id for one in queries.of_person(ADMISSIONS, file.id, at=AT + HOUR)}
    _fact(file.id, AT + HOUR)
    after = {one.rule: one.id for one in queries.of_person(ADMISSIONS, file.id, at=AT + 2 * HOUR)}
    assert before.items() & after.items()
    assert set(after) == set(before)


def test_two_files_that_are_joined_are_judged_as_one() -> None:
    one, other = received("Aigerim")[0], received("Aigerim")[0]
    actions.judge_files([one.id, other.id], at=AT + HOUR)
    people.propose_duplicate(
        by=ADMISSIONS, at=AT + HOUR, one=one.id, other=other.id, why="same papers"
    )
    people.merge(by=COLLEAGUE, at=AT + 2 * HOUR, kept=one.id, merged=other.id, why="same papers")
    queries.of_person(ADMISSIONS, other.id, at=AT + 3 * HOUR)
    with engine_eyes():
        assert not KeptFinding.objects.filter(person=other.id).exists()
        assert not Judged.objects.filter(person=other.id).exists()


def test_the_service_itself_sees_no_finding_outside_a_question() -> None:
    file, _stay = received("Aigerim")
    actions.judge_files([file.id], at=AT + HOUR)
    assert not KeptFinding.objects.exists() and not Judged.objects.exists()
    assert not Mark.objects.exists()


def test_a_change_that_came_after_the_reading_keeps_its_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file, _stay = received("Aigerim")
    before = judging.judge

    def while_another_writes(wholes: list[UUID], **named: Any) -> Any:
        found = before(wholes, **named)
        Mark.objects.create(person=file.id)  # as its trigger does when another transaction ends
        return found

    monkeypatch.setattr(actions, "judge", while_another_writes)
    actions.judge_files([file.id], at=AT + HOUR)
    with engine_eyes():
        assert Mark.objects.filter(person=file.id).exists()


def test_the_jobs_judge_what_waits_and_then_nothing_is_left() -> None:
    for name in ("Aigerim", "Dana", "Marat"):
        received(name)
    at = AT + HOUR + HOUR / 2
    assert actions.judge_waiting(at=at, most=2) == 2
    while actions.judge_waiting(at=at, most=2):
        pass
    with engine_eyes():
        assert not Mark.objects.exclude(person=None).exists()
        assert Judged.objects.count() == 3
    assert {actions.judge_next_house(at=at, judged_before=at) for _each in range(3)} == {
        "north", "south", None
    }  # fmt: skip


def _morning(viewer: Viewer, wanted: Wanted, *, first: int = 0, most: int = 500) -> queries.Morning:
    return queries.morning(
        viewer, "north", at=AT + 25 * HOUR, tonight=AT + 39 * HOUR, horizon=AT + 8 * DAY,
        wanted=wanted, first=first, most=most,
    )  # fmt: skip


def test_the_morning_counts_what_it_shows_and_shows_it_page_by_page() -> None:
    for name in ("Aigerim", "Dana"):
        received(name)
    every = _morning(ADMISSIONS, Wanted(mine=False))
    assert every.total == len(every.rows) == sum(every.by_when.values())
    assert every.total == sum(every.by_rule.values()) and every.by_when["overdue"] > 0
    pages = [_morning(ADMISSIONS, Wanted(mine=False), first=n, most=5) for n in (0, 5, 10)]
    assert [row.id for page in pages for row in page.rows] == [r.id for r in every.rows[:15]]
    late = _morning(ADMISSIONS, Wanted(when="overdue", mine=False))
    assert late.total == every.by_when["overdue"] == len(late.rows)
    assert {one.status for one in late.rows} == {Status.BREACHED}
    one = _morning(ADMISSIONS, Wanted(rule="nmr-54", mine=False))
    assert {row.rule for row in one.rows} == {"nmr-54"}


def test_the_morning_of_a_prison_holds_what_is_open_in_each_file_the_broken_first() -> None:
    files = [received(name)[0] for name in ("Aigerim", "Dana")]
    found = _morning(ADMISSIONS, Wanted(mine=False))
    late = [one.status == Status.BREACHED for one in found.rows]
    assert found.waiting == 0 and late == sorted(late, reverse=True) and all(late[:1])
    soon = AT + 8 * DAY
    open_now = {
        one.id
        for file in files
        for one in queries.of_person(ADMISSIONS, file.id, at=AT + 25 * HOUR)
        if one.is_open and (one.until is None or one.until <= soon)
    }
    assert {row.id for row in found.rows} == open_now


def test_a_number_that_nobody_has_is_no_fault() -> None:
    assert actions.bring_up_to_date([UUID(int=7)], at=AT) == 0
