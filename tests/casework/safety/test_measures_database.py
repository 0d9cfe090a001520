"""What the database refuses of restrictions, restraints and discipline, past every action."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, models, transaction

from tests.casework.safety.made import AT, DAY, HOUR, NURSE, grown, separated
from tests.staff import see_all_rows, see_no_rows
from throughcare.casework.people.files import fresh_id
from throughcare.casework.safety import actions
from throughcare.casework.safety.catalogue import (
    forbidden_instruments,
    forbidden_sanctions,
    instruments,
    sanctions,
)
from throughcare.casework.safety.models import (
    DisciplinaryCase,
    MentalCondition,
    Restraint,
    RestraintCheck,
    Restriction,
    RestrictionReview,
    Sanction,
)

pytestmark = pytest.mark.django_db
FOUND = {"found": "told by two people", "said_by": "the inspector"}
AS_IT_WAS = "found_says_by_whom"


def put(model: type[models.Model], person: UUID, **said: Any) -> Any:
    """A raw row that no action has looked at."""
    row = fresh_id(AT)
    given = {"id": row, "person_id": person, "recorded_at": AT, "recorded_by": "901"}
    return model._default_manager.create(**{**given, **said})


def restriction(person: UUID, **more: Any) -> Any:
    """A restriction as a raw row."""
    said: dict[str, Any] = {
        "kind": "contact", "scope": "family_limited", "ground": "security", "legal_ground": "a",
        "reasons": "r", "authority": "A. Director", "authority_role": "director",
        "ordered_by": "901", "since": AT, "end_at": AT + 9 * DAY, "review_at": AT + DAY,
    }  # fmt: skip
    return put(Restriction, person, **{**said, **more})


def restraint(person: UUID, **more: Any) -> Any:
    """A use of restraints as a raw row."""
    said: dict[str, Any] = {
        "instrument": "handcuffs", "purpose": "transfer", "lawful_ground": "a", "reason": "r",
        "lesser_means_tried": "talk", "since": AT,
    }  # fmt: skip
    return put(Restraint, person, **{**said, **more})


def case(person: UUID, **more: Any) -> Any:
    """A decided case as a raw row."""
    said: dict[str, Any] = {
        "incident": fresh_id(AT), "act": "a fight", "happened_at": AT, "reported_at": AT,
        "reporter": "W. Officer", "reported_by": "903", "notice_at": AT, "notice_language": "ar",
        "mind_weighed_at": AT + DAY, "mind_weighed_by": "D", "mind_finding": "no_part",
        "heard_at": AT + DAY, "person_heard": True, "legal_help": "lawyer",
        "interpreter": "given", "decided_at": AT + 2 * DAY, "decider": "A. Director",
        "decider_role": "director", "decided_by": "901", "outcome": "proven", "reasons": "r",
    }  # fmt: skip
    return put(DisciplinaryCase, person, **{**said, **more})


def sanction(of: Any, **more: Any) -> Any:
    """A sanction as a raw row."""
    said: dict[str, Any] = {
        "case_id": of.first, "incident": of.incident, "kind": "warning", "offence": "o",
        "reasons": "r", "since": AT, "no_end_why": "a warning", "imposed_at": AT + 2 * DAY,
        "decider": "A. Director", "decider_role": "director", "decided_by": "901",
    }  # fmt: skip
    return put(Sanction, of.person_id, **{**said, **more})


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


def test_nobody_bars_all_contact_or_cuts_food_but_what_was_done_is_kept(person: UUID) -> None:
    rule = "safety_no_family_barred_and_no_food_cut"
    food = {"kind": "regime", "scope": "food_or_water"}
    refused(rule, restriction, person, scope="family_barred")
    refused(rule, restriction, person, **food)
    assert restriction(person, scope="family_barred", **FOUND)
    assert restriction(person, **food, **FOUND)


def test_children_are_not_barred_as_a_sanction_and_are_by_a_court(person: UUID) -> None:
    rule = "safety_children_are_not_barred_as_a_sanction"
    refused(rule, restriction, person, scope="children_barred", ground="sanction")
    assert restriction(person, scope="children_barred", ground="court_order")
    assert restriction(person, scope="children_barred", ground="sanction", **FOUND)


def test_visits_calls_and_letters_are_not_all_barred_at_once(person: UUID) -> None:
    restriction(person, scope="visits_barred", end_at=AT + 5 * DAY)
    restriction(person, scope="calls_barred", since=AT + 2 * DAY, review_at=AT + 3 * DAY)
    rule = "visits, calls and letters are not all barred at once"
    refused(rule, restriction, person, scope="letters_barred")
    at = AT + 5 * DAY
    assert restriction(person, scope="letters_barred", since=at, review_at=at)
    assert restriction(person, scope="letters_barred", **FOUND)


def test_a_restriction_has_an_end_its_review_and_its_words(person: UUID) -> None:
    rule = "safety_restriction_says_who_why_and_until_when"
    for lacking in ("end_at", "review_at"):
        refused(rule, restriction, person, **{lacking: None})
    for lacking in ("authority", "legal_ground", "reasons"):
        refused(rule, restriction, person, **{lacking: ""})
    rule = "safety_restriction_is_reviewed_before_it_ends"
    refused(rule, restriction, person, review_at=AT + 10 * DAY)
    refused(rule, restriction, person, end_at=AT, review_at=AT)
    refused("ends_no_later", restriction, person, ended_at=AT + 10 * DAY, ended_why="late")
    refused("scope_of_its_kind", restriction, person, kind="property")
    refused("health_staff_order_no", restriction, person, authority_role="health_staff")
    refused(AS_IT_WAS, restriction, person, found="x")


def test_who_ordered_a_restriction_does_not_review_it(person: UUID) -> None:
    row = restriction(person)
    said: dict[str, Any] = {
        "restriction_id": row.first, "at": AT + HOUR, "reviewer": "B", "outcome": "end",
        "reasons": "r", "recorded_by": "902",
    }  # fmt: skip
    rule = "whoever ordered a restriction does not review it"
    refused(rule, put, RestrictionReview, person, **{**said, "recorded_by": "901"})
    refused(rule, put, RestrictionReview, person, **{**said, "reviewer": " a. director "})
    assert put(RestrictionReview, person, **said)


@pytest.mark.parametrize("instrument", [*sorted(forbidden_instruments()), "rope", "Handcuffs"])
def test_no_instrument_outside_the_list_is_used_but_what_was_done_is_kept(
    person: UUID, instrument: str
) -> None:
    refused("no instrument that may be used", restraint, person, instrument=instrument)
    assert restraint(person, instrument=instrument, **FOUND)


def test_restraints_have_a_lawful_purpose_an_order_and_their_words(person: UUID) -> None:
    refused("safety_restraint_purpose_is_lawful", restraint, person, purpose="other")
    refused("safety_restraint_is_no_sanction", restraint, person, as_sanction=True)
    refused("is_off_before_an_authority", restraint, person, at_appearance=True)
    rule = "safety_restraint_against_harm_is_ordered_before"
    refused(rule, restraint, person, purpose="harm")
    late = {"ordered_by": "D", "ordered_at": AT + HOUR}
    refused(rule, restraint, person, purpose="harm", **late)
    refused(rule, restraint, person, ordered_by="D")
    for lacking in ("lawful_ground", "reason", "lesser_means_tried"):
        refused("says_why_and_what_was_tried", restraint, person, **{lacking: ""})
    assert restraint(person, purpose="harm", ordered_by="D", ordered_at=AT)
    assert restraint(person, purpose="harm", **late, as_sanction=True, **FOUND)


@pytest.mark.parametrize("kind", ["labour", "birth_and_after"])
def test_nobody_in_labour_or_just_after_is_restrained(person: UUID, kind: str) -> None:
    actions.state_health(
        by=NURSE, at=AT + DAY, person_id=person, kind=kind, since=AT, until=AT + HOUR
    )
    see_all_rows("DIS", "HLT")
    refused("this person must not be restrained", restraint, person, since=AT + HOUR / 2)
    before = AT - HOUR
    refused("must not be restrained", restraint, person, since=before, until=AT + HOUR / 2)
    assert restraint(person, since=AT + HOUR) and restraint(person, since=before, until=before)
    assert restraint(person, **FOUND)


@pytest.mark.parametrize("kind", [*sorted(forbidden_sanctions()), "extra_drill"])
def test_no_sanction_outside_the_list_is_imposed_but_what_was_done_is_kept(
    person: UUID, kind: str
) -> None:
    tried = case(person)
    refused("no sanction that may be imposed", sanction, tried, kind=kind)
    assert sanction(tried, kind=kind, **FOUND)


def test_nobody_is_sanctioned_twice_for_one_act_until_the_first_is_set_aside(person: UUID) -> None:
    tried = case(person)
    assert sanction(tried) and sanction(tried, kind="loss_of_privilege", until=AT + DAY)
    again = {"imposed_at": AT + 3 * DAY}
    refused("nobody is sanctioned twice for one act", sanction, tried, **again)
    assert sanction(tried, **again, **FOUND)
    Sanction.objects.update(stood_until=AT + 2 * DAY)
    aside = {"set_aside_at": AT + 3 * DAY, "set_aside_why": "appeal"}
    assert sanction(tried, **aside) and sanction(tried, **again)


def test_a_sanction_is_for_an_act_that_was_proven_of_this_very_person(person: UUID) -> None:
    rule = "no act of this person was found proven"
    refused(rule, sanction, case(person, outcome="not_proven"))
    refused(rule, sanction, case(person, mind_finding="direct_cause"))
    refused(rule, sanction, case(person), incident=fresh_id(AT))
    other = grown("Marat", cell="north/a/1/02")
    see_all_rows("DIS", "HLT", "SEN")
    refused("no entry of this person", sanction, case(other), person_id=person)
    refused("safety_no_sanction_of_a_group", sanction, case(person), collective=True)
    refused("says_for_what_by_whom", sanction, case(person), no_end_why="")
    refused("set_aside_for_a_reason", sanction, case(person), set_aside_at=AT + 3 * DAY)


def test_a_separation_as_a_sanction_names_its_spell_of_this_person(person: UUID) -> None:
    tried, other = case(person), grown("Marat", cell="north/a/1/02")
    spell, elsewhere = separated(person).separation_id, separated(other).separation_id
    see_all_rows("DIS", "HLT", "SEN")
    refused("names_its_spell", sanction, tried, kind="separation")
    refused("no entry of this person", sanction, tried, kind="separation", separation_id=elsewhere)
    assert sanction(tried, kind="separation", separation_id=spell)


def test_who_reports_does_not_decide_and_who_decides_not_the_appeal(person: UUID) -> None:
    rule = "safety_who_reports_does_not_decide"
    refused(rule, case, person, decided_by="903")
    refused(rule, case, person, decider=" w. OFFICER")
    refused("whoever reported an act does not", sanction, case(person), decided_by="903")
    refused("whoever reported an act does not", sanction, case(person), decider="w. officer ")
    over: dict[str, Any] = {
        "appealed_at": AT + 3 * DAY, "appeal_decided_at": AT + 4 * DAY, "appeal_reasons": "r",
        "appeal_decider": "B", "appeal_decided_by": "902", "appeal_outcome": "upheld",
    }  # fmt: skip
    rule = "safety_who_decides_does_not_decide_the_appeal"
    refused(rule, case, person, **{**over, "appeal_decided_by": "901"})
    refused(rule, case, person, **{**over, "appeal_decider": "a. director"})
    assert case(person, **over) and case(person, decided_by="903", **FOUND)


def test_a_case_goes_in_its_order(person: UUID) -> None:
    rule = "safety_decision_comes_after_hearing_and_mind"
    for lacking in ("heard_at", "mind_weighed_at"):
        refused(rule, case, person, **{lacking: None})
    for role in ("health_staff", "prisoner", ""):
        refused(rule, case, person, decider_role=role)
    rule = "safety_hearing_comes_after_notice_and_says_who_helped"
    for wrong in ({"notice_at": None}, {"person_heard": None}, {"legal_help": ""}):
        refused(rule, case, person, **wrong)
    refused("notice_is_given_in_a_language", case, person, notice_language="")
    refused("case_is_reported_by_somebody", case, person, reporter="")
    refused("case_is_reported_by_somebody", case, person, reported_at=None)
    first = case(person)
    refused("safety_one_case_for_one_act", case, person, incident=first.incident)
    assert case(person, heard_at=None, mind_weighed_at=None, decider_role="", **FOUND)


def test_the_lists_of_the_database_are_those_of_the_catalogues(person: UUID) -> None:
    for function, listed in (("instruments", instruments()), ("sanctions", sanctions())):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT safety_{function}()")
            assert set(cursor.fetchone()[0]) == set(listed)
    assert not set(instruments()) & set(forbidden_instruments())
    assert not set(sanctions()) & set(forbidden_sanctions())


def _rows(person: UUID) -> list[models.Model]:
    use, tried, limited = restraint(person), case(person), restriction(person)
    said = {"restriction_id": limited.first, "reviewer": "B", "outcome": "end", "reasons": "r"}
    return [
        use, tried, limited, sanction(tried), put(MentalCondition, person, since=AT),
        put(RestraintCheck, person, restraint_id=use.first, at=AT, what="checked"),
        put(RestrictionReview, person, recorded_by="902", at=AT, **said),
    ]  # fmt: skip


def test_no_row_is_changed_taken_away_or_seen_from_outside(person: UUID) -> None:
    rows = _rows(person)
    for row in rows:
        mine: Any = type(row)._default_manager.filter(pk=row.pk)
        refused("Cannot update", mine.update, recorded_by="7")
        mine._raw_delete(mine.db)  # no policy lets anybody delete
        assert mine.exists()
    see_no_rows()
    assert not [row for row in rows if type(row)._default_manager.filter(pk=row.pk).exists()]


def test_who_sees_the_register_of_discipline_alone_sees_no_illness(person: UUID) -> None:
    _rows(person)
    see_no_rows()
    see_all_rows("DIS")
    assert Restraint.objects.exists() and not MentalCondition.objects.exists()


def test_a_look_belongs_to_restraints_of_the_same_person(person: UUID) -> None:
    other = grown("Marat", cell="north/a/1/02")
    see_all_rows("DIS", "HLT", "SEN")
    use: Any = restraint(person)
    moment: datetime = AT
    said = {"restraint_id": use.first, "at": moment, "what": "checked"}
    refused("no entry of this person", put, RestraintCheck, other, **said)
    refused("check_is_of_the_list", put, RestraintCheck, person, **{**said, "what": "slept"})
    assert put(RestraintCheck, person, **said)
