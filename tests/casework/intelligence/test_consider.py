"""Before a board decides, each item is answered by the named officer; no release waits for it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from tests.casework.assessment.made import manager, second
from tests.casework.assessment.made_board import called, minuted
from tests.casework.custody.made import ADMISSIONS, places
from tests.casework.intelligence.made import (
    DAY,
    DEPUTY,
    DIRECTOR,
    INTELLIGENCE,
    OTHER_OFFICER,
    WING,
    answered,
    grown,
    named,
    now,
    officer,
    report,
    shared,
    sql,
)
from tests.casework.safety.made import CAST
from tests.staff import see_all_rows, written
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.assessment import actions as judging
from throughcare.casework.assessment.minutes_words import words_of as board_words
from throughcare.casework.assessment.models import Classification
from throughcare.casework.intelligence import actions, queries
from throughcare.casework.intelligence.errors import BadReport, NotTheOfficer, Over
from throughcare.casework.intelligence.models import Answer
from throughcare.casework.people.items_wait import ItemsWait

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Who acts, and where."""
    for one in CAST:
        written(one)
    places()


def board(person: UUID) -> Classification:
    """Minutes of a board that wait for a signature."""
    return minuted(person, at=now(), board=called(person, at=now()))


def sign(row: Classification, person: UUID, *, right: bool = True) -> Classification:
    """Another member signs them."""
    return judging.sign_minutes(
        by=second(person),
        at=now(),
        classification_id=row.id,
        seen=board_words(row.id),
        right=right,
        why="So it was said.",
    )


def test_a_board_decides_where_nothing_is_known() -> None:
    person = grown()
    assert sign(board(person), person).state == "in_force"


def test_a_board_does_not_decide_while_an_item_is_open_and_says_how_many() -> None:
    person = grown()
    report(person, by=WING)
    report(person)
    row = board(person)
    with pytest.raises(ItemsWait) as caught:
        sign(row, person)
    assert caught.value.waiting == 2 and "2" in caught.value.what
    see_all_rows("PLN")
    assert Classification.objects.get(first=row.first, stood_until=None).state == "minuted"


def test_minutes_may_be_sent_back_while_an_item_is_open() -> None:
    person = grown()
    report(person)
    assert sign(board(person), person, right=False).state == "sent_back"


def test_it_decides_once_each_item_is_answered() -> None:
    person = grown()
    one, other = report(person), report(person)
    named()
    row = board(person)
    answered(one, statement_id=shared(one).id, why="So that nobody is hurt.")
    with pytest.raises(ItemsWait):
        sign(row, person)
    answered(other)
    assert sign(row, person).state == "in_force"


def test_an_answer_from_before_the_board_was_called_is_none() -> None:
    person = grown()
    item = report(person)
    named()
    answered(item)
    row = board(person)
    with pytest.raises(ItemsWait):
        sign(row, person)


def test_an_item_that_has_ended_holds_up_nothing() -> None:
    person = grown()
    item = report(person)
    actions.delete(by=officer(), at=now(), item=item, why="A rumour.")
    assert sign(board(person), person).state == "in_force"


def test_the_database_holds_it_whoever_writes() -> None:
    person = grown()
    row = board(person)
    report(person)
    see_all_rows("PLN")
    Classification.objects.filter(id=row.id).update(stood_until=now())
    said = {
        field.attname: getattr(row, field.attname)
        for field in Classification._meta.concrete_fields
    }  # fmt: skip
    said |= {
        "id": person, "replaces_id": row.id, "state": "in_force", "looked_at": now(),
        "looked_by": str(second(person).account), "looked_why": "x", "stood_until": None,
        "looked_seen": board_words(row.id),
        "recorded_by": str(second(person).account), "recorded_at": now(),
    }  # fmt: skip
    see_all_rows("PLN")
    with pytest.raises(IntegrityError, match="wait for an answer"), transaction.atomic():
        Classification.objects.create(**said)


def test_only_the_named_officer_answers() -> None:
    item = report(grown())
    with pytest.raises(NotTheOfficer):
        answered(item)
    named(OTHER_OFFICER)
    with pytest.raises(NotTheOfficer):
        answered(item)


def test_the_database_refuses_an_answer_of_anybody_else() -> None:
    person = grown()
    item = report(person)
    named(OTHER_OFFICER)
    see_all_rows("INT")
    with pytest.raises(IntegrityError, match="named for it"), transaction.atomic():
        Answer.objects.create(
            id=person, person_id=person, item=item, occasion="board", recorded_at=now(),
            recorded_by=str(INTELLIGENCE), good_until=now() + DAY,
        )  # fmt: skip


def test_an_answer_needs_a_reason_and_a_statement_of_the_same_item() -> None:
    person = grown()
    item, other = report(person), report(person)
    named()
    with pytest.raises(BadReport):
        answered(item, why=" ")
    with pytest.raises(BadReport, match="no such statement"):
        answered(item, statement_id=shared(other).id)


def test_an_answer_holds_for_a_month_and_then_the_item_waits_again() -> None:
    person = grown()
    item = report(person)
    named()
    answered(item)
    assert queries.queue_of(officer(), at=now()).rest == []
    (waits,) = queries.queue_of(officer(), at=now() + 32 * DAY).rest
    assert (waits.person_id, waits.items) == (person, [item])


def test_the_queue_says_before_what() -> None:
    person = grown()
    report(person)
    assert [one.person_id for one in queries.queue_of(officer(), at=now()).rest] == [person]
    called(person, at=now(), meets_at=now() + 2 * DAY)
    found = queries.queue_of(officer(), at=now())
    assert found.rest == [] and [one.person_id for one in found.soon] == [person]
    assert found.soon[0].occasion.board_at is not None


@pytest.mark.parametrize("by", [DIRECTOR, WING])
def test_the_queue_is_the_offices_alone(by: object) -> None:
    with pytest.raises(NotThere):
        queries.queue_of(by, at=now())  # type: ignore[arg-type]


def test_the_number_is_told_to_whoever_reads_in_short_and_to_nobody_else() -> None:
    person = grown()
    report(person)
    assert queries.items_waiting(DIRECTOR, person, at=now()) == 1
    with pytest.raises(Refused):
        queries.items_waiting(WING, person, at=now())
    with pytest.raises(Refused):
        queries.items_waiting(ADMISSIONS, person, at=now())


def test_one_officer_is_named_for_a_prison_at_a_time_and_never_by_himself() -> None:
    row = named()
    with pytest.raises(Over):
        named(OTHER_OFFICER)
    actions.end_appointment(by=DIRECTOR, at=now(), officer_id=row.id)
    named(OTHER_OFFICER)
    with pytest.raises((NotThere, Refused)):
        actions.appoint(
            by=officer(), at=now(), establishment="north", account=INTELLIGENCE, ends=None
        )
    with pytest.raises(NotTheOfficer):
        actions.appoint(by=DEPUTY, at=now(), establishment="north", account=WING.account, ends=None)


def left(person: UUID, *, at: object) -> None:
    """The stay ends by a release, as a row: no signature of this room is asked for."""
    see_all_rows("ID", "SEN")
    sql(
        "UPDATE custody_stay SET stood_until = %s WHERE person_id = %s AND stood_until IS NULL "
        "RETURNING id", at, person,
    )  # fmt: skip
    sql(
        "INSERT INTO custody_stay (id, person_id, recorded_at, recorded_by, establishment, "
        "admitted_at, without_order, left_at, left_how, replaces_id) SELECT gen_random_uuid(), "
        "person_id, %s, recorded_by, establishment, admitted_at, without_order, %s, 'release', id "
        "FROM custody_stay WHERE person_id = %s RETURNING id", at, at, person,
    )  # fmt: skip


def test_nobody_is_held_for_a_missing_answer_and_it_stays_on_the_list_until_it_is_written() -> None:
    person = grown()
    item = report(person, at=now() - timedelta(minutes=5))
    named()
    left(person, at=now())
    assert actions.note_left_open(at=now()) == 1
    assert actions.note_left_open(at=now()) == 0, "it is noted once"
    (waits,) = queries.queue_of(officer(), at=now()).left
    assert (waits.person_id, waits.items) == (person, [item])
    assert queries.left_waiting(DIRECTOR, "north", at=now()) == 1
    assert sql(
        "SELECT count(*) FROM register_entry WHERE event = 'intelligence.unanswered_at_release'"
    ) == 1  # fmt: skip
    answered(item, occasion="after_release", why="It was seen too late. The rota is changed.")
    assert queries.queue_of(officer(), at=now()).left == []
    assert queries.left_waiting(DIRECTOR, "north", at=now()) == 0


def test_who_left_with_every_item_answered_stands_on_no_list() -> None:
    person = grown()
    item = report(person, at=now() - timedelta(minutes=5))
    named()
    answered(item, occasion="release")
    left(person, at=now())
    assert actions.note_left_open(at=now()) == 0
    assert queries.left_waiting(DIRECTOR, "north", at=now()) == 0


def test_the_case_manager_who_signs_learns_no_more_than_the_number() -> None:
    person = grown()
    report(person)
    with pytest.raises(Refused):
        queries.reports_of(manager(person), person, at=now())
