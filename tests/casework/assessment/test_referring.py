"""Whoever may report an incident may refer; what was done comes first, belief completes nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casework.assessment.made import (
    AT,
    DAY,
    DIRECTOR,
    HOUR,
    INSPECTOR,
    NURSE,
    WING,
    another_account,
    assigned,
    grown,
    manager,
    referred,
    refused_by,
)
from tests.staff import see_all_rows, written
from throughcare.access.errors import NotThere, Refused
from throughcare.access.models import Account
from throughcare.access.question import HeldPost, Viewer
from throughcare.access.terms import Role
from throughcare.casework.assessment import actions, queries
from throughcare.casework.assessment.errors import BeliefAlone, NotSaid, WrongState
from throughcare.casework.assessment.models import Referral
from throughcare.casework.custody.errors import BadMoment
from throughcare.casework.people.errors import NoReason
from throughcare.casework.people.files import fresh_id

pytestmark = pytest.mark.django_db

BELIEFS = [
    "He has grown a beard.",
    "He prays more often than before.",
    "Elle porte le voile depuis un mois.",
    "Он стал носить бороду и молится.",
    "صار يصلي كل يوم",
    "Ол намаз оқи бастады.",
    "He asks for halal food.",
    "He reads the Koran aloud.",
]


@pytest.mark.parametrize("who", [WING, NURSE, DIRECTOR], ids=["officer", "nurse", "director"])
def test_staff_who_may_report_an_incident_may_refer_and_read_nothing_by_it(who: Viewer) -> None:
    person = grown()
    row = referred(person, by=who)
    assert (row.state, row.screening_id) == ("waiting", None)
    if who is not DIRECTOR:
        with pytest.raises((Refused, NotThere)):
            queries.judgements_of(who, person, at=AT + 2 * DAY)


def test_the_case_staff_may_refer_too() -> None:
    person = grown()
    assert referred(person, by=manager(person)).state == "waiting"


@pytest.mark.parametrize(
    ("role", "error"),
    [
        (Role.CHAPLAIN, Refused),  # who comes to a chaplain must not be reported by the chaplain
        (Role.DEFENCE_LAWYER, Refused),
        (Role.JUDGE_PROSECUTOR, Refused),
        (Role.NPM_INSPECTOR, Refused),
        (Role.HQ_ANALYST, Refused),
        (Role.SYSTEM_ADMINISTRATOR, Refused),
    ],
)
def test_nobody_else_may_refer(role: Role, error: type[Exception]) -> None:
    person = grown()
    with pytest.raises(error):
        referred(person, by=assigned(role, 950, person))


def test_an_officer_of_another_prison_finds_nobody_to_refer() -> None:
    person = grown()
    since = WING.posts[0].period
    away = written(Viewer(951, posts=(HeldPost(Role.SECURITY_OFFICER, "south", since),)))
    with pytest.raises(NotThere):
        referred(person, by=away)


def test_a_prisoner_writes_no_referral_about_himself() -> None:
    person = grown()
    account = Account.objects.create(pk=952, name="account 952", person=person)
    own = HeldPost(Role.PRISONER, "north", WING.posts[0].period)
    me = written(Viewer(account.pk, person=person, posts=(own,)))
    with pytest.raises(Refused):
        referred(person, by=me)


@pytest.mark.parametrize("said", BELIEFS)
def test_belief_worship_dress_and_diet_complete_no_referral(said: str) -> None:
    person = grown()
    with pytest.raises(BeliefAlone, match="leaving that aside, what did the person do"):
        referred(person, act=said)
    with pytest.raises(BeliefAlone, match="speaks of it again"):
        referred(person, act=said, besides=said)
    with pytest.raises(BeliefAlone, match="does not say what was done"):
        referred(person, act=said, besides="nothing")
    assert queries.judgements_of(INSPECTOR, person, at=AT + 2 * DAY).referrals == []


def test_an_act_beside_it_completes_a_referral() -> None:
    person = grown()
    row = referred(
        person, act="He took the Koran from another man and threw it at him.",
        besides="He took a book by force and hit a man with it.",
    )  # fmt: skip
    assert row.besides.startswith("He took a book")


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"act": " "}, NotSaid),
        ({"otherwise": ""}, NotSaid),
        ({"kind": "belief"}, NotSaid),
        ({"kind": "dress"}, NotSaid),
        ({"seen_how": "rumour"}, NotSaid),
        ({"happened_at": AT + 5 * DAY}, BadMoment),
    ],
)
def test_a_referral_says_an_act_of_the_list_that_was_and_what_else_it_may_be(
    more: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        referred(grown(), **more)


def test_a_mistake_is_withdrawn_for_a_reason_and_stays_readable() -> None:
    person = grown()
    row, who = referred(person), manager(person)
    with pytest.raises(NoReason):
        actions.withdraw_referral(by=who, at=AT + 2 * DAY, referral_id=row.id, why=" ")
    actions.withdraw_referral(by=who, at=AT + 2 * DAY, referral_id=row.id, why="another man")
    read = queries.judgements_of(who, person, at=AT + 3 * DAY)
    assert [one.row.state for one in read.referrals] == ["withdrawn"]
    with pytest.raises(WrongState):
        actions.withdraw_referral(by=who, at=AT + 3 * DAY, referral_id=row.id, why="again")


def test_whoever_referred_may_not_withdraw_it_without_being_of_the_case_staff() -> None:
    row = referred(grown())
    with pytest.raises(NotThere):
        actions.withdraw_referral(by=WING, at=AT + 2 * DAY, referral_id=row.id, why="mistake")


def _raw(person: object, **more: Any) -> Referral:
    row = fresh_id(AT)
    said: dict[str, Any] = {
        "id": row, "first": row, "person_id": person, "recorded_at": AT, "recorded_by": "903",
        "state": "waiting", "kind": "violence", "happened_at": AT - HOUR, "seen_how": "self",
        "act": "he hit him", "otherwise": "a quarrel",
    }  # fmt: skip
    return Referral.objects.create(**{**said, **more})


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"kind": "belief"}, "referral_is_of_the_lists"),
        ({"seen_how": "rumour"}, "referral_is_of_the_lists"),
        ({"act": ""}, "referral_names_an_act_and_what_else_it_may_be"),
        ({"otherwise": ""}, "referral_names_an_act_and_what_else_it_may_be"),
        ({"happened_at": AT + DAY}, "referral_tells_of_what_was"),
        ({"state": "screened"}, "step_is_of_the_table"),
        ({"state": "withdrawn", "withdrawn_why": "x"}, "step_is_of_the_table"),
        ({"withdrawn_why": "x"}, "referral_is_withdrawn_for_a_reason"),
        ({"first": fresh_id(AT)}, "row_keeps_its_first"),
    ],
)
def test_the_database_refuses_what_no_action_writes(more: dict[str, Any], broken: str) -> None:
    person = grown()
    see_all_rows("PLN", "INC")
    with refused_by(*broken.split("|")):
        _raw(person, **more)
    _raw(person)


def test_in_the_database_too_nobody_writes_a_referral_about_himself() -> None:
    person = grown()
    Account.objects.create(pk=953, name="account 953", person=person)
    see_all_rows("PLN", "INC")
    with refused_by("nobody_judges_himself"):
        _raw(person, recorded_by="953")
    another_account(assigned(Role.CASE_MANAGER, 954, person), 955, person)
    _raw(person, recorded_by="955")
