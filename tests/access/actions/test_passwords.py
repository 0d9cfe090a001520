"""The own password, and one for one use."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from tests.access.actions.staff import PASSWORD, WHY, account, asked, member, seen
from tests.access.cast import NOW
from throughcare.access.actions import reset_password, set_password
from throughcare.access.errors import NoReason, Refused, Unusable, WrongPassword
from throughcare.access.models import Account
from throughcare.access.question import Reason
from throughcare.access.terms import Role

pytestmark = pytest.mark.django_db
_NEW = "eleven slow rivers"


def _with_password(**fields: object) -> Account:
    guard = account("guard", **fields)
    guard.set_password(PASSWORD)
    guard.save()
    return guard


def test_the_own_password_is_changed_with_the_present_one_and_without_a_post() -> None:
    guard = _with_password(must_change_password=True)
    with pytest.raises(WrongPassword):
        set_password(by=seen(guard), at=NOW, present="not this one", new=_NEW)
    assert Account.objects.get(pk=guard.pk).check_password(PASSWORD)
    set_password(by=seen(guard), at=NOW, present=PASSWORD, new=_NEW)
    now = Account.objects.get(pk=guard.pk)
    assert now.check_password(_NEW) and not now.check_password(PASSWORD)
    assert not now.must_change_password


@pytest.mark.parametrize("new", ["short", PASSWORD])
def test_a_short_password_or_the_present_one_is_no_new_password(new: str) -> None:
    guard = _with_password(must_change_password=True)
    with pytest.raises(Unusable):
        set_password(by=seen(guard), at=NOW, present=PASSWORD, new=new)
    assert Account.objects.get(pk=guard.pk).must_change_password


def test_a_suspended_account_changes_no_password() -> None:
    guard = _with_password(is_active=False)
    with pytest.raises(Refused) as no:
        set_password(by=seen(guard), at=NOW, present=PASSWORD, new=_NEW)
    assert no.value.answer.reason is Reason.SUSPENDED


def test_a_reset_gives_a_password_that_fits_once_and_must_be_changed() -> None:
    guard = _with_password()
    admin = asked(Role.SYSTEM_ADMINISTRATOR)
    given = reset_password(by=admin, at=NOW, account=guard, why="forgotten")
    now = Account.objects.get(pk=guard.pk)
    assert now.check_password(given) and not now.check_password(PASSWORD)
    assert now.must_change_password
    assert given != reset_password(by=admin, at=NOW, account=guard, why="forgotten")
    assert len(given) == 19
    set_password(by=seen(guard), at=NOW, present=_reset(guard), new=_NEW)
    assert not Account.objects.get(pk=guard.pk).must_change_password


def _reset(guard: Account) -> str:
    return reset_password(
        by=asked(Role.SYSTEM_ADMINISTRATOR), at=NOW, account=guard, why="forgotten"
    )


def test_only_an_administrator_resets_with_a_reason_and_never_the_own() -> None:
    guard, admin = _with_password(), member(Role.SYSTEM_ADMINISTRATOR)
    with pytest.raises(Refused) as no:
        reset_password(by=asked(Role.PRISON_DIRECTOR), at=NOW, account=guard, why=WHY)
    assert no.value.answer.reason is Reason.NOT_IN_OFFICE
    with pytest.raises(Refused) as no:
        reset_password(by=seen(admin), at=NOW, account=admin, why=WHY)
    assert no.value.answer.reason is Reason.OWN_ACCESS
    with pytest.raises(NoReason):
        reset_password(by=seen(admin), at=NOW, account=guard, why="")
    assert Account.objects.get(pk=guard.pk).check_password(PASSWORD)


def test_to_try_a_password_writes_nothing() -> None:
    older = Argon2PasswordHasher()
    older.memory_cost //= 2
    kept = older.encode(PASSWORD, older.salt())
    guard = account("guard", password=kept)
    assert not guard.check_password("not this one")
    assert guard.check_password(PASSWORD)
    assert Account.objects.get(pk=guard.pk).password == kept, "each change has its entry"
