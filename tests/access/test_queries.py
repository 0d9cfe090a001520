"""The viewer as the rows say at a moment, and the lists of what waits for a second person."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.access.cast import AMINA, BORIS, NOW
from throughcare.access.models import Account, BreakGlass, CaseAssignment, Kinship, Post
from throughcare.access.queries import (
    awaiting_confirmation,
    awaiting_review,
    posts_at,
    viewer_of,
)
from throughcare.access.question import Assigned, Grant, HeldPost, Period, Viewer
from throughcare.access.terms import Compartment, Role

pytestmark = pytest.mark.django_db
_MINUTE = timedelta(minutes=1)


def _t(minutes: int) -> datetime:
    return NOW + minutes * _MINUTE


def _account(name: str, **fields: Any) -> Account:
    return Account.objects.create(name=name, **fields)


def _post(account: Account, role: str, place: str, begins: int = -9, ends: int = 9) -> Post:
    return Post.objects.create(
        account=account, role=role, establishment=place, begins=_t(begins), ends=_t(ends)
    )


def _emergency(account: Account, place: str = "north/central", **fields: Any) -> BreakGlass:
    usual = {
        "role": "security_officer", "person": AMINA, "compartment": "HLT",
        "ground": "imminent danger to life", "reason": "he does not breathe, no nurse",
        "begins": NOW, "ends": _t(240), "confirm_by": _t(60), "review_by": _t(72 * 60),
    }  # fmt: skip
    return BreakGlass.objects.create(account=account, place=place, **{**usual, **fields})


def _viewer(role: str, place: str = "north", **fields: Any) -> Viewer:
    account = _account(f"{role} {uuid4()}", **fields)
    _post(account, role, place, begins=-9, ends=60 * 24 * 9)
    return viewer_of(account.pk, at=NOW)


def _both(viewer: Viewer, at: datetime = NOW) -> tuple[list[BreakGlass], list[BreakGlass]]:
    waiting = list(awaiting_confirmation(viewer, at=at))
    return waiting, list(awaiting_review(viewer, at=at))


def test_the_viewer_holds_what_the_rows_say_and_nothing_of_another_account() -> None:
    guard, other = _account("guard", person=BORIS), _account("other")
    _post(guard, "security_officer", "north")
    _post(other, "chaplain", "north")
    for account in (guard, other):
        CaseAssignment.objects.create(
            account=account, person=AMINA, role="chaplain", begins=NOW, ends=_t(1)
        )
    _emergency(guard)
    _emergency(other, person=BORIS)
    assert viewer_of(guard.pk, at=NOW) == Viewer(
        account=guard.pk,
        person=BORIS,
        posts=(HeldPost(Role.SECURITY_OFFICER, "north", Period(_t(-9), _t(9))),),
        assigned=(Assigned(Role.CHAPLAIN, AMINA, Period(NOW, _t(1))),),
        grants=(
            Grant(
                Role.SECURITY_OFFICER, AMINA, Compartment.HLT, Period(NOW, _t(240)), _t(60), False
            ),
        ),
    )


def test_a_confirmed_emergency_is_confirmed_for_the_policy() -> None:
    guard, second = _account("guard"), _account("second")
    _emergency(guard, confirmed_by=second, confirmed_at=_t(5))
    assert viewer_of(guard.pk, at=_t(6)).grants[0].confirmed


def test_a_suspended_account_holds_nothing_and_an_unknown_one_is_an_error() -> None:
    guard = _account("guard", is_active=False, person=BORIS)
    _post(guard, "security_officer", "north")
    assert viewer_of(guard.pk, at=NOW) == Viewer(account=guard.pk, suspended=True)
    with pytest.raises(Account.DoesNotExist):
        viewer_of(guard.pk + 1000, at=NOW)


def test_a_kinship_counts_from_its_minute_to_its_last() -> None:
    guard = _account("guard")
    Kinship.objects.create(account=guard, person=AMINA, begins=NOW, ends=_t(2))
    seen = [viewer_of(guard.pk, at=_t(minute)).kin for minute in (-1, 0, 1, 2)]
    assert seen == [frozenset(), {AMINA}, {AMINA}, frozenset()]


def test_the_viewer_costs_two_short_queries(django_assert_num_queries: Any) -> None:
    guard = _account("guard")
    for minute in range(0, 8, 2):
        _post(guard, "chaplain", "north", begins=minute, ends=minute + 1)
    with django_assert_num_queries(2):
        viewer_of(guard.pk, at=NOW)


def test_the_posts_of_a_place_are_those_in_force_there() -> None:
    guard = _account("guard")
    post = _post(guard, "security_officer", "north", begins=0, ends=2)
    _post(guard, "security_officer", "northern", begins=0, ends=2)
    seen = [list(posts_at("north", at=_t(minute))) for minute in (-1, 0, 1, 2)]
    assert seen == [[], [post], [post], []]


@pytest.mark.parametrize(
    ("role", "place", "seen"),
    [
        ("prison_director", "north", True),
        ("prison_director", "northern", False),
        ("prison_director", "south", False),
        ("npm_inspector", "service", True),
        ("security_officer", "north", False),
        ("system_administrator", "service", False),
    ],
)
def test_a_director_sees_the_emergencies_of_her_place_and_an_inspector_all(
    role: str, place: str, seen: bool
) -> None:
    row = _emergency(_account("guard"))
    expected = [row] if seen else []
    assert _both(_viewer(role, place)) == (expected, expected)


def test_nobody_finds_an_emergency_of_their_own_to_confirm_or_review() -> None:
    human = uuid4()
    row = _emergency(_account("guard", holder=human))
    assert _both(_viewer("prison_director")) == ([row], [row])
    assert _both(_viewer("prison_director", holder=human)) == ([], []), "by a second account"


@pytest.mark.parametrize("mine", ["kin", "person"])
def test_an_emergency_about_a_relative_or_oneself_waits_for_somebody_else(mine: str) -> None:
    row = _emergency(_account("guard"))

    def sees(person: UUID) -> tuple[list[BreakGlass], list[BreakGlass]]:
        director = _account(f"director {person}", person=person if mine == "person" else None)
        _post(director, "prison_director", "north")
        if mine == "kin":
            Kinship.objects.create(account=director, person=person, begins=NOW)
        return _both(viewer_of(director.pk, at=NOW))

    assert sees(BORIS) == ([row], [row])
    assert sees(AMINA) == ([], [])


def test_a_director_whose_post_has_ended_sees_no_emergencies() -> None:
    row = _emergency(
        _account("guard"), begins=_t(-5), ends=_t(235), confirm_by=_t(55), review_by=_t(71 * 60)
    )
    director = _account("director")
    _post(director, "prison_director", "north", begins=-9, ends=0)
    viewer = viewer_of(director.pk, at=NOW)
    assert _both(viewer, at=_t(-1)) == ([row], [row])
    assert _both(viewer, at=NOW) == ([], [])


def test_an_emergency_waits_for_confirmation_until_its_hour_is_over() -> None:
    row = _emergency(_account("guard"))
    director = _viewer("prison_director")
    seen = [list(awaiting_confirmation(director, at=_t(m))) for m in (-1, 0, 59, 60)]
    assert seen == [[], [row], [row], []]


def test_what_is_confirmed_or_cannot_be_does_not_wait_for_confirmation() -> None:
    second = _account("second")
    done = _emergency(_account("guard"), confirmed_by=second, confirmed_at=NOW)
    alone = _emergency(_account("night guard"), confirm_by=None)
    waiting, unread = _both(_viewer("prison_director"), at=_t(1))
    assert waiting == []
    assert {row.pk for row in unread} == {done.pk, alone.pk}, "both are still to be reviewed"


def test_an_emergency_waits_for_review_until_there_is_a_finding_however_late() -> None:
    second = _account("second")
    found = _emergency(
        _account("a"), reviewed_by=second, reviewed_at=_t(30), justified=False, finding="F"
    )  # fmt: skip
    late = _emergency(_account("b"), review_by=_t(72 * 60))
    urgent = _emergency(_account("c"), review_by=_t(70 * 60))
    director = _viewer("prison_director")
    assert list(awaiting_review(director, at=_t(-1))) == []
    assert list(awaiting_review(director, at=_t(73 * 60))) == [urgent, late]
    assert found not in awaiting_review(director, at=_t(73 * 60))
