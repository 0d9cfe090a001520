"""What is known of a person is stated, verified, corrected and struck out, never overwritten."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import Error, transaction

from tests.casework.people.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    ELSEWHERE,
    MINUTE,
    person,
    version,
    viewer,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.access.terms import Role
from throughcare.casework.people import actions, doors
from throughcare.casework.people.errors import AlreadyReplaced, BadValue, ChangedMeanwhile, NoReason
from throughcare.casework.people.facts import known_person
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, NameKey, Person
from throughcare.kernel.errors import BadDate, UnknownLanguage
from throughcare.register.models import Entry

pytestmark = pytest.mark.django_db


def born(file: Person, said: str, *, at=AT, expected: int | None = None) -> Fact:
    return actions.state_fact(
        by=ADMISSIONS, at=at, person_id=file.id, kind=Kind.BIRTH_DATE, value={"date": said},
        expected=version(file) if expected is None else expected,
    )  # fmt: skip


def test_a_file_is_opened_with_a_name_and_each_row_has_an_entry() -> None:
    file = person("Айгерім", "Сейітқызы")
    fact = Fact.objects.get(person=file)
    assert fact.standing == "stated" and NameKey.objects.filter(fact=fact).exists()
    assert list(Entry.objects.filter(about=file.id).order_by("id").values_list("table", "row")) == [
        ("people_person", str(file.id)),
        ("people_fact", str(fact.id)),
    ]


def test_a_file_is_not_opened_without_a_name() -> None:
    with pytest.raises(BadValue, match="without a name"):
        actions.register_person(
            by=ADMISSIONS, at=AT, establishment="north", facts=[(Kind.SEX, {"sex": "female"})]
        )
    assert not Person.objects.exists()


def test_a_correction_leaves_the_wrong_value_readable_and_the_past_as_it_was() -> None:
    file = person()
    wrong = born(file, "1990", at=AT)
    right = actions.correct_fact(
        by=COLLEAGUE, at=AT + MINUTE, fact_id=wrong.id, value={"date": "2009-05-17"},
        why="the birth certificate came", expected=version(file),
    )  # fmt: skip
    assert right.supersedes == wrong
    assert Fact.objects.get(id=wrong.id).value == {"date": "1990"}
    before = known_person(file.id, known_at=AT + MINUTE - MINUTE / 60)
    assert before.birth_date == date(1990, 12, 31) and before.birth_date_is_latest
    after = known_person(file.id, known_at=AT + MINUTE)
    assert after.birth_date == date(2009, 5, 17) and not after.birth_date_is_latest


def test_a_verified_birth_date_counts_before_a_later_statement() -> None:
    file = person()
    stated = born(file, "1990-02")
    actions.verify_fact(
        by=COLLEAGUE, at=AT, fact_id=stated.id, proof="passport", expected=version(file)
    )
    born(file, "1995", at=AT + MINUTE)
    assert known_person(file.id, known_at=AT + MINUTE).birth_date == date(1990, 2, 28)


def test_nothing_known_is_none_and_no_day() -> None:
    known = known_person(person().id, known_at=AT)
    assert (known.birth_date, known.birth_date_is_latest, known.sex) == (None, False, None)


def test_a_fact_that_was_struck_out_stays_readable_and_counts_no_more() -> None:
    file = person()
    fact = born(file, "1990")
    actions.void_fact(
        by=ADMISSIONS, at=AT + MINUTE, fact_id=fact.id, why="another file", expected=version(file)
    )
    assert Fact.objects.get(id=fact.id).voided_why == "another file"
    assert known_person(file.id, known_at=AT).birth_date == date(1990, 12, 31)
    assert known_person(file.id, known_at=AT + MINUTE).birth_date is None
    with pytest.raises(AlreadyReplaced):
        actions.void_fact(
            by=ADMISSIONS, at=AT + MINUTE, fact_id=fact.id, why="again", expected=version(file)
        )


def test_a_correction_needs_a_reason_and_a_verification_needs_a_proof() -> None:
    file = person()
    fact = born(file, "1990")
    with pytest.raises(NoReason):
        actions.correct_fact(
            by=ADMISSIONS, at=AT, fact_id=fact.id, value={"date": "1991"}, why=" ",
            expected=version(file),
        )  # fmt: skip
    with pytest.raises(NoReason):
        actions.verify_fact(by=ADMISSIONS, at=AT, fact_id=fact.id, proof="", expected=version(file))


def test_the_second_of_two_is_told_what_changed_and_keeps_what_was_typed() -> None:
    file = person()
    seen = version(file)
    born(file, "1990", expected=seen)
    with pytest.raises(ChangedMeanwhile) as told:
        actions.state_fact(
            by=COLLEAGUE, at=AT, person_id=file.id, kind=Kind.SEX, value={"sex": "female"},
            expected=seen,
        )  # fmt: skip
    assert [(one.done, one.kind, one.by) for one in told.value.changes] == [
        ("stated", "birth_date", "1")
    ]
    assert told.value.typed == {"sex": "female"}
    assert not Fact.objects.filter(kind=Kind.SEX).exists()
    actions.state_fact(
        by=COLLEAGUE, at=AT, person_id=file.id, kind=Kind.SEX, value={"sex": "female"},
        expected=told.value.version,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "right", "wrong", "error"),
    [
        (Kind.BIRTH_DATE, {"date": "2000-02-29"}, {"date": "1999-02-29"}, BadDate),
        (Kind.SEX, {"sex": "unknown"}, {"sex": "?"}, BadValue),
        (Kind.NATIONALITY, {"country": "stateless"}, {"country": "tn"}, BadValue),
        (Kind.LANGUAGE, {"code": "kk", "reads": False}, {"code": "xx"}, UnknownLanguage),
        (Kind.LANGUAGE, {"code": "kk", "reads": None}, {"code": "kk", "reads": "no"}, BadValue),
        (Kind.GENDER, {"words": "a woman"}, {"words": " "}, BadValue),
        (Kind.IDENTIFIER, {"system": "s", "number": "1"}, {"system": "s"}, BadValue),
        (Kind.PHOTO, {"reference": "p1"}, {"reference": "p1", "colour": "x"}, BadValue),
    ],
)
def test_each_kind_of_fact_has_its_form(kind: Kind, right: dict, wrong: dict, error: type) -> None:
    file = person()
    common = {"by": ADMISSIONS, "at": AT, "person_id": file.id, "kind": kind}
    with pytest.raises(error):
        actions.state_fact(**common, value=wrong, expected=version(file))
    actions.state_fact(**common, value=right, expected=version(file))


def test_an_officer_of_another_prison_learns_nothing_not_even_that_the_file_exists() -> None:
    file = person()
    value, expected = {"sex": "male"}, version(file)
    common = {"at": AT, "kind": Kind.SEX, "value": value, "expected": expected}
    answers = []
    for asked in (file.id, doors_of_nobody()):
        with pytest.raises(NotThere) as told:
            actions.state_fact(by=ELSEWHERE, person_id=asked, **common)
        answers.append(str(told.value))
    assert answers[0] == answers[1]
    actions.state_fact(by=ADMISSIONS, person_id=file.id, **common)


def doors_of_nobody():
    from uuid import UUID

    return UUID(int=0)


def test_a_security_officer_reads_the_identity_and_does_not_change_it() -> None:
    file = person()
    with pytest.raises(Refused):
        actions.state_fact(
            by=viewer(Role.SECURITY_OFFICER), at=AT, person_id=file.id, kind=Kind.SEX,
            value={"sex": "male"}, expected=version(file),
        )  # fmt: skip


def test_when_the_entry_fails_nothing_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    file = person()
    fact = born(file, "1990")
    seen = version(file)

    def fails(*_entries: object, **_: object) -> None:
        raise RuntimeError("the register is full")

    monkeypatch.setattr(doors, "record", fails)
    monkeypatch.setattr(doors, "record_drafts", fails)
    common = {"by": ADMISSIONS, "at": AT}
    acts = [
        lambda: person("Other"),
        lambda: born(file, "1991"),
        lambda: actions.verify_fact(**common, fact_id=fact.id, proof="p", expected=seen),
        lambda: actions.correct_fact(
            **common, fact_id=fact.id, value={"date": "1991"}, why="w", expected=seen
        ),
        lambda: actions.void_fact(**common, fact_id=fact.id, why="w", expected=seen),
        lambda: actions.hold_at(**common, person_id=file.id, establishment="south", why="w"),
    ]
    for act in acts:
        with pytest.raises(RuntimeError):
            act()
    assert Fact.objects.count() == 2 and Person.objects.count() == 1
    assert version(file) == seen
    assert Person.objects.get().held_at == "north"
    assert Fact.objects.get(id=fact.id).voided_at is None


@pytest.mark.parametrize(
    "change",
    [
        {"value": {"date": "1800"}},
        {"standing": "verified"},
        {"recorded_by": "9"},
        {"voided_at": AT},
        {"person": None},
    ],
)
def test_the_database_refuses_to_overwrite_a_fact(change: dict) -> None:
    file = person()
    fact = born(file, "1990")
    with pytest.raises(Error), transaction.atomic():
        Fact.objects.filter(id=fact.id).update(**change)
    with pytest.raises(Error), transaction.atomic():
        Fact.objects.filter(id=fact.id)._raw_delete("default")


def test_a_fact_follows_only_one_of_the_same_person_and_kind() -> None:
    file, other = person(), person("Other")
    fact = born(file, "1990")

    def follow(**changed: object) -> None:
        values = {
            "id": doors_of_nobody(), "person": file, "kind": Kind.BIRTH_DATE, "compartment": "ID",
            "value": {"date": "1991"}, "standing": "stated", "recorded_at": AT, "made_in": 9,
            "recorded_by": "1", "supersedes": fact,
        }  # fmt: skip
        Fact.objects.create(**{**values, **changed})

    for wrong in ({"person": other}, {"kind": Kind.SEX}, {"recorded_at": AT - MINUTE},
                  {"compartment": "CON"}, {"standing": "verified"}, {"kind": "debt"}):  # fmt: skip
        with pytest.raises(Error), transaction.atomic():
            follow(**wrong)
    follow()
