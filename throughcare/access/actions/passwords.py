"""Passwords: one's own, and one for one use where it was forgotten."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.access.actions.acting import acting, in_office, not_oneself
from throughcare.access.actions.asked import need_reason
from throughcare.access.duties import administrators
from throughcare.access.errors import Unusable, WrongPassword
from throughcare.access.models import Account
from throughcare.access.question import Viewer

# Read aloud over a telephone: no letter that looks or sounds like another. 30^16 is 78 bits.
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz2345679"
_GROUPS, _IN_GROUP = 4, 4


@transaction.atomic
def set_password(*, by: Viewer, at: datetime, present: str, new: str) -> Account:
    """Choose one's own password; needs the present one, and no post. Ends the one-time use.

    Raises WrongPassword, Unusable, Refused.
    """
    me = acting(by, at=at)
    account = Account.objects.get(pk=by.account)
    if not account.check_password(present):
        raise WrongPassword(
            _("the present password is not right, so nothing was changed"),
            remedy=_("type it again, or ask the administrator of accounts for a new one"),
        )
    if new == present:
        raise Unusable(
            _("the new password is the present one"), remedy=_("choose another password")
        )
    give_password(account, new)
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])
    me.enter("account.password_set", account)
    return account


@transaction.atomic
def reset_password(*, by: Viewer, at: datetime, account: Account, why: str) -> str:
    """A new password for one use, to be told to its holder, who must change it.

    Answers with it; it is kept nowhere. Raises NoReason, Refused, NotThere.
    """
    me = in_office(acting(by, at=at, about=account), administrators())
    not_oneself(me, account)
    need_reason(why)
    groups = ("".join(secrets.choice(_LETTERS) for _i in range(_IN_GROUP)) for _g in range(_GROUPS))
    password = "-".join(groups)
    changed = Account.objects.get(pk=account.pk)
    changed.set_password(password)
    changed.must_change_password = True
    changed.save(update_fields=["password", "must_change_password"])
    me.enter("account.password_reset", changed, why=why)
    return password


def give_password(account: Account, password: str) -> None:
    """Check name and password, and set it; nothing is saved. Raises Unusable."""
    try:
        account.clean_fields(exclude=["password"])
        validate_password(password, user=account)
    except ValidationError as error:
        raise Unusable(
            _("this cannot be an account: %(why)s") % {"why": " ".join(error.messages)},
            remedy=_("choose another name or a longer password, and start again"),
        ) from error
    account.set_password(password)
