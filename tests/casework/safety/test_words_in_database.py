"""What the database refuses of words and times: an unknown code, a half-told order, no end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import models

from tests.casework.safety.made import AT, DAY, HOUR, grown, key
from tests.casework.safety.test_database import order, refused, review, spell, state
from tests.casework.safety.test_measures_database import put, restraint, restriction
from tests.staff import see_all_rows
from throughcare.casework.people.files import fresh_id
from throughcare.casework.safety.models import (
    Contact,
    DayConflict,
    DirectorAnswer,
    HealthOpinion,
    HealthRecommendation,
    HealthRequest,
    HealthState,
    MitigationPlan,
    RestraintCheck,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> UUID:
    """Somebody grown up, with every row to be seen."""
    found = grown()
    see_all_rows("DIS", "HLT", "SEN")
    return found


def test_an_unknown_code_of_an_old_import_stands_in_no_order_and_no_spell(person: UUID) -> None:
    running = spell(person)
    refused("safety_order_ground_and_role", order, running, ground="because")
    refused("safety_order_ground_and_role", order, running, authority_role="king")
    other = grown("Marat", cell="north/a/1/02")
    see_all_rows("DIS", "HLT", "SEN")
    refused("safety_separation_kind", spell, other, kind="the hole")
    refused("safety_restriction_ground_and_role", restriction, other, ground="because")
    refused("safety_restriction_scope_of_its_kind", restriction, other, scope="everything")
    refused("safety_restraint_purpose_is_lawful", restraint, other, purpose="because")


def test_a_separation_does_not_end_before_it_begins(person: UUID) -> None:
    refused("safety_separation_ends_after_it_begins", spell, person, until=AT - HOUR)
    assert spell(person, until=AT).pk


def test_a_separation_names_its_own_first_version(person: UUID) -> None:
    refused("safety_separation_names_its_first_version", spell, person, spell=fresh_id(AT))


def test_an_order_is_told_when_how_and_in_which_language_or_not_at_all(person: UUID) -> None:
    running, rule = spell(person), "safety_order_told_when_how_and_in_which_language"
    told: dict[str, Any] = {"told_at": AT, "told_language": "ar", "told_how": "oral"}
    for lacking, none in (("told_at", None), ("told_language", ""), ("told_how", "")):
        refused(rule, order, running, **{**told, lacking: none})
    refused(rule, order, running, **{**told, "told_how": "by drum"})
    order(running, **told)


@pytest.mark.parametrize("lacking", [{"reviewer": ""}, {"reasons": ""}, {"outcome": "later"}])
def test_a_review_says_who_and_why_and_what_it_comes_to(
    person: UUID, lacking: dict[str, str]
) -> None:
    refused("safety_review_says_who_and_why", review, spell(person), **lacking)


def test_a_plan_says_what_is_done(person: UUID) -> None:
    running = spell(person)
    said: dict[str, Any] = {"separation_id": running.id, "at": AT}
    refused("safety_plan_says_what_is_done", put, MitigationPlan, person, **said, measures="")
    assert put(MitigationPlan, person, **said, measures="light")


WRONG: list[tuple[type[models.Model], dict[str, Any], str]] = [
    (HealthState, {"kind": "tired", "since": AT}, "safety_health_state_kind"),
    (
        HealthState, {"kind": "pregnant", "since": AT, "until": AT - DAY},
        "safety_health_state_ends_after_it_begins",
    ),
    (
        HealthOpinion, {"at": AT, "fitness": "fit", "said_by": "N"},
        "safety_opinion_is_one_of_the_list",
    ),
    (
        HealthOpinion, {"at": AT, "fitness": "no_objection", "said_by": ""},
        "safety_opinion_is_one_of_the_list",
    ),
    (
        HealthRecommendation, {"at": AT, "advice": "wait", "said_by": "N"},
        "safety_advice_is_one_of_the_list",
    ),
    (
        HealthRecommendation, {"at": AT, "advice": "end", "said_by": ""},
        "safety_advice_is_one_of_the_list",
    ),
    (
        HealthRequest, {"entry_key": key(), "at": AT, "asked_by": "nobody"},
        "safety_request_asked_by",
    ),
    (
        Contact, {"entry_key": key(), "since": AT, "until": AT + HOUR, "kind": ""},
        "safety_contact_has_a_kind",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("model", "said", "rule"), WRONG)
def test_what_is_none_of_the_list_or_says_nothing_is_refused_by_name(
    person: UUID, model: type[models.Model], said: dict[str, Any], rule: str
) -> None:
    refused(rule, put, model, person, **said)


def test_one_state_of_health_of_a_kind_stands_at_a_time(person: UUID) -> None:
    state(person)
    refused("safety_one_health_state_of_a_kind", state, person, since=AT + DAY)
    assert state(person, "breastfeeding").pk


def test_an_answer_of_the_director_has_its_reasons_and_is_of_the_list(person: UUID) -> None:
    advice = put(HealthRecommendation, person, at=AT, advice="end", said_by="N. Nurse")
    said: dict[str, Any] = {"recommendation_id": advice.id, "at": AT, "decision": "ends"}
    rule = "safety_answer_has_its_reasons"
    refused(rule, put, DirectorAnswer, person, **said, reasons="")
    refused(rule, put, DirectorAnswer, person, **{**said, "decision": "maybe"}, reasons="r")
    assert put(DirectorAnswer, person, **said, reasons="r")


def test_an_entry_that_waits_is_of_hours_is_kept_once_and_is_settled_by_the_list(
    person: UUID,
) -> None:
    said: dict[str, Any] = {
        "entry": "out_of_cell", "entry_key": key(), "since": AT, "until": AT + HOUR,
        "against": key(), "written_by": "903",
    }  # fmt: skip
    put(DayConflict, person, **said)
    refused("safety_conflict_once", put, DayConflict, person, **said)
    other = {**said, "entry_key": key()}
    rule = "safety_conflict_is_of_a_period"
    refused(rule, put, DayConflict, person, **{**other, "entry": "health_visit"})
    refused("safety_conflict_outcome", put, DayConflict, person, **other, outcome="both")


def test_restraints_end_after_they_begin_and_a_look_is_of_the_list(person: UUID) -> None:
    # Who asks first whether health forbids it finds that this is no time at all.
    rule = "safety_restraint_ends_after_it_begins|range lower bound"
    refused(rule, restraint, person, until=AT - HOUR)
    use = restraint(person)
    said: dict[str, Any] = {"restraint_id": use.first, "at": AT}
    refused("safety_restraint_check_is_of_the_list", put, RestraintCheck, person, **said, what="")
