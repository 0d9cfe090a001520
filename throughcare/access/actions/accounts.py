"""Accounts: made, suspended, restored, and linked to the holder's own file.

By an administrator of accounts, never about the own account or another of the same human being.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from throughcare.access.actions.acting import Acting, acting, in_office, not_oneself, refused
from throughcare.access.actions.asked import need_reason
from throughcare.access.actions.passwords import give_password
from throughcare.access.duties import administrators
from throughcare.access.errors import Already, NotThere, OtherFile, Unusable
from throughcare.access.models import Account
from throughcare.access.question import Reason, Viewer


@transaction.atomic
def make_account(
    *, by: Viewer, at: datetime, name: str, password: str, holder: UUID | None = None,
    person: UUID | None = None,
) -> Account:  # fmt: skip
    """An account that gives no right yet; its password serves once.

    `holder` is that of another account of the same human being, whose file comes along. Raises
    Unusable, OtherFile, NotThere for an unknown holder, Refused.
    """
    other = Account.objects.filter(holder=holder).order_by("pk").first() if holder else None
    me = in_office(acting(by, at=at, about=other), administrators())
    if holder == me.holder:
        raise refused(Reason.OWN_ACCESS)
    if holder is not None and other is None:
        raise NotThere
    account = Account(name=name, must_change_password=True)
    if holder is not None:
        account.holder = holder
    account.person = _file_for(account.holder, person or _file_of(account.holder))
    give_password(account, password)
    _save_new(account)
    me.enter("account.made", account, about=account.person)
    return account


@transaction.atomic
def suspend_account(*, by: Viewer, at: datetime, account: Account, why: str) -> Account:
    """From now on nobody signs in with it, and it holds nothing. Raises Already, NoReason,
    Refused."""
    return _switch("account.suspended", False, by, at, account, why)


@transaction.atomic
def restore_account(*, by: Viewer, at: datetime, account: Account, why: str) -> Account:
    """It holds again what it was given. Raises Already, NoReason, Refused."""
    return _switch("account.restored", True, by, at, account, why)


@transaction.atomic
def link_to_person(
    *, by: Viewer, at: datetime, account: Account, person: UUID | None, why: str
) -> list[Account]:
    """Say which file is the holder's own, in each of the holder's accounts; None undoes an error.

    From then on no post of staff opens it. Raises OtherFile where the holder has another file or
    the file another holder, Already, NoReason, Refused.
    """
    me = _administering(by, at, account, why)
    present = _file_of(account.holder)
    if person == present:
        raise Already(_("this is so already"), remedy=_("nothing is left to do"))
    if person is not None and present is not None:
        raise _other_file()
    _file_for(account.holder, person)
    accounts = list(Account.objects.filter(holder=account.holder).order_by("pk"))
    for one in accounts:
        one.person = person
        with _of_one_human():
            one.save(update_fields=["person"])
        me.enter("account.linked", one, why=why, about=person or present)
    return accounts


def _administering(by: Viewer, at: datetime, account: Account, why: str) -> Acting:
    me = in_office(acting(by, at=at, about=account), administrators())
    not_oneself(me, account)
    need_reason(why)
    return me


def _switch(
    event: str, active: bool, by: Viewer, at: datetime, account: Account, why: str
) -> Account:
    me = _administering(by, at, account, why)
    changed = Account.objects.get(pk=account.pk)
    if changed.is_active is active:
        raise Already(_("this is so already"), remedy=_("nothing is left to do"))
    changed.is_active = active
    changed.save(update_fields=["is_active"])
    me.enter(event, changed, why=why)
    return changed


def _file_of(holder: UUID) -> UUID | None:
    linked = Account.objects.filter(holder=holder, person__isnull=False).order_by("pk")
    return linked.values_list("person", flat=True).first()


def _file_for(holder: UUID, person: UUID | None) -> UUID | None:
    """The file, if it is nobody else's and the holder has no other. Raises OtherFile."""
    mine = _file_of(holder)
    theirs = Account.objects.filter(person=person).exclude(holder=holder) if person else None
    if (theirs is not None and theirs.exists()) or (mine and person and mine != person):
        raise _other_file()
    return person


def _other_file() -> OtherFile:
    return OtherFile(
        _("one human being has one file, and one file belongs to one human being"),
        remedy=_("look at the accounts of both; undo the wrong link first"),
    )


def _save_new(account: Account) -> None:
    try:
        with transaction.atomic(), _of_one_human():
            account.save()
    except IntegrityError as error:
        if not Account.objects.filter(name=account.name).exists():
            raise
        raise Unusable(
            _("the name '%(name)s' is taken") % {"name": account.name},
            remedy=_("choose another name"),
        ) from error


@contextmanager
def _of_one_human() -> Iterator[None]:
    """What the database refuses where two link one file at once, in words. Raises OtherFile."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "account_file_has_one_holder" in str(error):
            raise _other_file() from error
        raise
