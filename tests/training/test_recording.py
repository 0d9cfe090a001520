"""A director writes down what the own staff passed; nobody certifies himself or herself."""

from __future__ import annotations

from typing import Any

import pytest

from tests.staff import written
from tests.training.made import (
    AT,
    DAY,
    DEPUTY,
    DIRECTOR,
    ELSEWHERE,
    FAR_OFFICER,
    INSPECTOR,
    OFFICER,
    TODAY,
    TOOL,
    account,
    another_account,
    boosted,
    holder,
    noon,
    passed,
)
from throughcare.access.errors import Already, NoReason, NotThere, Refused
from throughcare.access.models import Account, Post
from throughcare.access.question import Reason, Viewer
from throughcare.access.terms import Role
from throughcare.register.models import Entry
from throughcare.service.training import actions
from throughcare.service.training.courses import courses
from throughcare.service.training.errors import BadDay, Lapsed, NotSaid, TooLong
from throughcare.service.training.models import Certificate

pytestmark = pytest.mark.django_db
OTHERS = [role for role in Role if role is not Role.PRISON_DIRECTOR]


def withdrawn(row: Certificate, by: Viewer = DIRECTOR, **more: Any) -> Certificate:
    """A day later, with a reason."""
    said: dict[str, Any] = {"by": by, "at": AT + DAY, "why": "a mistake", **more}
    return actions.withdraw_certificate(certificate_id=row.id, **said)


def test_the_director_writes_it_down_for_the_own_staff_and_the_register_knows() -> None:
    row = passed()
    assert (row.kind, row.recorded_by) == ("certificate", str(DIRECTOR.account))
    assert row.valid_until == TODAY + courses()["restraint"].valid.days * DAY
    entry = Entry.objects.get(event="training.certificate_recorded")
    assert (entry.row, entry.role, entry.place) == (str(row.id), "prison_director", "north")


@pytest.mark.parametrize("role", OTHERS)
def test_no_other_role_writes_boosts_or_withdraws(role: Role) -> None:
    row = passed()
    by = written(holder(role, 860))
    for act in (
        lambda: passed(by=by, topic="weapons"),
        lambda: boosted(row, TODAY, by=by),
        lambda: withdrawn(row, by),
    ):
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.answer.reason is Reason.NOT_IN_OFFICE
    assert Certificate.objects.count() == 1


def test_for_another_prisons_director_the_staff_and_its_certificates_are_not_there() -> None:
    row = passed()
    for act in (
        lambda: passed(by=ELSEWHERE, topic="weapons"),
        lambda: boosted(row, TODAY, by=ELSEWHERE),
        lambda: withdrawn(row, ELSEWHERE),
        lambda: passed(FAR_OFFICER),
        lambda: passed(INSPECTOR),
    ):
        with pytest.raises(NotThere):
            act()


def test_a_certificate_that_does_not_exist_is_refused_to_others_as_one_that_does() -> None:
    missing = Certificate(id=passed().account.holder)
    for act in (lambda by: withdrawn(missing, by), lambda by: boosted(missing, TODAY, by=by)):
        with pytest.raises(NotThere):
            act(DIRECTOR)
        with pytest.raises(Refused):
            act(OFFICER)


def test_a_director_whose_post_or_the_officers_has_ended_writes_nothing() -> None:
    Post.objects.filter(account=OFFICER.account).update(ends=AT)
    with pytest.raises(NotThere):
        passed()
    Post.objects.filter(account=DIRECTOR.account).update(ends=AT)
    with pytest.raises(Refused):
        passed(DEPUTY)


@pytest.mark.parametrize("role", [Role.PRISONER, Role.FAMILY, Role.JUDGE_PROSECUTOR])
def test_a_prisoner_a_relative_and_a_judge_are_not_staff_of_a_prison(role: Role) -> None:
    somebody = written(holder(role, 861))
    with pytest.raises(NotThere):
        passed(somebody)


def test_a_post_held_with_another_account_makes_somebody_staff_too() -> None:
    other = another_account(FAR_OFFICER, 862, Role.CHAPLAIN)
    assert passed(FAR_OFFICER).account_id == FAR_OFFICER.account
    assert passed(other, topic="weapons").account_id == other.account


def test_nobody_writes_boosts_or_withdraws_the_own_with_one_account_or_two() -> None:
    me = another_account(OFFICER, 863, Role.PRISON_DIRECTOR)
    row = passed(OFFICER)
    for act in (
        lambda: passed(DIRECTOR),
        lambda: passed(OFFICER, by=me, topic="weapons"),
        lambda: passed(me, by=me, topic="weapons"),
        lambda: boosted(row, TODAY, by=me),
        lambda: withdrawn(row, me),
    ):
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.answer.reason is Reason.OWN_ACCESS
    assert withdrawn(passed(DIRECTOR, by=DEPUTY), DEPUTY).withdrawn_at == AT + DAY


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"topic": "sorcery"}, NotSaid),
        ({"topic": "assessor"}, NotSaid),
        ({"topic": "assessor", "tool": " "}, NotSaid),
        ({"tool": TOOL}, NotSaid),
        ({"issued_by": " "}, NotSaid),
        ({"passed_on": TODAY + DAY}, BadDay),
        ({"valid_until": TODAY}, BadDay),
        ({"valid_until": TODAY - DAY}, BadDay),
        ({"valid_until": TODAY + 366 * DAY}, TooLong),
        ({"valid_days": 10, "valid_until": TODAY + 11 * DAY}, TooLong),
    ],
)
def test_what_cannot_be_certified_is_refused_and_leaves_no_entry(
    more: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        passed(**more)
    assert not Certificate.objects.exists()
    assert not Entry.objects.filter(event__startswith="training.").exists()


def test_an_earlier_end_may_be_written_and_the_last_day_that_the_course_lets() -> None:
    assert passed(valid_until=TODAY + DAY).valid_until == TODAY + DAY
    last = TODAY + 365 * DAY
    assert passed(topic="weapons", valid_until=last).valid_until == last


def test_the_same_is_written_down_once_and_again_after_it_was_withdrawn() -> None:
    row = passed()
    other = another_account(OFFICER, 864, Role.CHAPLAIN)
    for of in (OFFICER, other):
        with pytest.raises(Already):
            passed(of)
    withdrawn(row)
    assert passed(at=AT + DAY).id != row.id


def test_a_booster_is_refused_once_the_certificate_has_lapsed_or_before_it_was() -> None:
    row = passed(valid_until=TODAY + 10 * DAY)
    for day in (TODAY + 10 * DAY, TODAY - DAY):
        with pytest.raises(Lapsed):
            boosted(row, day, at=noon(TODAY + 10 * DAY))
    assert boosted(row, TODAY + 9 * DAY).kind == "booster"
    entry = Entry.objects.get(event="training.booster_recorded")
    assert entry.by == str(DIRECTOR.account)


def test_a_booster_names_a_certificate_that_stands_and_no_booster() -> None:
    row = passed()
    booster = boosted(row, TODAY)
    with pytest.raises(Already):
        boosted(row, TODAY)
    with pytest.raises(NotThere):
        boosted(booster, TODAY)
    withdrawn(row)
    with pytest.raises(Already):
        boosted(row, TODAY + DAY)


def test_it_is_withdrawn_once_for_a_reason_and_stays_readable() -> None:
    row = passed()
    with pytest.raises(NoReason):
        withdrawn(row, why=" ")
    withdrawn(row, DEPUTY, why=" a false paper ")
    row.refresh_from_db()
    assert (row.withdrawn_by, row.withdrawn_why) == (str(DEPUTY.account), "a false paper")
    with pytest.raises(Already):
        withdrawn(row)
    assert Entry.objects.get(event="training.certificate_withdrawn").why == "a false paper"


def test_an_account_that_is_suspended_writes_nothing() -> None:
    Account.objects.filter(pk=DIRECTOR.account).update(is_active=False)
    with pytest.raises(Refused) as caught:
        passed()
    assert caught.value.answer.reason is Reason.SUSPENDED
    assert account(OFFICER).is_active
