"""Two at once: what each alone may do, both together may not."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from tests.access.actions.staff import (
    HERE,
    HOUR,
    PASSWORD,
    WHY,
    account,
    asked,
    case,
    member,
    post,
    seen,
    takes,
)
from tests.access.cast import AMINA, NOW
from throughcare.access.actions import (
    appoint,
    confirm_break_glass,
    declare_kin,
    end_assignment,
    end_post,
    link_to_person,
    make_account,
    make_first_account,
    review_break_glass,
    see_notice,
    suspend_account,
)
from throughcare.access.errors import (
    Already,
    BadPeriod,
    Incompatible,
    NotFirst,
    NotThere,
    OtherFile,
    Refused,
    Unusable,
)
from throughcare.access.models import Account, BreakGlass, Kinship, Notice, Post
from throughcare.access.terms import Role

Deed = Callable[[], Any]
_ADMIN, _DIRECTOR, _NURSE = Role.SYSTEM_ADMINISTRATOR, Role.PRISON_DIRECTOR, Role.PHYSICIAN_NURSE


def _both(first: Deed, second: Deed) -> list[BaseException]:
    """Do the second while the first is done and not yet committed. Answers with what failed."""
    failed: list[BaseException] = []

    def later() -> None:
        try:
            second()
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    other = threading.Thread(target=later)
    with transaction.atomic():
        first()
        other.start()
        other.join(timeout=1)
        assert other.is_alive(), "the second did not wait for the first"
    other.join(timeout=20)
    assert not other.is_alive()
    return failed


def _kinds(failed: list[BaseException]) -> list[type[BaseException]]:
    return [type(error) for error in failed]


def test_two_administrators_do_not_suspend_one_another(own_database: str) -> None:
    one, other = member(_ADMIN), member(_ADMIN)
    by_one, by_other = seen(one), seen(other)
    failed = _both(
        lambda: suspend_account(by=by_one, at=NOW, account=other, why=WHY),
        lambda: suspend_account(by=by_other, at=NOW, account=one, why=WHY),
    )
    assert _kinds(failed) == [Refused]
    assert Account.objects.filter(is_active=True).get() == one


def test_two_administrators_do_not_end_one_anothers_posts(own_database: str) -> None:
    one, other = member(_ADMIN), member(_ADMIN)
    by_one, by_other = seen(one), seen(other)
    of_one, of_other = Post.objects.get(account=one), Post.objects.get(account=other)
    failed = _both(
        lambda: end_post(by=by_one, at=NOW, post=of_other, ends=NOW, why=WHY),
        lambda: end_post(by=by_other, at=NOW, post=of_one, ends=NOW, why=WHY),
    )
    assert _kinds(failed) == [Refused]
    assert Post.objects.get(ends=None).account == one


def test_two_appointments_at_once_do_not_make_an_administrator_who_reads_files(
    own_database: str,
) -> None:
    nurse = account("both")
    again = account("both 2", holder=nurse.holder)
    admin, director = asked(_ADMIN), asked(_DIRECTOR)
    usual = {"at": NOW, "begins": NOW, "ends": None}
    failed = _both(
        lambda: appoint(by=director, account=nurse, role=_NURSE, establishment="north", **usual),
        lambda: appoint(by=admin, account=again, role=_ADMIN, establishment="service", **usual),
    )
    assert _kinds(failed) == [Incompatible]


def test_also_behind_the_actions_the_database_lets_only_one_of_the_two_through(
    own_database: str,
) -> None:
    nurse = account("both")
    again = account("both 2", holder=nurse.holder)
    failed = _both(lambda: post(nurse, _NURSE), lambda: post(again, _ADMIN))
    assert "post_administers_accounts_or_reads_files" in str(failed[0])
    assert [one.role for one in Post.objects.all()] == [_NURSE]


def test_the_same_post_is_given_once(own_database: str) -> None:
    nurse, one, other = account("nurse"), asked(_DIRECTOR), asked(_DIRECTOR)
    usual = {
        "at": NOW, "begins": NOW, "ends": None, "account": nurse, "role": _NURSE,
        "establishment": "north",
    }  # fmt: skip
    failed = _both(lambda: appoint(by=one, **usual), lambda: appoint(by=other, **usual))
    assert _kinds(failed) == [Already]


def test_an_emergency_is_confirmed_once_and_reviewed_once(own_database: str) -> None:
    row, one, other = takes(asked(Role.SECURITY_OFFICER)), asked(_DIRECTOR), asked(_DIRECTOR)
    failed = _both(
        lambda: confirm_break_glass(by=one, at=NOW, emergency=row),
        lambda: confirm_break_glass(by=other, at=NOW, emergency=row),
    )
    found = {"at": NOW + HOUR, "emergency": row, "finding": "seen"}
    failed += _both(
        lambda: review_break_glass(by=one, justified=False, **found),
        lambda: review_break_glass(by=other, justified=True, **found),
    )
    assert _kinds(failed) == [Already, Already]
    now = BreakGlass.objects.get(pk=row.pk)
    assert (now.confirmed_by_id, now.reviewed_by_id, now.justified) == (
        one.account, one.account, False,
    )  # fmt: skip


def test_a_notice_is_seen_by_the_first_of_two(own_database: str) -> None:
    row, one, other = takes(asked(Role.SECURITY_OFFICER)), asked(_NURSE), asked(_NURSE)
    notice = Notice.objects.get(emergency=row, office="owner")
    failed = _both(
        lambda: see_notice(by=one, at=NOW, notice=notice),
        lambda: see_notice(by=other, at=NOW, notice=notice),
    )
    assert _kinds(failed) == [NotThere]
    assert Notice.objects.get(pk=notice.pk).seen_by_id == one.account


def test_of_two_ends_of_one_case_the_later_does_not_win(own_database: str) -> None:
    given, one, other = case(member(Role.CASE_MANAGER)), asked(_DIRECTOR), asked(_DIRECTOR)
    usual = {"at": NOW, "assignment": given, "subject": HERE, "why": WHY}
    failed = _both(
        lambda: end_assignment(by=one, ends=NOW + HOUR, **usual),
        lambda: end_assignment(by=other, ends=NOW + 2 * HOUR, **usual),
    )
    assert _kinds(failed) == [BadPeriod]


def test_a_second_click_takes_no_second_emergency(own_database: str) -> None:
    guard = asked(Role.SECURITY_OFFICER)
    failed = _both(lambda: takes(guard), lambda: takes(guard))
    assert _kinds(failed) == [Already]
    assert BreakGlass.objects.count() == 1


def test_a_relative_declared_by_two_accounts_at_once_is_declared_once(own_database: str) -> None:
    guard = member(Role.SECURITY_OFFICER)
    again = account("again", holder=guard.holder)
    one, other = seen(guard), seen(again)
    failed = _both(
        lambda: declare_kin(by=one, at=NOW, person=AMINA),
        lambda: declare_kin(by=other, at=NOW, person=AMINA),
    )
    assert failed == []
    assert Kinship.objects.count() == 1


def test_one_file_is_not_linked_to_two_human_beings(own_database: str) -> None:
    admin, other = asked(_ADMIN), asked(_ADMIN)
    first, second = account("first"), account("second")
    failed = _both(
        lambda: link_to_person(by=admin, at=NOW, account=first, person=AMINA, why=WHY),
        lambda: link_to_person(by=other, at=NOW, account=second, person=AMINA, why=WHY),
    )
    assert _kinds(failed) == [OtherFile]
    assert Account.objects.get(person=AMINA) == first


def test_one_file_is_not_given_to_two_new_accounts(own_database: str) -> None:
    admin, other = asked(_ADMIN), asked(_ADMIN)
    usual = {"at": NOW, "password": PASSWORD, "person": AMINA}
    failed = _both(
        lambda: make_account(by=admin, name="first", **usual),
        lambda: make_account(by=other, name="second", **usual),
    )
    assert _kinds(failed) == [OtherFile]


def test_one_name_is_not_given_to_two_new_accounts(own_database: str) -> None:
    admin, other = asked(_ADMIN), asked(_ADMIN)
    usual = {"at": NOW, "password": PASSWORD, "name": "nurse"}
    failed = _both(lambda: make_account(by=admin, **usual), lambda: make_account(by=other, **usual))
    assert _kinds(failed) == [Unusable]


def test_two_first_accounts_become_one(own_database: str) -> None:
    failed = _both(
        lambda: make_first_account(name="one", password=PASSWORD, at=NOW),
        lambda: make_first_account(name="other", password=PASSWORD, at=NOW),
    )
    assert _kinds(failed) == [NotFirst]
    assert Account.objects.get().name == "one"


def test_what_does_not_touch_one_another_does_not_wait(own_database: str) -> None:
    one, other = asked(_DIRECTOR), asked(_DIRECTOR)
    usual = {"at": NOW, "begins": NOW, "ends": None, "role": _NURSE, "establishment": "north"}
    first, second = account("first"), account("second")
    with pytest.raises(AssertionError, match="did not wait"):
        _both(
            lambda: appoint(by=one, account=first, **usual),
            lambda: appoint(by=other, account=second, **usual),
        )
    assert Post.objects.filter(role=_NURSE).count() == 1
