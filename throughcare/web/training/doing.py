"""To write down a certificate or a booster, and to withdraw one: pages of a director."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.queries import Account, accounts_for
from throughcare.access.terms import Role
from throughcare.service.training import actions, queries
from throughcare.service.training.courses import ASSESSOR, courses
from throughcare.service.training.queries import Member
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import show
from throughcare.web.desk.offices import places
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.training.forms import BoosterForm, CertificateForm, WithdrawForm
from throughcare.web.training.shown import Shown
from throughcare.web.training.tools import tools
from throughcare.web.training.words import course_words

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@_FORM
@local
def new(request: Request) -> HttpResponse:
    """To write down what a member of the own staff passed. Raises NotThere for no director."""
    able = {str(one.accounts[0]): (at, one) for at, one in _staff(request) if not one.is_me}
    names = [(number, ", ".join(one.names)) for number, (_, one) in able.items()]
    known = tools()
    form = CertificateForm(names, list(_choices(known)), request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        topic, _colon, tool = typed["course"].partition(":")
        actions.record_certificate(
            by=request.viewer, at=request.at, account=_account(request, typed["who"]),
            topic=topic, tool=tool, valid_days=known.get(tool), passed_on=typed["passed_on"],
            issued_by=typed["issued_by"], valid_until=typed["valid_until"],
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return _led(able[form.cleaned_data["who"]][0], "written")
    return show(request, "training/new.html", form)


@never_cache
@_FORM
@local
def booster(request: Request, certificate_id: UUID) -> HttpResponse:
    """To write down a booster of a certificate. Raises NotThere."""
    place, one = _certificate(request, certificate_id)
    if one.is_withdrawn:
        raise NotThere
    form = BoosterForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.record_booster(
            by=request.viewer, at=request.at, certificate_id=certificate_id,
            valid_days=tools().get(one.held.tool), **typed,
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return _led(place, "boosted")
    return show(request, "training/booster.html", form, one=one)


@never_cache
@_FORM
@local
def withdraw(request: Request, certificate_id: UUID) -> HttpResponse:
    """To withdraw a certificate or a booster, with a reason. Raises NotThere."""
    place, one = _certificate(request, certificate_id)
    form = WithdrawForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.withdraw_certificate(
            by=request.viewer, at=request.at, certificate_id=certificate_id, why=typed["why"]
        )

    if request.method == "POST" and done(form, act):
        return _led(place, "withdrawn")
    boosters = {row.id: row for row in one.held.boosters}
    more = {"one": one, "booster": boosters.get(certificate_id)}
    return show(request, "training/withdraw.html", form, **more)


def _staff(request: Request) -> Iterator[tuple[str, Member]]:
    """The staff of the prisons that the viewer directs, each with the prison. Raises NotThere."""
    for place in places(request, Role.PRISON_DIRECTOR):
        for one in queries.certificates_at(request.viewer, place, at=request.at):
            yield place, one


def _certificate(request: Request, wanted: UUID) -> tuple[str, Shown]:
    """A certificate of the own staff, by its id or that of a booster. Raises NotThere."""
    for place, member in _staff(request):
        for held in member.held:
            if wanted in {held.id, *(one.id for one in held.boosters)}:
                return place, Shown(held, member)
    raise NotThere


def _choices(known: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """Every course; for assessors one line for each tool."""
    for topic in courses():
        if topic != ASSESSOR:
            yield topic, course_words(topic)
    for tool in sorted(known):
        yield f"{ASSESSOR}:{tool}", f"{course_words(ASSESSOR)}: {tool}"


def _account(request: Request, number: str) -> Account:
    """The account of a member of staff whom the viewer may appoint. Raises NotThere."""
    found = accounts_for(request.viewer, at=request.at).filter(pk=int(number)).first()
    if found is None:
        raise NotThere
    return found


def _led(place: str, what: str) -> HttpResponse:
    return HttpResponseRedirect(f"/training?at={place}&done={what}")
