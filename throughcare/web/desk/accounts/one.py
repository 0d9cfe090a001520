"""One account: suspended, restored, given a new password, linked to the own file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from throughcare.access import actions
from throughcare.access.queries import Account
from throughcare.access.terms import Role
from throughcare.web.desk.accounts.forms import OwnFileForm, WhyForm
from throughcare.web.desk.accounts.listing import account_of
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import DeskForm
from throughcare.web.desk.offices import places
from throughcare.web.request import Request

_FORMS: Final[Mapping[str, type[DeskForm]]] = {
    "suspend": WhyForm, "restore": WhyForm, "password": WhyForm, "own_file": OwnFileForm,
}  # fmt: skip


@require_safe
def account(request: Request, number: int) -> HttpResponse:
    """What is known of it, its posts, and what may be done with it. Raises NotThere."""
    return _page(request, _account(request, number))


@require_POST
def suspend(request: Request, number: int) -> HttpResponse:
    """Nobody signs in with it from now on."""
    found, form = _account(request, number), _form("suspend", request.POST)

    def act(typed: dict[str, Any]) -> None:
        actions.suspend_account(by=request.viewer, at=request.at, account=found, why=typed["why"])

    return _led_on(found) if done(form, act) else _page(request, found, suspend=form)


@require_POST
def restore(request: Request, number: int) -> HttpResponse:
    """It holds again what it was given."""
    found, form = _account(request, number), _form("restore", request.POST)

    def act(typed: dict[str, Any]) -> None:
        actions.restore_account(by=request.viewer, at=request.at, account=found, why=typed["why"])

    return _led_on(found) if done(form, act) else _page(request, found, restore=form)


@require_POST
def own_file(request: Request, number: int) -> HttpResponse:
    """Say which file is the holder's own."""
    found, form = _account(request, number), _form("own_file", request.POST)

    def act(typed: dict[str, Any]) -> None:
        actions.link_to_person(
            by=request.viewer, at=request.at, account=found, person=typed["person"],
            why=typed["why"],
        )  # fmt: skip

    return _led_on(found) if done(form, act) else _page(request, found, own_file=form)


@never_cache
@require_POST
def password(request: Request, number: int) -> HttpResponse:
    """A new password for one use, shown once: the answer is no redirect, which would keep it."""
    found, form = _account(request, number), _form("password", request.POST)
    made: list[str] = []

    def act(typed: dict[str, Any]) -> None:
        made.append(
            actions.reset_password(
                by=request.viewer, at=request.at, account=found, why=typed["why"]
            )
        )

    if not done(form, act):
        return _page(request, found, password=form)
    return render(request, "desk/password.html", {"account": found, "password": made[0]})


def _account(request: Request, number: int) -> Account:
    places(request, Role.SYSTEM_ADMINISTRATOR)
    return account_of(request, number)


def _form(name: str, given: Any = None) -> DeskForm:
    return _FORMS[name](given, auto_id=f"{name}_%s")


def _led_on(found: Account) -> HttpResponse:
    return HttpResponseRedirect(f"/accounts/{found.pk}")


def _page(request: Request, found: Account, **refused: DeskForm) -> HttpResponse:
    forms = {name: refused.get(name) or _form(name) for name in _FORMS}
    more = {"account": found, "forms": forms, "own": found.pk == request.viewer.account}
    return render(request, "desk/account.html", more, status=422 if refused else 200)
