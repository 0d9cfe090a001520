"""What the engine is told of separation: names of the vocabulary, versions, times of filling."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection

from standards.instants import from_datetime
from standards.records import Record
from tests.casework.safety.made import (
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    HOUR,
    NURSE,
    WING,
    contact,
    grown,
    key,
    out,
    separated,
    words,
)
from tests.staff import see_all_rows
from throughcare.casework.archive import FIELDS, KEPT, archive_of
from throughcare.casework.people.files import fresh_id
from throughcare.casework.rows.record import Record as Row
from throughcare.casework.safety import actions, facts
from throughcare.casework.safety.actions import DayWords
from throughcare.casework.safety.entries import ENTRIES
from throughcare.casework.safety.facts.kept import MEASURES
from throughcare.casework.safety.limits import rulebook
from throughcare.casework.safety.models import EVERY, Contact, DayConflict, SeparationOrder
from throughcare.casework.safety.terms import EntryTable, HealthStateKind
from throughcare.register.proofs import compare_living
from throughcare.register.trouble import What

pytestmark = pytest.mark.django_db
LATER = AT + 3 * DAY


def told(person: UUID) -> list[Record]:
    """The records of the room about a person."""
    see_all_rows("SEN", "HLT", "INC", "DIS")
    return [one for one in archive_of(person, known_at=LATER).records if one.type in facts.KEPT]


def everything() -> UUID:
    """A person with one row of every table that is told."""
    person = grown()
    actions.state_health(
        by=NURSE, at=AT, person_id=person, kind="breastfeeding", since=AT - DAY, until=AT
    )
    spell = actions.find_separation(
        by=WING, at=AT, person_id=person, kind="segregation_cell", since=AT, found="on a round",
        orders=[words(authority_role="health_staff", only_sentence_or_offence=True)],
    ).spell  # fmt: skip
    actions.review_separation(
        by=DEPUTY, at=AT + HOUR, person_id=person, separation_id=spell, reviewed_at=AT + HOUR,
        reviewer="B. Judge", reviewer_role="judge", independent=True, outcome="continue",
        reasons="r",
    )  # fmt: skip
    actions.plan_relief(
        by=DEPUTY, at=AT + HOUR, person_id=person, separation_id=spell, planned_at=AT + HOUR,
        measures="a radio",
    )  # fmt: skip
    for advice in ("end", "adverse_effect"):
        row = actions.advise_director(
            by=NURSE, at=AT + HOUR, person_id=person, said_at=AT + HOUR, advice=advice, said_by="N"
        )
        actions.answer_advice(
            by=DIRECTOR, at=AT + HOUR, person_id=person, advice_id=row.id, decided_at=AT + HOUR,
            decision="goes_on", reasons="r",
        )  # fmt: skip
    asked = DayWords(
        person_id=person, entry=EntryTable.HEALTH_REQUEST, key=key(), since=AT, kind="staff"
    )
    hours = [out(person, AT, AT + HOUR), contact(person, AT, AT + HOUR)]
    done = actions.enter_day(by=WING, at=AT + DAY, entries=[asked, *hours])
    visit = DayWords(
        person_id=person, entry=EntryTable.HEALTH_VISIT, key=key(), since=AT + HOUR,
        answers=done.outcomes[0].row,
    )  # fmt: skip
    assert actions.enter_day(by=NURSE, at=AT + DAY, entries=[visit]).written
    return person


def test_every_name_stands_in_the_vocabulary_and_in_the_archive() -> None:
    names = {name for section in rulebook().vocabulary.names.values() for name in section}
    assert facts.KEPT - names == set()
    assert facts.KEPT <= KEPT
    assert facts.FIELDS <= FIELDS


def test_every_name_but_the_other_states_of_health_is_told_of_a_full_file() -> None:
    others = set(HealthStateKind.values) - {"breastfeeding"}
    assert {one.type for one in told(everything())} == facts.KEPT - MEASURES - others


def test_a_corrected_order_tells_since_when_each_field_was_filled() -> None:
    person = grown()
    spell = actions.find_separation(
        by=WING, at=AT, person_id=person, kind="own_cell", since=AT, found="on a round",
        orders=[words(reasons="", legal_ground="")],
    )  # fmt: skip
    see_all_rows("DIS")
    order = SeparationOrder.objects.get(separation=spell.spell).id
    actions.correct_order(
        by=DIRECTOR, at=AT + 5 * HOUR, person_id=person, order_id=order,
        order=words(reasons="", legal_ground="article 12"), why="it was on the paper",
    )  # fmt: skip
    versions = [one for one in told(person) if one.type == "separation_order"]
    assert [one.voided_at for one in versions] == [from_datetime(AT + 5 * HOUR), None]
    filled = versions[1].fields
    assert filled["separation_order.legal_ground"].entered_at == from_datetime(AT + 5 * HOUR)
    assert filled["separation_order.authority"].entered_at == from_datetime(AT)
    assert filled["separation_order.reasons"].entered_at is None


def test_a_spell_that_ended_is_told_as_it_was_known_before_and_after() -> None:
    person = grown()
    order = separated(person)
    actions.end_separation(
        by=DIRECTOR, at=AT + 2 * DAY, person_id=person, separation_id=order.separation_id,
        until=AT + DAY,
    )  # fmt: skip
    spells = [one for one in told(person) if one.type == "separation"]
    assert [(one.until, one.voided_at) for one in spells] == [
        (None, from_datetime(AT + 2 * DAY)), (from_datetime(AT + DAY), None),
    ]  # fmt: skip
    assert {one.place for one in spells} == {"north/a/1/01"}


def test_a_small_group_is_no_closed_cell_and_is_close_confinement_only_as_a_punishment() -> None:
    person = grown()
    order = separated(person, kind="small_group", ground="protective")
    closed = ("close_confinement_or_disciplinary_segregation", "solitary_or_closed_or_dark_cell")
    assert not [one for one in told(person) if one.type in closed]
    actions.continue_separation(
        by=DIRECTOR, at=AT + DAY, person_id=person, separation_id=order.separation_id,
        order=words(AT + DAY, ground="disciplinary"),
    )  # fmt: skip
    found = [(one.type, one.since) for one in told(person) if one.type in closed]
    assert found == [(closed[0], from_datetime(AT + DAY))]


def test_every_table_is_compared_by_the_register_and_has_its_name_among_the_entries() -> None:
    rows = {one for one in apps.get_app_config("safety").get_models() if issubclass(one, Row)}
    assert set(EVERY) == rows
    # A conflict is settled, never struck out.
    assert {one.model for one in ENTRIES.values()} == rows - {DayConflict}


def test_the_rows_agree_with_what_the_register_was_told_of_them() -> None:
    person = everything()
    see_all_rows("SEN", "HLT", "INC", "DIS")
    assert compare_living(connection.connection)[1] is None
    Contact.objects.create(
        id=fresh_id(AT), person_id=person, recorded_at=AT, recorded_by="903", entry_key=key(),
        since=LATER, until=LATER + HOUR, kind="programme",
    )  # fmt: skip
    trouble = compare_living(connection.connection)[1]
    assert trouble is not None
    assert trouble.what is What.PUT_IN
