"""What the engine is told of sharings with other agencies, and what it says of vep-13 then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from standards.instants import from_datetime
from tests.casework.assessment.made import DAY, grown
from tests.casework.assessment.made_sharing import (
    APPROVED,
    ASKED,
    GIVEN,
    LATER,
    TOLD,
    approved,
    asked,
    given,
    raw,
    told,
)
from tests.casework.assessment.made_status import in_force
from tests.casework.assessment.test_status_facts import found
from tests.casework.assessment.test_status_facts import told as told_to_rules
from tests.casework.safety.made import DIRECTOR, WING
from tests.staff import see_all_rows
from throughcare.casework.assessment import facts
from throughcare.duties import queries as duties
from throughcare.duties.rules import asked_on
from throughcare.register.proofs import compare_living
from throughcare.register.trouble import What

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
RULE = "vep-13"


def test_the_rule_is_asked() -> None:
    assert RULE in {one.rule for one in asked_on(ASKED.date()).alone}


def test_a_sharing_is_told_once_it_went_out_and_never_before() -> None:
    person = grown()
    row = asked(person)
    assert told_to_rules(person, "disclosure", at=ASKED) == []
    approved(row)
    assert told_to_rules(person, "disclosure", at=APPROVED) == []
    told(given(row))
    assert told_to_rules(person, "disclosure", at=GIVEN - MINUTE) == []
    (one,) = told_to_rules(person, "disclosure", at=LATER)
    assert (one.at, one.key) == (from_datetime(GIVEN), str(row.first))
    assert set(one.fields) == {name for name in facts.FIELDS if name.startswith("disclosure.")}
    entered = {name: filled.entered_at for name, filled in one.fields.items()}
    assert entered.pop("disclosure.approved_by") == from_datetime(APPROVED)
    assert set(entered.values()) == {from_datetime(ASKED)}


def test_what_was_refused_is_told_to_no_rule() -> None:
    person = grown()
    approved(asked(person), approve=False)
    assert told_to_rules(person, "disclosure") == []


def test_what_went_out_by_two_hands_meets_vep_13_and_before_it_nothing_is_said() -> None:
    person = grown()
    in_force(person)
    row = asked(person)
    assert found(person, RULE, ASKED + MINUTE) == []
    approved(row)
    assert found(person, RULE, APPROVED + MINUTE) == []
    given(row)
    assert found(person, RULE, GIVEN + DAY) == [("met", GIVEN, GIVEN)]
    told(row)
    assert found(person, RULE, TOLD + DAY) == [("met", GIVEN, GIVEN)]


def test_without_a_mark_a_sharing_answers_the_rule_as_well() -> None:
    person = grown()
    given(approved(asked(person)))
    assert found(person, RULE, GIVEN + DAY) == [("met", GIVEN, GIVEN)]


def test_a_sharing_has_the_file_judged_anew_for_who_reads_the_plan() -> None:
    person = grown()
    in_force(person)
    row = approved(asked(person))

    def said(viewer: object) -> list[str]:
        of_person = duties.of_person(viewer, person, at=TOLD)  # type: ignore[arg-type]
        return [one.status.value for one in of_person if one.rule == RULE]

    assert said(DIRECTOR) == []
    given(row)
    assert said(DIRECTOR) == ["met"]
    assert said(WING) == []


def test_the_rows_agree_with_what_the_register_was_told_of_them() -> None:
    person = grown()
    told(given(approved(asked(person))))
    see_all_rows("SEN", "HLT", "INC", "DIS", "PLN", "PSY")
    assert compare_living(connection.connection)[1] is None
    raw(person)
    trouble = compare_living(connection.connection)[1]
    assert trouble is not None and trouble.what is What.PUT_IN
