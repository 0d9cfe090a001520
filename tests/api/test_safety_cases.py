"""A machine leads a disciplinary case: each step in its order, and each refusal by its rule."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casework.custody.made import places
from tests.staff import see_all_rows
from throughcare.casework.safety import actions
from throughcare.casework.safety.models import DisciplinaryCase, Sanction

from .made import DAY, Said, machine_of, now
from .measure_calls import MEASURES, WARNING
from .safety_calls import free, of
from .safety_made import (
    HOUR,
    appealed,
    decided,
    deputy,
    director,
    grown,
    inspector,
    ready,
    reported,
    told,
    wing,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def prison(db: None) -> None:
    places()


def ask(name: str, ids: Any, *, by: Any = None, **more: Any) -> Said:
    """The right call of an operation, with something else in it."""
    line = MEASURES[name]
    return machine_of(by or line.by()).post(line.way.format(**ids), line.right(ids) | more)


def part(**more: Any) -> list[dict[str, Any]]:
    """One part of a decision, from an hour ago."""
    return [{**WARNING, "since": (now() - HOUR).isoformat(), **more}]


def refused(said: Said, *words: str) -> None:
    """422, as a problem in the words of the room."""
    assert said.status == 422, said.body
    assert said.headers["Content-Type"] == "application/problem+json"
    for one in words:
        assert one in said.body["detail"], said.body["detail"]


def sanctions() -> int:
    see_all_rows("DIS")
    return int(Sanction.objects.filter(stood_until=None).count())


def test_who_reported_does_not_decide_neither_by_account_nor_by_name() -> None:
    ids = of(ready)()
    refused(ask("decide_case", ids, decider=" w. officer"), "reported an act does not decide")
    own = of(lambda person: ready(person, by=director()))()
    refused(ask("decide_case", own), "reported an act does not decide")
    assert sanctions() == 0
    assert ask("decide_case", own, by=deputy()).status == 200


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"collective": True}, "nmr-43-1-e"), ({"decider_role": "prisoner"}, "nmr-40-1"),
        ({"decider_role": "health_staff"}, "nmr-46-1-role"), ({"decider_role": "king"}, "function"),
        ({"outcome": "not_proven"}, "not proven"), ({"reasons": ""}, "reasons"),
        ({"decider": " "}, "decider"), ({"decided_at": "2199-01-01T00:00:00Z"}, ""),
    ],
)  # fmt: skip
def test_a_decision_for_a_group_by_a_prisoner_or_by_health_staff_is_refused(
    change: dict[str, Any], says: str
) -> None:
    refused(ask("decide_case", of(ready)(), **change), says)
    assert sanctions() == 0


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("corporal_punishment", "nmr-43-1-d"), ("food_or_water_reduced", "nmr-43-1-d-diet"),
        ("dark_cell", "nmr-43-1-c"), ("restraint", "nmr-43-2"),
        ("family_contact_barred", "nmr-43-3-ban"),
        ("a_day_in_the_sun", "nmr-37-b"),
    ],
)  # fmt: skip
def test_a_sanction_that_nobody_may_impose_is_refused_by_its_rule(kind: str, says: str) -> None:
    refused(ask("decide_case", of(ready)(), parts=part(kind=kind)), says)
    assert sanctions() == 0


def test_a_sanction_has_an_end_a_spell_and_is_not_too_long() -> None:
    ids = of(ready)()
    end = (now() + 400 * DAY).isoformat()
    refused(ask("decide_case", ids, parts=part(no_end_why="")), "says why there is none")
    refused(ask("decide_case", ids, parts=part(kind="separation", until=end)), "names the spell")
    refused(
        ask("decide_case", ids, parts=part(kind="contact_limited", until=end)), "nmr-43-3-limit"
    )
    early = (now() - DAY).isoformat()
    refused(
        ask("decide_case", ids, parts=part(kind="loss_of_privilege", until=early)),
        "end before it begins",
    )
    foreign = {"kind": "separation", "until": (now() + DAY).isoformat(), "separation": ids["case"]}
    refused(ask("decide_case", ids, parts=part(**foreign)), "no separation of this person")
    assert sanctions() == 0
    assert ask("decide_case", ids).status == 200 and sanctions() == 1


def test_nobody_is_sanctioned_twice_for_one_act() -> None:
    person = grown()
    first = decided(person)
    ids = {"person": str(person), "case": str(first.id)}
    refused(ask("decide_case", ids), "decided already")
    again = ask("report_act", ids, incident=str(first.incident))
    refused(again, "has its case already", "tried twice")
    assert sanctions() == 1


def test_a_second_sanction_on_appeal_stands_only_where_the_first_is_set_aside() -> None:
    ids = of(appealed)()
    more = part(kind="warning")
    refused(ask("decide_appeal", ids, outcome="upheld", parts=more), "where an appeal says so")
    refused(ask("decide_appeal", ids, outcome="replaced"), "where an appeal says so")
    refused(ask("decide_appeal", ids, by=director()), "does not decide on the appeal")
    refused(ask("decide_appeal", ids, decider="A. Director"), "does not decide on the appeal")
    assert ask("decide_appeal", ids, outcome="replaced", parts=more).status == 200
    assert sanctions() == 2
    refused(ask("decide_appeal", ids), "decided already")


def test_a_second_sanction_for_an_act_that_was_sanctioned_without_a_case_is_refused() -> None:
    person = grown()
    case, at = ready(person), now()
    actions.record_what_happened_sanction(
        by=wing(), at=at, person_id=person, kind="corporal_punishment", imposed_at=at - 2 * DAY,
        found="seen", said_by="two", incident=case.incident,
    )  # fmt: skip
    ids = {"person": str(person), "case": str(case.id)}
    refused(ask("decide_case", ids), "nmr-39-1-double")
    assert sanctions() == 1


def test_a_case_goes_in_its_order() -> None:
    early = (now() - 7 * DAY).isoformat()
    refused(ask("hear", of(reported)()), "nmr-41-2-notice")
    refused(ask("decide_case", of(told)()), "nmr-39-1-process")
    refused(ask("appeal", of(ready)(), at=early), "a step before this one")
    refused(ask("give_notice", of(reported)(), given_at=early), "a step before this one")
    refused(ask("give_notice", of(told)()), "taken already")
    refused(ask("hear", of(ready)()), "taken already")
    refused(ask("decide_appeal", of(decided)()), "nobody has appealed")


def test_a_hearing_too_soon_after_notice_waits_unless_the_time_was_waived_in_writing() -> None:
    ids = of(reported)()
    assert ask("give_notice", ids).status == 200
    refused(ask("hear", ids), "nmr-41-2-time", "have the time waived in writing")
    assert ask("waive_time", ids, at=(now() - HOUR / 2).isoformat()).status == 200
    assert ask("hear", ids).status == 200


def test_whose_illness_caused_the_act_is_not_sanctioned() -> None:
    ids = of(ready)()
    assert ask("weigh_mind", ids, finding="direct_cause").status == 200
    refused(ask("decide_case", ids), "nmr-39-3")
    assert ask("decide_case", ids, parts=[]).status == 200
    assert sanctions() == 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"act": " "}, "act"),
        ({"rule_broken": ""}, "rule broken"),
        ({"reporter": ""}, "reporter"),
        ({"reported_at": "2020-01-01T00:00:00Z"}, "reported before it happened"),
        ({"happened_at": "2199-01-01T00:00:00Z"}, ""),
    ],
)
def test_a_report_that_says_too_little_is_refused(change: dict[str, Any], says: str) -> None:
    refused(ask("report_act", free(), **change), says)
    see_all_rows("DIS")
    assert not DisciplinaryCase.objects.exists()


def test_an_unknown_code_of_an_old_import_is_named() -> None:
    said = ask("decide_case", of(ready)(), outcome="guilty")
    assert said.status == 422 and said.body["errors"][0]["where"] == "body/outcome"


def test_what_went_against_the_rules_is_written_with_who_says_so() -> None:
    ids = free()
    for name in ("find_case", "find_sanction"):
        refused(ask(name, ids, said_by=""), "who says so")
        assert ask(name, ids).status == 201
    refused(ask("find_in_case", of(reported)(), found=""), "how it is known")
    tried = machine_of(inspector()).get(f"/people/{ids['person']}/measures").body["cases"]
    assert {one["case"] and one["case"]["act"] for one in tried} == {"spoke up", None}
    (blow,) = [one["sanctions"][0] for one in tried if one["case"] is None]
    assert (blow["kind"], blow["collective"]) == ("corporal_punishment", True)


def test_a_case_of_another_prison_or_of_nobody_is_not_there() -> None:
    ids = of(ready)()
    far = ask("decide_case", ids, by=director("south"))
    none = ask("decide_case", {"case": ids["person"]})
    assert far.status == none.status == 404 and far.body["detail"] == none.body["detail"]
    assert ask("decide_case", ids, by=wing()).status in {403, 404}
    assert sanctions() == 0
