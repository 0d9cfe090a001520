"""All accounts, and a new one."""

from __future__ import annotations

import secrets
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access import actions, queries
from throughcare.access.errors import NotThere, Unusable
from throughcare.access.queries import Account
from throughcare.access.terms import Role
from throughcare.web.desk.accounts.forms import NewAccountForm
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import show
from throughcare.web.desk.offices import places
from throughcare.web.request import Request


@require_safe
def accounts(request: Request) -> HttpResponse:
    """The list, by name. Raises access's NotThere for whoever does not administer accounts."""
    places(request, Role.SYSTEM_ADMINISTRATOR)
    rows = queries.accounts_for(request.viewer, at=request.at)
    return render(request, "desk/accounts.html", {"accounts": rows})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_account(request: Request) -> HttpResponse:
    """The form, and after it the password for one use, which is shown once and kept nowhere.

    So the answer to a right form is no redirect: it would have to keep the password for a while.
    """
    places(request, Role.SYSTEM_ADMINISTRATOR)
    form = NewAccountForm(request.POST or None)
    made: list[tuple[Account, str]] = []
    if request.method == "POST" and done(form, lambda typed: made.append(_make(request, typed))):
        account, password = made[0]
        return render(request, "desk/password.html", {"account": account, "password": password})
    return show(request, "desk/new_account.html", form)


@transaction.atomic
def _make(request: Request, typed: dict[str, Any]) -> tuple[Account, str]:
    """The account and its first password, both or neither."""
    by, at = request.viewer, request.at
    other = _named(request, typed["same_as"])
    account = actions.make_account(
        by=by, at=at, name=typed["name"], password=secrets.token_urlsafe(),
        holder=other.holder if other else None,
    )  # fmt: skip
    why = _("the first password")
    return account, actions.reset_password(by=by, at=at, account=account, why=why)


def _named(request: Request, name: str) -> Account | None:
    if not name:
        return None
    found = queries.accounts_for(request.viewer, at=request.at).filter(name=name).first()
    if found is None:
        raise Unusable(
            _("there is no account with the name '%(name)s'") % {"name": name},
            remedy=_("look it up in the list, or leave the field empty"),
        )
    return found


def account_of(request: Request, number: int) -> Account:
    """One account that the viewer may appoint or administer. Raises NotThere."""
    found = queries.accounts_for(request.viewer, at=request.at).filter(pk=number).first()
    if found is None:
        raise NotThere
    return found
