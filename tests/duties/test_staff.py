"""Findings about staff: marked by what is written, judged alike by both engines, shown to two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from standards.checks import OnlyWith
from standards.durations import parse_duration
from standards.findings import Status
from standards.person.engine import evaluate_archive
from tests.staff import written
from tests.training.conftest import cast
from tests.training.made import (
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    ELSEWHERE,
    FAR_OFFICER,
    INSPECTOR,
    OFFICER,
    PSYCHOLOGIST,
    TODAY,
    account,
    another_account,
    boosted,
    holder,
    passed,
    posted,
    supervised,
)
from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.duties import actions, queries
from throughcare.duties.eyes import engine_eyes
from throughcare.duties.models import Judged, KeptFinding, Mark
from throughcare.duties.queries import Wanted, by_rule
from throughcare.duties.queries.of_staff import StaffDuty, of_oneself, of_staff_at
from throughcare.duties.recompute import recompute
from throughcare.duties.rules import asked_on
from throughcare.duties.staff import judge_staff
from throughcare.register.models import Entry
from throughcare.service.training import actions as training

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
LATER = AT + 60 * DAY
RULES = {"vep-29", "vep-30", "nmr-75-2", "nmr-75-3", "nmr-76-2", "br-33"}


def of(whom: Viewer, at: datetime = LATER, by: Viewer = DIRECTOR) -> dict[str, bool]:
    """By rule, whether what is open about somebody is late."""
    found = of_staff_at(by, "north", at=at)
    return {one.rule: one.is_late for one in found if one.account == whom.account}


def kept() -> Counter[tuple[object, ...]]:
    """What is kept about staff."""
    with engine_eyes():
        rows = KeptFinding.objects.filter(house__startswith="staff:")
        asked = ("house", "about", "rule", "status", "since", "until", "key")
        return Counter(rows.values_list(*asked))


def test_these_rules_are_asked_of_staff_and_of_no_file_and_no_house() -> None:
    asked = asked_on(AT.date())
    assert {one.rule for one in asked.of_staff} == RULES
    assert not RULES & {one.rule for one in (*asked.alone, *asked.together)}


def test_who_is_posted_untrained_is_late_on_the_next_page_after_thirty_days() -> None:
    posted()
    assert of(OFFICER, AT)["vep-30"] is False
    assert of(OFFICER) == {
        "nmr-75-2": True, "nmr-76-2": True, "vep-29": True, "vep-30": True, "nmr-75-3": False,
    }  # fmt: skip


def test_what_is_passed_and_held_is_on_the_next_page() -> None:
    posted()
    assert of(OFFICER, LATER)["vep-30"] is True
    on = LATER.date()
    passed(at=LATER, topic="vep_unit", passed_on=TODAY)
    passed(at=LATER, topic="induction", passed_on=TODAY)
    supervised(at=LATER, held_on=on)
    found = of(OFFICER, LATER)
    assert (found["vep-30"], found["nmr-76-2"], found["nmr-75-2"]) == (False, False, False)


def test_a_unit_for_women_asks_for_training_of_its_own() -> None:
    posted(kind="women")
    passed(topic="vep_unit")
    found = of(OFFICER)
    assert (found["br-33"], found["nmr-76-2"]) == (True, True)
    passed(topic="women")
    assert of(OFFICER)["br-33"] is False


@pytest.mark.parametrize(("days", "late"), [(89, False), (91, True)])
def test_a_stricter_age_of_training_counts_though_the_certificate_holds(
    days: int, late: bool
) -> None:
    posted()
    passed(topic="vep_unit")
    asked = asked_on(AT.date())
    (check,) = [one for one in asked.of_staff if one.rule == "vep-30"]
    assert isinstance(check, OnlyWith)
    stricter = replace(check, max_age=parse_duration("P90D"))
    judged = judge_staff(
        "north", replace(asked, of_staff=(stricter,)), evaluate_archive, at=AT + days * DAY
    )
    assert [one.status == Status.BREACHED for one in judged.findings] == [late]


def test_who_was_posted_nowhere_is_accused_of_nothing() -> None:
    posted()
    assert of(PSYCHOLOGIST) == {}


def test_time_alone_makes_it_late_and_nobody_has_to_write() -> None:
    posted()
    of(OFFICER, AT + 30 * DAY)
    with engine_eyes():
        look = Judged.objects.get(house="staff:north").look_again
    assert look is not None and look <= AT + 31 * DAY
    assert "staff:north" not in Mark.objects.values_list("house", flat=True)
    assert of(OFFICER, AT + 31 * DAY)["vep-30"] is True


ACTS: dict[str, Callable[[dict[str, Any]], object]] = {
    "post": lambda there: posted(kind="women"),
    "end": lambda there: training.end_posting(
        by=DIRECTOR, at=AT, posting_id=there["post"].id, ended_on=TODAY + DAY
    ),
    "strike": lambda there: training.strike_posting(
        by=DIRECTOR, at=AT, posting_id=there["post"].id, why="w"
    ),
    "certificate": lambda there: passed(topic="induction"),
    "booster": lambda there: boosted(there["paper"], TODAY),
    "withdraw": lambda there: training.withdraw_certificate(
        by=DIRECTOR, at=AT, certificate_id=there["paper"].id, why="w"
    ),
    "supervision": lambda there: supervised(meeting="debriefing"),
    "strike supervision": lambda there: training.strike_supervision(
        by=DIRECTOR, at=AT, supervision_id=there["met"].id, why="w"
    ),
}  # fmt: skip


@pytest.mark.parametrize("act", sorted(ACTS))
def test_every_act_marks_the_staff_of_the_house_and_nothing_else(act: str) -> None:
    there = {"post": posted(), "paper": passed(topic="vep_unit"), "met": supervised()[0]}
    with engine_eyes():
        Mark.objects.all().delete()
    ACTS[act](there)
    with engine_eyes():
        assert set(Mark.objects.values_list("person", "house")) == {(None, "staff:north")}


def test_what_another_account_passed_marks_it_too_and_of_who_is_posted_nowhere_nothing() -> None:
    posted()
    with engine_eyes():
        Mark.objects.all().delete()
    passed(another_account(OFFICER, 881, Role.TEACHER_INSTRUCTOR), topic="vep_unit")
    passed(PSYCHOLOGIST, topic="vep_unit")
    with engine_eyes():
        assert [one.house for one in Mark.objects.all()] == ["staff:north"]


@pytest.mark.parametrize("role", list(Role))
def test_of_all_roles_only_a_director_and_an_inspector_read_it(role: Role) -> None:
    posted()
    who = written(holder(role, 870))
    if role in {Role.PRISON_DIRECTOR, Role.NPM_INSPECTOR}:
        assert of(OFFICER, by=who)["vep-30"] is True
        assert Entry.objects.filter(event="read.duties_of_staff").exists()
    else:
        with pytest.raises(Refused):
            of_staff_at(who, "north", at=LATER)
    with pytest.raises((NotThere, Refused)):
        of_staff_at(who, "nowhere", at=LATER)


def test_staff_read_what_is_said_of_themselves_and_of_nobody_else() -> None:
    posted()
    posted(PSYCHOLOGIST)
    me: list[StaffDuty] = of_oneself(PSYCHOLOGIST, at=LATER)
    assert {one.account for one in me} == {PSYCHOLOGIST.account} and len(me) >= 4
    assert of_oneself(DEPUTY, at=LATER) == []
    with pytest.raises(NotThere):
        of_oneself(written(holder(Role.PRISONER, 872)), at=LATER)


@pytest.mark.parametrize("reader", [DIRECTOR, OFFICER, INSPECTOR])
def test_no_door_of_files_shows_a_finding_about_staff(reader: Viewer) -> None:
    posted()
    assert of(OFFICER)["vep-30"] is True
    asked: dict[str, Any] = {"at": LATER, "tonight": LATER, "horizon": LATER + 9 * DAY}
    shown = queries.morning(reader, "north", **asked, wanted=Wanted(mine=False), first=0, most=50)
    assert shown.rows == [] and shown.total == 0
    if reader is OFFICER:
        return  # numbers are for those who read the files of a whole prison
    assert not RULES & set(by_rule.states_at(reader, "north", at=LATER).rules)
    for rule in RULES:
        assert by_rule.cases_of(reader, rule, "north", at=LATER).rows == []


def test_what_is_kept_about_staff_names_an_account_and_is_behind_no_compartment() -> None:
    posted()
    of(OFFICER)
    with engine_eyes():
        rows = list(KeptFinding.objects.filter(house="staff:north"))
        assert {(one.person_id, one.about) for one in rows} == {(None, str(OFFICER.account))}
        assert {(one.first, *one.within, *one.answered, one.cured_in) for one in rows} == {
            ("STAFF", "STAFF", "STAFF", "STAFF")
        }
    assert not KeptFinding.objects.exists()  # the service itself sees none


def test_each_establishment_answers_for_itself() -> None:
    posted()
    posted(FAR_OFFICER, by=ELSEWHERE, establishment="south")
    north = {one.account for one in of_staff_at(DIRECTOR, "north", at=LATER)}
    south = {one.account for one in of_staff_at(ELSEWHERE, "south", at=LATER)}
    assert (north, south) == ({OFFICER.account}, {FAR_OFFICER.account})


def test_the_job_judges_the_staff_that_waits_and_no_other() -> None:
    assert actions.judge_waiting_staff(at=AT) == ["north", "south"]
    assert actions.judge_waiting_staff(at=AT) == []
    posted()
    assert actions.judge_waiting_staff(at=AT) == ["north"]
    assert kept()


def test_an_answer_that_somebody_falsified_is_found_by_the_nightly_run() -> None:
    posted()
    assert of(OFFICER)["vep-30"] is True
    actions.judge_house_now("north", at=LATER)
    actions.judge_house_now("south", at=LATER)
    actions.judge_waiting_staff(at=LATER)
    before = kept()
    assert recompute(at=LATER).differed == []
    with engine_eyes():
        KeptFinding.objects.filter(house="staff:north", rule="vep-30").delete()
    (said,) = recompute(at=LATER + timedelta(microseconds=1)).differed
    assert "staff:north" in said and kept() == before


def test_the_accounts_of_one_human_being_are_judged_as_one() -> None:
    other = another_account(OFFICER, 881, Role.TEACHER_INSTRUCTOR)
    posted(other)
    passed(OFFICER, topic="vep_unit")
    assert account(other).pk != OFFICER.account
    assert of(OFFICER)["vep-30"] is False
