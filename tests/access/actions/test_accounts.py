"""Who makes, suspends, restores and links accounts, and never the own one."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.access.actions.staff import PASSWORD, WHY, account, asked, member, post, seen
from tests.access.cast import AMINA, BORIS, NOW
from throughcare.access.actions import (
    link_to_person,
    make_account,
    make_first_account,
    restore_account,
    suspend_account,
)
from throughcare.access.errors import (
    Already,
    NoReason,
    NotFirst,
    NotThere,
    OtherFile,
    Refused,
    Unusable,
)
from throughcare.access.models import Account
from throughcare.access.question import HeldPost, Period, Reason, Viewer
from throughcare.access.terms import Role

pytestmark = pytest.mark.django_db
_ADMIN = Role.SYSTEM_ADMINISTRATOR


def _makes(by: Viewer, name: str = "nurse", **more: object) -> Account:
    return make_account(by=by, at=NOW, name=name, password=PASSWORD, **more)  # type: ignore[arg-type]


def test_whoever_installs_becomes_the_administrator_who_makes_the_other_accounts() -> None:
    first = make_first_account(name="amel", password=PASSWORD, at=NOW)
    assert seen(first).posts == (HeldPost(_ADMIN, "service", Period(NOW, None)),)
    made = _makes(seen(first))
    assert made.check_password(PASSWORD)
    assert made.must_change_password, "whoever made it knows the password"
    assert not first.must_change_password
    assert seen(made).posts == (), "an account by itself gives nothing"
    with pytest.raises(NotFirst, match="already"):
        make_first_account(name="second", password=PASSWORD, at=NOW)


@pytest.mark.parametrize("role", [role for role in Role if role is not _ADMIN])
def test_no_other_role_makes_accounts(role: Role) -> None:
    with pytest.raises(Refused) as no:
        _makes(asked(role))
    assert no.value.answer.reason is Reason.NOT_IN_OFFICE
    assert _makes(asked(_ADMIN)).pk


@pytest.mark.parametrize(("minutes", "reason"), [(1, None), (0, Reason.POST_ENDED)])
def test_an_administrator_acts_up_to_the_end_of_the_post(
    minutes: int, reason: Reason | None
) -> None:
    admin = account("admin")
    post(admin, _ADMIN, ends=NOW + timedelta(minutes=minutes))
    if reason is None:
        assert _makes(seen(admin)).pk
    else:
        with pytest.raises(Refused) as no:
            _makes(seen(admin))
        assert no.value.answer.reason is reason


@pytest.mark.parametrize(
    ("name", "password"), [("", PASSWORD), ("x" * 151, PASSWORD), ("nurse", "too short")]
)
def test_an_account_needs_a_name_and_a_long_password(name: str, password: str) -> None:
    admin = asked(_ADMIN)
    with pytest.raises(Unusable, match="What to do"):
        make_account(by=admin, at=NOW, name=name, password=password)
    assert make_account(by=admin, at=NOW, name="nurse", password=PASSWORD).pk


def test_a_name_is_taken_once() -> None:
    admin = asked(_ADMIN)
    _makes(admin, "nurse")
    with pytest.raises(Unusable, match="'nurse' is taken"):
        _makes(admin, "nurse")
    assert _makes(admin, "nurse 2").pk


def test_a_second_account_of_one_human_being_has_the_same_file() -> None:
    first = account("guard", person=AMINA)
    second = _makes(asked(_ADMIN), "guard 2", holder=first.holder)
    assert (second.holder, second.person) == (first.holder, AMINA)


def test_nobody_makes_a_second_account_for_themselves() -> None:
    admin = member(_ADMIN)
    with pytest.raises(Refused) as no:
        _makes(seen(admin), holder=admin.holder)
    assert no.value.answer.reason is Reason.OWN_ACCESS
    assert _makes(seen(admin), holder=member(Role.CHAPLAIN).holder).pk


def test_a_holder_whom_no_account_knows_is_not_there() -> None:
    with pytest.raises(NotThere):
        _makes(asked(_ADMIN), holder=uuid4())


def test_a_file_belongs_to_one_human_being() -> None:
    admin = asked(_ADMIN)
    _makes(admin, "amina", person=AMINA)
    with pytest.raises(OtherFile):
        _makes(admin, "somebody else", person=AMINA)
    assert _makes(admin, "boris", person=BORIS).person == BORIS


def test_a_suspended_account_holds_nothing_until_it_is_restored() -> None:
    admin, guard = asked(_ADMIN), member(Role.SECURITY_OFFICER)
    suspend_account(by=admin, at=NOW, account=guard, why=WHY)
    assert seen(guard) == Viewer(account=guard.pk, suspended=True)
    with pytest.raises(Already):
        suspend_account(by=admin, at=NOW, account=guard, why=WHY)
    restore_account(by=admin, at=NOW, account=guard, why=WHY)
    assert len(seen(guard).posts) == 1
    with pytest.raises(Already):
        restore_account(by=admin, at=NOW, account=guard, why=WHY)


@pytest.mark.parametrize("act", [suspend_account, restore_account])
def test_to_suspend_or_restore_needs_an_administrator_and_a_reason(act: object) -> None:
    guard = member(Role.SECURITY_OFFICER, is_active=act is suspend_account)
    with pytest.raises(Refused):
        act(by=asked(Role.PRISON_DIRECTOR), at=NOW, account=guard, why=WHY)  # type: ignore[operator]
    admin = asked(_ADMIN)
    with pytest.raises(NoReason):
        act(by=admin, at=NOW, account=guard, why=" ")  # type: ignore[operator]
    assert act(by=admin, at=NOW, account=guard, why=WHY).pk  # type: ignore[operator]


def test_nobody_suspends_or_restores_another_account_of_their_own() -> None:
    admin = member(_ADMIN)
    mine = account("admin 2", holder=admin.holder, is_active=False)
    for act in (suspend_account, restore_account):
        with pytest.raises(Refused) as no:
            act(by=seen(admin), at=NOW, account=mine, why=WHY)
        assert no.value.answer.reason is Reason.OWN_ACCESS


def test_an_administrator_suspended_since_the_page_was_opened_does_nothing_more() -> None:
    admin, guard = member(_ADMIN), member(Role.SECURITY_OFFICER)
    before = seen(admin)
    suspend_account(by=asked(_ADMIN), at=NOW, account=admin, why=WHY)
    with pytest.raises(Refused) as no:
        suspend_account(by=before, at=NOW, account=guard, why=WHY)
    assert no.value.answer.reason is Reason.SUSPENDED


def test_the_own_file_is_linked_in_each_account_of_the_human_being() -> None:
    guard = member(Role.SECURITY_OFFICER)
    again = account("guard 2", holder=guard.holder)
    other = member(Role.SECURITY_OFFICER)
    linked = link_to_person(by=asked(_ADMIN), at=NOW, account=again, person=AMINA, why=WHY)
    assert {one.pk for one in linked} == {guard.pk, again.pk}
    assert seen(guard).person == seen(again).person == AMINA
    assert seen(other).person is None


def test_a_wrong_link_is_undone_and_never_silently_changed() -> None:
    admin, guard = asked(_ADMIN), member(Role.SECURITY_OFFICER)
    link_to_person(by=admin, at=NOW, account=guard, person=AMINA, why=WHY)
    with pytest.raises(OtherFile):
        link_to_person(by=admin, at=NOW, account=guard, person=BORIS, why=WHY)
    with pytest.raises(Already):
        link_to_person(by=admin, at=NOW, account=guard, person=AMINA, why=WHY)
    link_to_person(by=admin, at=NOW, account=guard, person=None, why="another man of this name")
    link_to_person(by=admin, at=NOW, account=guard, person=BORIS, why=WHY)
    assert seen(guard).person == BORIS


def test_nobody_links_or_unlinks_their_own_account() -> None:
    admin, guard = member(_ADMIN), member(Role.SECURITY_OFFICER)
    with pytest.raises(Refused) as no:
        link_to_person(by=seen(admin), at=NOW, account=admin, person=AMINA, why=WHY)
    assert no.value.answer.reason is Reason.OWN_ACCESS
    with pytest.raises(Refused):
        link_to_person(by=seen(guard), at=NOW, account=admin, person=AMINA, why=WHY)
    assert link_to_person(by=seen(admin), at=NOW, account=guard, person=AMINA, why=WHY)
