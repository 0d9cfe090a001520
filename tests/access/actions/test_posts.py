"""Who appoints whom, where and for how long."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.access.actions.staff import (
    HOUR,
    MINUTE,
    WHY,
    account,
    asked,
    member,
    post,
    seen,
)
from tests.access.cast import NOW
from throughcare.access.actions import appoint, end_post
from throughcare.access.belonging import belonging
from throughcare.access.duties import readers
from throughcare.access.errors import (
    Already,
    BadPeriod,
    Incompatible,
    NoReason,
    NotThere,
    Refused,
    WrongPlace,
)
from throughcare.access.models import Account, Post
from throughcare.access.question import Reason, Viewer
from throughcare.access.terms import Role

pytestmark = pytest.mark.django_db
_ADMIN, _DIRECTOR, _NURSE = Role.SYSTEM_ADMINISTRATOR, Role.PRISON_DIRECTOR, Role.PHYSICIAN_NURSE


def _appoints(by: Viewer, to: Account | None = None, **other: Any) -> Post:
    usual = {"at": NOW, "role": _NURSE, "establishment": "north", "begins": NOW, "ends": None}
    return appoint(by=by, account=to or account("new"), **{**usual, **other})


def _reason(by: Viewer, to: Account | None = None, **other: Any) -> Reason:
    with pytest.raises(Refused) as no:
        _appoints(by, to, **other)
    return no.value.answer.reason


def test_a_director_appoints_in_the_own_prison_and_not_in_another() -> None:
    director, nurse = asked(_DIRECTOR, "north"), account("nurse")
    assert _reason(director, nurse, establishment="south") is Reason.NOT_IN_OFFICE
    given = _appoints(director, nurse, ends=NOW + HOUR)
    assert seen(nurse).posts[0].period.ends == NOW + HOUR
    assert (given.role, given.establishment) == (_NURSE, "north")


def test_a_director_does_not_appoint_in_the_whole_service_and_an_administrator_does() -> None:
    judge = {"role": Role.JUDGE_PROSECUTOR, "establishment": "service"}
    for place in ("north", "service"):
        to = account(place)
        assert _reason(asked(_DIRECTOR, place), to, **judge) is Reason.NOT_IN_OFFICE
    assert _appoints(asked(_ADMIN), account("b"), **judge).pk


def test_an_administrator_appoints_anywhere() -> None:
    admin = asked(_ADMIN)
    assert _appoints(admin, account("a"), establishment="south").pk
    assert _appoints(admin, account("b"), role=_ADMIN, establishment="service").pk


@pytest.mark.parametrize("role", [role for role in Role if role not in {_ADMIN, _DIRECTOR}])
def test_no_other_role_appoints(role: Role) -> None:
    assert _reason(asked(role)) is Reason.NOT_IN_OFFICE


@pytest.mark.parametrize("role", [_ADMIN, _DIRECTOR])
def test_nobody_appoints_themselves_by_whichever_account(role: Role) -> None:
    me = member(role)
    mine = account("mine", holder=me.holder)
    same = {"role": Role.HQ_ANALYST, "establishment": "service"} if role is _ADMIN else {}
    assert _reason(seen(me), me, **same) is Reason.OWN_ACCESS
    assert _reason(seen(me), mine, **same) is Reason.OWN_ACCESS
    assert _appoints(seen(me), account("another"), **same).pk


@pytest.mark.parametrize(
    ("begins", "ends", "right"),
    [
        (NOW, None, True),
        (NOW, NOW + MINUTE, True),
        (NOW + MINUTE, None, True),
        (NOW - MINUTE, None, False),
        (NOW, NOW, False),
        (NOW + MINUTE, NOW, False),
    ],
)
def test_a_post_is_given_from_now_on_and_for_some_time(
    begins: datetime, ends: datetime | None, right: bool
) -> None:
    director = asked(_DIRECTOR)
    if right:
        assert _appoints(director, begins=begins, ends=ends).begins == begins
    else:
        with pytest.raises(BadPeriod):
            _appoints(director, begins=begins, ends=ends)


@pytest.mark.parametrize("place", ["", "North", "north/a", "-north", "north "])
def test_a_place_is_the_code_of_an_establishment(place: str) -> None:
    with pytest.raises(WrongPlace):
        _appoints(asked(_ADMIN), establishment=place)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_held_where_it_belongs(role: Role) -> None:
    admin = asked(_ADMIN)
    for place, fits in (
        ("north", belonging(role).in_prison),
        ("service", belonging(role).in_service),
    ):
        given = {"role": role, "establishment": place, "ends": NOW + HOUR}
        if fits:
            assert _appoints(admin, account(place), **given).pk
        else:
            with pytest.raises(WrongPlace, match=f"{role.value} is not held at '{place}'"):
                _appoints(admin, account(place), **given)


def test_a_law_enforcement_liaison_has_no_standing_access() -> None:
    admin = asked(_ADMIN)
    liaison = {"role": Role.LAW_ENFORCEMENT_LIAISON, "establishment": "service"}
    with pytest.raises(BadPeriod, match="no standing access"):
        _appoints(admin, account("a"), **liaison)
    assert _appoints(admin, account("b"), ends=NOW + HOUR, **liaison).pk


def test_the_same_post_is_given_from_its_end_on_and_not_a_minute_before() -> None:
    director, nurse = asked(_DIRECTOR), account("nurse")
    _appoints(director, nurse, ends=NOW + HOUR)
    with pytest.raises(Already):
        _appoints(director, nurse, begins=NOW + HOUR - MINUTE)
    assert _appoints(director, nurse, begins=NOW + HOUR).pk


@pytest.mark.parametrize("role", sorted(readers() - {Role.LAW_ENFORCEMENT_LIAISON}))
def test_whoever_administers_accounts_reads_no_file(role: Role) -> None:
    admin = asked(_ADMIN)
    both = member(_ADMIN)
    place = "north" if belonging(role).in_prison else "service"
    with pytest.raises(Incompatible):
        _appoints(admin, both, role=role, establishment=place)
    assert _appoints(admin, account("another"), role=role, establishment=place).pk


def test_whoever_reads_files_administers_accounts_neither_by_a_second_account() -> None:
    admin, nurse = asked(_ADMIN), member(_NURSE)
    mine = account("nurse 2", holder=nurse.holder)
    service = {"role": _ADMIN, "establishment": "service"}
    with pytest.raises(Incompatible):
        _appoints(admin, mine, **service)
    assert _appoints(admin, account("another"), **service).pk


def test_the_two_may_follow_one_another_to_the_minute() -> None:
    admin, both = asked(_ADMIN), account("both")
    _appoints(admin, both, ends=NOW + HOUR)
    service = {"role": _ADMIN, "establishment": "service"}
    with pytest.raises(Incompatible):
        _appoints(admin, both, begins=NOW + HOUR - MINUTE, **service)
    assert _appoints(admin, both, begins=NOW + HOUR, **service).pk


def test_an_analyst_who_opens_no_file_may_administer_accounts() -> None:
    given = {"role": Role.HQ_ANALYST, "establishment": "service"}
    assert _appoints(asked(_ADMIN), member(_ADMIN), **given).pk


def test_an_end_is_set_and_brought_forward_and_never_moved_later() -> None:
    director, nurse = asked(_DIRECTOR), member(_NURSE)
    held = Post.objects.get(account=nurse)
    for ends in (NOW + HOUR, NOW + MINUTE):
        held = end_post(by=director, at=NOW, post=held, ends=ends, why=WHY)
        assert held.ends == ends
    with pytest.raises(BadPeriod, match="not moved later"):
        end_post(by=director, at=NOW, post=held, ends=NOW + 2 * MINUTE, why=WHY)
    assert Post.objects.get(pk=held.pk).ends == NOW + MINUTE


def test_a_post_ends_now_and_not_in_the_past_and_once() -> None:
    director, held = asked(_DIRECTOR), Post.objects.get(account=member(_NURSE))
    with pytest.raises(BadPeriod, match="past"):
        end_post(by=director, at=NOW, post=held, ends=NOW - MINUTE, why=WHY)
    end_post(by=director, at=NOW, post=held, ends=NOW, why=WHY)
    assert [post.period.holds(NOW) for post in seen(held.account).posts] == [False]
    with pytest.raises(Already):
        end_post(by=director, at=NOW + MINUTE, post=held, ends=NOW + MINUTE, why=WHY)


def test_a_post_that_has_not_begun_is_withdrawn_and_was_never_held() -> None:
    director, nurse = asked(_DIRECTOR), account("nurse")
    planned = _appoints(director, nurse, begins=NOW + HOUR)
    end_post(by=director, at=NOW, post=planned, ends=NOW, why="she did not come")
    assert seen(nurse).posts == ()
    assert _appoints(director, nurse, begins=NOW + HOUR).pk, "it may be given anew"


def test_only_who_appoints_there_ends_a_post_with_a_reason() -> None:
    held = Post.objects.get(account=member(_NURSE, "north"))
    ending = {"at": NOW, "post": held, "ends": NOW + HOUR}
    for stranger in (asked(_DIRECTOR, "south"), asked(Role.CASE_MANAGER, "north")):
        with pytest.raises(Refused) as no:
            end_post(by=stranger, why=WHY, **ending)
        assert no.value.answer.reason is Reason.NOT_IN_OFFICE
    director = asked(_DIRECTOR, "north")
    with pytest.raises(NoReason):
        end_post(by=director, why="", **ending)
    assert end_post(by=director, why=WHY, **ending).ends == NOW + HOUR
    assert end_post(by=asked(_ADMIN), why=WHY, **{**ending, "ends": NOW + MINUTE}).pk


def test_nobody_ends_their_own_post_so_that_an_administrator_remains() -> None:
    admin = member(_ADMIN)
    held = Post.objects.get(account=admin)
    with pytest.raises(Refused) as no:
        end_post(by=seen(admin), at=NOW, post=held, ends=NOW, why=WHY)
    assert no.value.answer.reason is Reason.OWN_ACCESS
    assert end_post(by=asked(_ADMIN), at=NOW, post=held, ends=NOW, why=WHY).ends == NOW


def test_a_post_that_does_not_exist_is_not_there() -> None:
    with pytest.raises(NotThere):
        end_post(by=asked(_ADMIN), at=NOW, post=Post(pk=0), ends=NOW, why=WHY)


def test_what_was_taken_away_since_the_page_was_opened_counts() -> None:
    director = member(_DIRECTOR)
    before = seen(director)
    held = post(director, _DIRECTOR, "south")
    Post.objects.filter(account=director).exclude(pk=held.pk).update(ends=NOW)
    assert _reason(before) is Reason.NOT_IN_OFFICE
    assert _appoints(before, account("b"), establishment="south").pk, "and what was given too"
