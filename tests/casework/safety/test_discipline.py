"""A disciplinary case in its order, its sanctions, and what nobody may impose (Rules 37 to 43)."""

from __future__ import annotations

from typing import Any

import pytest

from standards.findings import Status
from tests.casework.safety.made import (
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    HOUR,
    INSPECTOR,
    MINUTE,
    NURSE,
    SECOND_OFFICER,
    WING,
    grown,
    separated,
)
from tests.casework.safety.made_measures import (
    WARNING,
    appealed,
    decided,
    ready,
    reported,
    statuses,
)
from tests.staff import see_all_rows
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.safety import actions, queries
from throughcare.casework.safety.catalogue import forbidden_sanctions
from throughcare.casework.safety.measure_errors import (
    BadCase,
    BadSanction,
    ForbiddenSanction,
    ReporterDecides,
    SanctionTooLong,
    SecondSanction,
    StepDone,
    StepTooEarly,
)
from throughcare.casework.safety.models import DisciplinaryCase, Sanction

pytestmark = pytest.mark.django_db
THEN = AT + 2 * DAY
LATE = AT + 9 * DAY


def _part(kind: str, **more: Any) -> actions.Part:
    return actions.Part(**{"kind": kind, "since": THEN, "until": THEN + 5 * DAY, **more})


def _hear(case: DisciplinaryCase, at: Any, **more: Any) -> DisciplinaryCase:
    said: dict[str, Any] = {
        "by": DIRECTOR, "at": at, "case_id": case.first, "heard_at": at, "person_heard": True,
        "legal_help": "not_wanted", "interpreter": "given",
    }  # fmt: skip
    return actions.hear(**{**said, **more})


def _notice(case: DisciplinaryCase, at: Any = AT) -> DisciplinaryCase:
    return actions.give_notice(by=DIRECTOR, at=at, case_id=case.first, given_at=at, language="ar")


def test_a_case_led_in_its_order_breaks_no_rule() -> None:
    person = grown()
    case = ready(person)
    decided(case)
    actions.tell_of_review(by=DIRECTOR, at=THEN + HOUR, case_id=case.first, told_at=THEN + HOUR)
    for rule in (
        "nmr-37-b", "nmr-39-1-process", "nmr-39-2-record", "nmr-41-1-report", "nmr-8-c",
        "nmr-41-1-investigate", "nmr-41-2-notice", "nmr-41-2-time", "nmr-41-3-defence",
        "nmr-41-4", "nmr-8-e",
    ):  # fmt: skip
        assert statuses(rule, person, LATE) == {Status.MET}, rule
    for rule in ("nmr-39-1-double", "nmr-43-1-d", "nmr-43-1-e", "nmr-46-1-role"):
        assert statuses(rule, person, LATE) == set(), rule
    (tried,) = queries.measures_of(INSPECTOR, person, at=LATE).cases
    assert tried.case is not None and tried.case.outcome == "proven"
    assert [one.kind for one in tried.sanctions] == ["warning"]


def test_a_sanction_needs_a_hearing_and_a_look_at_the_mind() -> None:
    case = reported(grown())
    with pytest.raises(StepTooEarly, match="nmr-39-1-process"):
        decided(case)
    _notice(case)
    _hear(case, AT + DAY)
    with pytest.raises(StepTooEarly, match="nmr-39-3"):
        decided(case)


def test_a_look_at_the_mind_is_old_after_fourteen_days() -> None:
    case = ready(grown())
    at = AT + 15 * DAY
    with pytest.raises(StepTooEarly, match="nmr-39-3"):
        decided(case, at=at + MINUTE, decided_at=at + MINUTE)
    assert decided(case, at=at, decided_at=at)


def test_nobody_is_sanctioned_for_what_an_illness_was_the_direct_cause_of() -> None:
    case = ready(grown())
    actions.weigh_mind(
        by=DIRECTOR, at=THEN, case_id=case.first, weighed_at=THEN, weighed_by="Dr. Saïd",
        finding="direct_cause",
    )  # fmt: skip
    with pytest.raises(ForbiddenSanction, match="nmr-39-3"):
        decided(case)
    assert decided(case, outcome="not_proven", reasons="illness", parts=())


def test_a_hearing_waits_a_day_after_notice_unless_that_is_waived_in_writing() -> None:
    case = reported(grown())
    with pytest.raises(StepTooEarly, match="nmr-41-2-notice"):
        _hear(case, AT + DAY)
    _notice(case)
    with pytest.raises(StepTooEarly, match="nmr-41-2-time"):
        _hear(case, AT + DAY - MINUTE)
    actions.waive_time(by=DIRECTOR, at=AT + HOUR, case_id=case.first, waived_at=AT + HOUR)
    assert _hear(case, AT + 2 * HOUR)


def test_who_reported_does_not_decide() -> None:
    own = ready(grown(), by=DIRECTOR)
    with pytest.raises(ReporterDecides):
        decided(own)
    named = ready(grown("Marat", cell="north/a/1/02"))
    with pytest.raises(ReporterDecides):
        decided(named, decider=" w. OFFICER ")
    assert decided(own, by=DEPUTY, decider="B. Deputy")


def test_neither_health_staff_nor_a_prisoner_decides() -> None:
    case = ready(grown())
    for role, rule in (("health_staff", "nmr-46-1-role"), ("prisoner", "nmr-40-1")):
        with pytest.raises(BadCase, match=rule):
            decided(case, decider_role=role)


@pytest.mark.parametrize("kind", sorted(forbidden_sanctions()))
def test_a_forbidden_sanction_is_refused_in_the_words_of_its_rule(kind: str) -> None:
    case = ready(grown())
    with pytest.raises(ForbiddenSanction, match=rf"\({forbidden_sanctions()[kind]}\): "):
        decided(case, _part(kind))
    see_all_rows("DIS")
    assert not Sanction.objects.exists()


def test_a_sanction_outside_the_list_and_one_of_a_group_are_refused() -> None:
    case = ready(grown())
    with pytest.raises(ForbiddenSanction, match="nmr-37-b"):
        decided(case, _part("extra_drill"))
    with pytest.raises(ForbiddenSanction, match="nmr-43-1-e"):
        decided(case, WARNING, collective=True)


def test_a_sanction_has_an_end_or_says_why_not_and_is_no_longer_than_a_rule_lets_it() -> None:
    case = ready(grown())
    for wrong in (
        _part("warning", until=None), _part("loss_of_privilege", until=None, no_end_why="x"),
        _part("loss_of_privilege", until=THEN),
    ):  # fmt: skip
        with pytest.raises(BadSanction):
            decided(case, wrong)
    with pytest.raises(SanctionTooLong, match="nmr-43-3-limit"):
        decided(case, _part("contact_limited", until=THEN + 30 * DAY + MINUTE))
    assert decided(case, _part("contact_limited", until=THEN + 30 * DAY))


def test_a_separation_as_a_sanction_names_its_spell_of_the_same_person() -> None:
    person, other = grown(), grown("Marat", cell="north/a/1/02")
    case, spell = ready(person), separated(person, ground="disciplinary")
    elsewhere = separated(other)
    with pytest.raises(BadSanction, match="names the spell"):
        decided(case, _part("separation"))
    with pytest.raises(BadSanction, match="no separation of this person"):
        decided(case, _part("separation", separation_id=elsewhere.separation_id))
    decided(case, _part("separation", separation_id=spell.separation_id))
    (tried,) = queries.measures_of(INSPECTOR, person, at=THEN).cases
    assert tried.sanctions[0].separation_id == spell.separation_id


def test_several_parts_of_one_decision_are_one_sanction() -> None:
    person = grown()
    case = ready(person)
    decided(case, WARNING, _part("loss_of_privilege"))
    assert statuses("nmr-39-1-double", person, LATE) == set()
    assert statuses("nmr-37-b", person, LATE) == {Status.MET}


def test_an_act_has_one_case_and_one_decision() -> None:
    person = grown()
    case = ready(person)
    decided(case)
    with pytest.raises(StepDone):
        decided(case)
    with pytest.raises(BadCase, match="its case already"):
        reported(person, incident=case.incident)
    other = reported(grown("Marat", cell="north/a/1/02"), incident=case.incident)
    assert other.incident == case.incident


def test_a_second_sanction_waits_for_the_first_to_be_set_aside() -> None:
    person = grown()
    case = ready(person)
    decided(case)
    with pytest.raises(SecondSanction, match="nmr-39-1-double"):
        _put_second(case)
    appealed(case, _part("loss_of_privilege", since=AT + 4 * DAY), outcome="replaced")
    assert statuses("nmr-39-1-double", person, LATE) == set()
    (tried,) = queries.measures_of(INSPECTOR, person, at=LATE).cases
    kinds = {one.kind: one.set_aside_at for one in tried.sanctions}
    assert kinds == {"warning": AT + 4 * DAY, "loss_of_privilege": None}


def _put_second(case: DisciplinaryCase) -> None:
    """An appeal that leaves the first sanction where it is and adds another."""
    from throughcare.casework.safety.disciplining import need_lawful
    from throughcare.casework.safety.holding_measures import hold_standing

    see_all_rows("DIS")
    holding, stands = hold_standing(DisciplinaryCase, case.first, by=DIRECTOR, at=LATE)
    need_lawful(holding, stands, [WARNING], LATE)


def test_who_decided_does_not_decide_the_appeal() -> None:
    case = ready(grown())
    decided(case)
    with pytest.raises(ReporterDecides):
        appealed(case, by=DIRECTOR)
    with pytest.raises(StepDone):
        appealed(case)  # the appeal was written; it is not written twice
    with pytest.raises(ReporterDecides):
        actions.decide_appeal(
            by=DEPUTY, at=LATE, case_id=case.first, decided_at=LATE, decider="a. director",
            decider_role="director", outcome="upheld", reasons="r",
        )  # fmt: skip


def test_a_child_is_sanctioned_only_where_it_was_heard() -> None:
    child = grown(born="2010-05-05")
    case = reported(child)
    _notice(case)
    actions.weigh_mind(
        by=DIRECTOR, at=AT + DAY, case_id=case.first, weighed_at=AT + DAY, weighed_by="Dr.",
        finding="no_part",
    )  # fmt: skip
    _hear(case, AT + DAY, person_heard=False)
    with pytest.raises(StepTooEarly, match="juv-hr-70"):
        decided(case)


def test_steps_are_taken_once_and_in_their_order() -> None:
    case = reported(grown())
    said: dict[str, Any] = {"by": DIRECTOR, "case_id": case.first}
    with pytest.raises(StepTooEarly):
        actions.give_notice(**said, at=AT, given_at=AT - MINUTE, language="ar")
    with pytest.raises(BadCase):
        actions.give_notice(**said, at=AT, given_at=AT, language=" ")
    with pytest.raises(StepTooEarly):
        actions.waive_time(**said, at=AT, waived_at=AT)
    with pytest.raises(StepTooEarly):
        actions.tell_of_review(**said, at=AT, told_at=AT)
    with pytest.raises(StepTooEarly):
        actions.question_on_charge(**said, at=AT, questioned_at=AT - MINUTE, lawyer_offered_at=AT)
    _notice(case)
    with pytest.raises(StepDone):
        _notice(case)


def test_who_only_adds_to_the_register_reports_and_goes_no_further() -> None:
    person = grown()
    for by in (WING, SECOND_OFFICER, NURSE):
        assert reported(person, by=by)
    see_all_rows()
    with pytest.raises(Refused):
        queries.measures_of(WING, person, at=AT)
    case = reported(person)
    for by in (WING, NURSE):
        with pytest.raises(NotThere):
            decided(case, by=by)


def test_questioning_on_a_charge_comes_after_the_offer_of_a_lawyer() -> None:
    person = grown()
    case = reported(person)
    actions.question_on_charge(
        by=DIRECTOR, at=AT + HOUR, case_id=case.first, lawyer_offered_at=AT,
        questioned_at=AT + HOUR,
    )  # fmt: skip
    assert statuses("nmr-41-5", person, LATE) == {Status.MET}
