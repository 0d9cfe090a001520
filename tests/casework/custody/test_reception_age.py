"""A disputed age is resolved in the person's favour until somebody else decides."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection

from tests.casework.custody.made import (
    ADMISSIONS,
    AT,
    COLLEAGUE,
    HOUR,
    MINUTE,
    person,
    received,
    say,
)
from tests.staff import see_all_rows
from throughcare.casework.custody import actions
from throughcare.casework.custody.ages import counts_as_child
from throughcare.casework.custody.calendar import zone_of
from throughcare.casework.custody.errors import NeedsAnother, NotDisputed, NotInCustody
from throughcare.casework.people.errors import NoReason
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, Person

pytestmark = pytest.mark.django_db


def disputed(born: str = "2003-01-01", says: str = "2009") -> Person:
    """Somebody whose papers say one thing and who a minute later says another."""
    file, _stay = received()
    say(file, Kind.BIRTH_DATE, {"date": born})
    actions.dispute_age(
        by=ADMISSIONS, at=AT + MINUTE, person_id=file.id, says_birth_date=says,
        happened_at=AT + MINUTE,
    )  # fmt: skip
    return file


def child(file: Person, at: datetime) -> bool:
    see_all_rows()
    return counts_as_child(file.id, at=at)


def test_whose_papers_say_adult_and_who_says_child_counts_as_a_child() -> None:
    file = disputed()
    assert child(file, AT + MINUTE) and not child(file, AT)


def test_without_a_dispute_the_papers_count() -> None:
    file, _stay = received()
    say(file, Kind.BIRTH_DATE, {"date": "2003-01-01"})
    assert not child(file, AT)


def test_of_a_year_alone_the_youngest_reading_counts() -> None:
    for year, young in (("2008", True), ("2007", False)):
        file, _stay = received()
        say(file, Kind.BIRTH_DATE, {"date": year})
        assert child(file, AT) is young


def test_a_person_without_a_birth_date_is_presumed_a_child() -> None:
    file, _stay = received()
    assert child(file, AT)
    say(file, Kind.BIRTH_DATE, {"date": "2003-01-01"})
    assert not child(file, AT)


def test_somebody_else_decides_with_a_reason_and_the_date_stands_in_the_file() -> None:
    file = disputed()
    actions.decide_age(
        by=COLLEAGUE, at=AT + HOUR, person_id=file.id, decided_birth_date="2007-02-01",
        happened_at=AT + HOUR, why="the certificate of birth came",
    )  # fmt: skip
    assert not child(file, AT + HOUR) and child(file, AT + HOUR - MINUTE)
    see_all_rows()
    assert Fact.objects.filter(person=file, value__date="2007-02-01").exists()


def test_who_is_decided_to_be_a_child_is_one_until_the_birthday_begins_there() -> None:
    file = disputed()
    actions.decide_age(
        by=COLLEAGUE, at=AT + HOUR, person_id=file.id, decided_birth_date="2009-05-17",
        happened_at=AT + HOUR, why="the certificate of birth came",
    )  # fmt: skip
    birthday = datetime(2027, 5, 17, tzinfo=zone_of("north"))
    assert birthday.utcoffset() != timedelta()
    assert child(file, birthday - timedelta(minutes=1)) and not child(file, birthday)


def test_who_wrote_the_dispute_down_does_not_decide_it() -> None:
    file = disputed()
    with pytest.raises(NeedsAnother):
        actions.decide_age(
            by=ADMISSIONS, at=AT + HOUR, person_id=file.id, decided_birth_date="2007-02-01",
            happened_at=AT + HOUR, why="the certificate of birth came",
        )  # fmt: skip


def test_a_decision_without_a_reason_is_refused() -> None:
    file = disputed()
    with pytest.raises(NoReason):
        actions.decide_age(
            by=COLLEAGUE,
            at=AT,
            person_id=file.id,
            decided_birth_date="2007",
            happened_at=AT,
            why=" ",
        )


def test_an_age_that_nobody_disputes_is_not_decided() -> None:
    file, _stay = received()
    with pytest.raises(NotDisputed):
        actions.decide_age(
            by=COLLEAGUE,
            at=AT,
            person_id=file.id,
            decided_birth_date="2007",
            happened_at=AT,
            why="so",
        )


def test_the_age_of_somebody_who_is_free_is_not_disputed_here() -> None:
    with pytest.raises(NotInCustody):
        actions.dispute_age(
            by=ADMISSIONS, at=AT, person_id=person().id, says_birth_date="2009", happened_at=AT
        )


@pytest.mark.parametrize(("disputed_by", "right"), [("2", True), ("3", True), ("1", False)])
def test_the_database_too_wants_another_to_decide(disputed_by: str, right: bool) -> None:
    file, stay = received()
    words = (
        "INSERT INTO custody_step (id, person_id, recorded_at, recorded_by, stay_id, stage, kind, "
        "compartment, value, happened_at) VALUES (gen_random_uuid(), %s, %s, '1', %s, 'stay', "
        "'age', 'ID', jsonb_build_object('disputed', false, 'decided_birth_date', '2007', "
        "'disputed_by', %s::text), %s)"
    )
    see_all_rows()
    given: list[Any] = [file.id, AT, stay.id, disputed_by, AT]
    with connection.cursor() as cursor:
        if right:
            cursor.execute(words, given)
            return
        with pytest.raises(IntegrityError, match="custody_age_is_decided_by_another"):
            cursor.execute(words, given)
