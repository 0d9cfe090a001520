"""What the database itself refuses, whoever writes past the actions."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from tests.casework.safety.made import AT, DAY, HOUR, grown, key
from tests.staff import see_all_rows
from throughcare.casework.people.files import fresh_id
from throughcare.casework.safety.models import (
    Contact,
    HealthState,
    OutOfCell,
    Separation,
    SeparationOrder,
    SeparationReview,
)

pytestmark = pytest.mark.django_db


def spell(person: UUID, **more: Any) -> Separation:
    """A separation as a raw row."""
    row = fresh_id(AT)
    said: dict[str, Any] = {
        "id": row, "spell": row, "person_id": person, "recorded_at": AT, "recorded_by": "901",
        "kind": "segregation_cell", "since": AT,
    }  # fmt: skip
    return Separation.objects.create(**{**said, **more})


def order(of: Separation, **more: Any) -> SeparationOrder:
    """An order as a raw row."""
    said: dict[str, Any] = {
        "id": fresh_id(AT), "person_id": of.person_id, "separation_id": of.id, "recorded_at": AT,
        "recorded_by": "901", "ordered_by": "901", "ground": "security", "authority": "A. Director",
        "authority_role": "director", "legal_ground": "article 1", "reasons": "r",
        "alternatives_tried": "talks", "made_at": AT, "valid_from": AT, "end_at": AT + 3 * DAY,
        "review_at": AT + DAY,
    }  # fmt: skip
    return SeparationOrder.objects.create(**{**said, **more})


def review(of: Separation, **more: Any) -> SeparationReview:
    """A review as a raw row."""
    said: dict[str, Any] = {
        "id": fresh_id(AT), "person_id": of.person_id, "separation_id": of.id, "recorded_at": AT,
        "recorded_by": "902", "at": AT + HOUR, "reviewer": "B. Other", "reviewer_role": "judge",
        "independent": True, "outcome": "continue", "reasons": "r",
    }  # fmt: skip
    return SeparationReview.objects.create(**{**said, **more})


def state(person: UUID, kind: str = "pregnant", since: datetime = AT) -> HealthState:
    """A state of health as a raw row."""
    return HealthState.objects.create(
        id=fresh_id(AT), person_id=person, recorded_at=AT, recorded_by="905", kind=kind, since=since
    )


@pytest.fixture
def person() -> UUID:
    """Somebody grown up, with every row to be seen."""
    found = grown()
    see_all_rows("DIS", "HLT", "SEN")
    return found


def refused(name: str, write: Any, *args: Any, **more: Any) -> None:
    """The database refuses this by the name of its rule."""
    with pytest.raises(DatabaseError, match=name), transaction.atomic():
        write(*args, **more)


def test_a_grown_person_is_separated_and_two_spells_do_not_overlap(person: UUID) -> None:
    spell(person, until=AT + DAY)
    spell(person, since=AT + DAY)
    refused("safety_one_separation_at_a_time", spell, person, since=AT + 2 * DAY)


def test_who_is_pregnant_or_would_be_harmed_is_not_separated(person: UUID) -> None:
    for kind in HealthState._meta.get_field("kind").choices or ():
        with transaction.atomic():
            state(person, str(kind[0]))
            refused("must not be separated", spell, person)
            transaction.set_rollback(True)
    spell(person)


def test_an_order_for_who_became_pregnant_during_a_spell_is_refused(person: UUID) -> None:
    running = spell(person)
    order(running)
    state(person)
    refused("must not be separated", order, running)
    order(running, found="found by the inspector")


@pytest.mark.parametrize("born", ["2008-03-02", "2008-03", "2008", "2010-01-01", ""])
def test_a_child_is_not_separated_nor_whose_birth_date_is_not_known(born: str) -> None:
    child = grown(born=born)
    see_all_rows("DIS", "HLT", "SEN")
    refused("must not be separated", spell, child)
    spell(child, found="found in the cell on a round")


@pytest.mark.parametrize("born", ["2008-03-01", "2008-02", "2007", "1980-01-01"])
def test_who_has_come_of_age_is_no_child(born: str) -> None:
    person = grown(born=born)
    see_all_rows("DIS", "HLT", "SEN")
    assert spell(person).pk


def test_who_ordered_does_not_review(person: UUID) -> None:
    running = spell(person)
    order(running)
    rule = "whoever ordered a separation does not review it"
    refused(rule, review, running, recorded_by="901")
    refused(rule, review, running, reviewer=" a. director")
    review(running)


def test_an_order_says_all_that_rule_37_asks_for_and_has_an_end(person: UUID) -> None:
    running = spell(person)
    rule = "safety_order_says_who_why_until_when_and_what_was_tried"
    for lacking in ("reasons", "legal_ground", "authority", "alternatives_tried"):
        refused(rule, order, running, **{lacking: ""})
    refused(rule, order, running, end_at=None)
    refused(rule, order, running, review_at=None)
    refused("safety_order_is_reviewed_before_it_ends", order, running, review_at=AT + 4 * DAY)
    refused("safety_order_is_reviewed_before_it_ends", order, running, end_at=AT)
    rule = "safety_health_staff_and_the_sentence_order_no_separation"
    refused(rule, order, running, authority_role="health_staff")
    refused(rule, order, running, only_sentence_or_offence=True)


def test_an_order_is_of_a_separation_of_the_same_person(person: UUID) -> None:
    other = grown("Marat", cell="north/a/1/02")
    see_all_rows("DIS", "HLT", "SEN")
    refused("no separation of this person", order, spell(person), person_id=other)


def test_hours_are_written_once_and_never_longer_than_a_day(person: UUID) -> None:
    for model, more in ((OutOfCell, {}), (Contact, {"kind": "programme"})):
        once = key()

        def put(model: Any = model, more: Any = more, once: UUID = once, **said: Any) -> None:
            given = {
                "id": fresh_id(AT), "person_id": person, "recorded_at": AT, "recorded_by": "903",
                "entry_key": once, "since": AT, "until": AT + HOUR, **more,
            }  # fmt: skip
            model.objects.create(**{**given, **said})

        put()
        refused("_once", put, since=AT + 2 * HOUR, until=AT + 3 * HOUR)
        refused("once_at_a_time", put, entry_key=key())
        refused("within_a_day", put, entry_key=key(), since=AT + DAY, until=AT + 2 * DAY + HOUR)
        refused("ends_after_it_begins", put, entry_key=key(), since=AT + DAY, until=AT + DAY)


def test_no_row_is_changed_or_taken_away(person: UUID) -> None:
    running = Separation.objects.filter(id=spell(person).id)
    refused("Cannot update", running.update, kind="own_cell")
    assert running.delete()[0] == 0  # no policy lets anybody delete
    assert running.exists()
