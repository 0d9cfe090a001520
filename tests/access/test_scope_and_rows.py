"""Lists and single files give one answer; rows become the viewer that the policy asks for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from throughcare.access.models import Account, Kinship, Post
from throughcare.access.policy import decide
from throughcare.access.queries import viewer_of
from throughcare.access.question import Assigned, Grant, HeldPost, Period, Reason, Subject, Viewer
from throughcare.access.scope import scope_of
from throughcare.access.terms import Act, Compartment, Role

_NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_OFTEN = Period(_NOW - _MINUTE, None)
_PERIODS = st.sampled_from(
    [_OFTEN, _OFTEN, _OFTEN, Period(_NOW - _MINUTE, _NOW), Period(_NOW, None),
     Period(_NOW + _MINUTE, None)]
)  # fmt: skip
_AMINA = UUID(int=1)
_PEOPLE = st.sampled_from([_AMINA, _AMINA, UUID(int=2), UUID(int=3)])
_PLACES = st.sampled_from(["north", "north/central", "north/central", "south/harbour", "northern"])
_ROLES = st.sampled_from(Role)
_POSTS = st.lists(st.builds(HeldPost, _ROLES, _PLACES, _PERIODS), max_size=4).map(tuple)
_CASES = st.lists(st.builds(Assigned, _ROLES, _PEOPLE, _PERIODS), max_size=3).map(tuple)
_BY = st.sampled_from([None, _NOW, _NOW + _MINUTE])
_CODES = st.sampled_from(Compartment)
_GRANTS = st.lists(
    st.builds(Grant, _ROLES, _PEOPLE, _CODES, _PERIODS, _BY, st.booleans()), max_size=3
).map(tuple)
_SUSPENDED = st.sampled_from([False] * 9 + [True])
_KIN = st.sampled_from([frozenset(), frozenset({_AMINA}), frozenset({_AMINA, UUID(int=2)})])
_VIEWERS = st.builds(
    Viewer, st.just(1), _SUSPENDED, st.none() | _PEOPLE, _POSTS, _CASES, _KIN, _GRANTS
)


@settings(max_examples=600)
@given(_VIEWERS, st.sampled_from(Act), _CODES, _PEOPLE, st.none() | _PLACES)
def test_a_list_shows_exactly_the_files_that_may_be_opened(
    viewer: Viewer, act: Act, code: Compartment, person: UUID, place: str | None
) -> None:
    about = None if code is Compartment.AGG else person
    one = decide(viewer, act, code, Subject(about, place), at=_NOW).allowed
    assert scope_of(viewer, code, act, at=_NOW).admits(about, place) is one


@pytest.mark.parametrize(
    ("kin", "reason"), [(frozenset(), Reason.GRANTED), ({_AMINA}, Reason.OWN_RELATIVE)]
)
def test_a_director_sees_a_prisoner_of_his_own_prison_unless_it_is_his_relative(
    kin: frozenset[UUID], reason: Reason
) -> None:
    post = HeldPost(Role.PRISON_DIRECTOR, "north/central", _OFTEN)
    director = Viewer(account=1, posts=(post,), kin=frozenset(kin))
    answer = decide(
        director, Act.READ, Compartment.ID, Subject(_AMINA, "north/central"), at=_NOW
    )  # fmt: skip
    listed = scope_of(director, Compartment.ID, Act.READ, at=_NOW)
    assert answer.reason is reason
    assert answer.allowed is (not kin)
    assert listed.admits(_AMINA, "north/central") is (not kin)
    assert listed.admits(UUID(int=2), "north/central"), "another prisoner is seen either way"


@pytest.mark.django_db
def test_a_post_opens_at_its_minute_and_closes_at_its_last() -> None:
    account = Account.objects.create(name="nurse")
    Post.objects.create(
        account=account, role="physician_nurse", establishment="north",
        begins=_NOW, ends=_NOW + 2 * _MINUTE,
    )  # fmt: skip
    subject = Subject(UUID(int=1), "north/central")
    reasons = [
        decide(
            viewer_of(account.pk, at=at), Act.READ, Compartment.HLT, subject, at=at
        ).reason
        for at in (_NOW - _MINUTE, _NOW, _NOW + _MINUTE, _NOW + 2 * _MINUTE)
    ]  # fmt: skip
    assert reasons == [
        Reason.POST_NOT_BEGUN, Reason.GRANTED, Reason.GRANTED, Reason.POST_ENDED,
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_relative_declared_by_one_account_is_a_relative_for_the_other() -> None:
    first = Account.objects.create(name="first")
    second = Account.objects.create(name="second", holder=first.holder)
    Kinship.objects.create(account=first, person=UUID(int=1), begins=_NOW)
    assert viewer_of(second.pk, at=_NOW).kin == {UUID(int=1)}
    assert viewer_of(second.pk, at=_NOW - _MINUTE).kin == frozenset()


@pytest.mark.django_db
def test_the_same_post_follows_itself_but_is_not_held_twice_at_once() -> None:
    account = Account.objects.create(name="guard")
    same = {"account": account, "role": "security_officer", "establishment": "north"}
    Post.objects.create(**same, begins=_NOW, ends=_NOW + _MINUTE)
    Post.objects.create(**same, begins=_NOW + _MINUTE)
    with pytest.raises(IntegrityError, match="post_once_at_a_time"), transaction.atomic():
        Post.objects.create(**same, begins=_NOW + 2 * _MINUTE)
