"""To whom a prisoner's case is given: to assign it, and to end that."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from throughcare.access import actions, queries
from throughcare.access.errors import NotThere
from throughcare.access.queries import Account
from throughcare.access.question import Subject
from throughcare.access.terms import Role
from throughcare.casework.people import queries as people
from throughcare.casework.people.queries import File
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import show
from throughcare.web.desk.offices import places
from throughcare.web.desk.staff.forms import BY_CASE, AssignForm, EndForm
from throughcare.web.desk.words import ROLES
from throughcare.web.people.shown.header import header_of
from throughcare.web.request import Request

_ASSIGNING: Final = (Role.PRISON_DIRECTOR, Role.CASE_MANAGER)
_WHY: Final = "to give or end a case"


@require_http_methods(["GET", "HEAD", "POST"])
def cases(request: Request, person: UUID) -> HttpResponse:
    """Who has the case, and the form to give it to somebody. Raises NotThere or Refused."""
    file, subject = _file(request, person)
    able = _able(request, subject)
    names = [(key, f"{account.name} ({ROLES[role]})") for key, (role, account) in able.items()]
    form = AssignForm(names, request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        role, account = able[typed["who"]]
        actions.assign(
            by=request.viewer, at=request.at, account=account, subject=subject, role=role,
            begins=typed["begins"] or request.at, ends=typed["ends"], why=typed["why"],
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return HttpResponseRedirect(f"/people/{file.id}/cases")
    rows = [
        (ROLES[Role(row.role)], row)
        for row in queries.cases_of(request.viewer, subject, at=request.at)
    ]
    more = {"file": file, "header": header_of(file, here=""), "cases": rows, "able": bool(able)}
    return show(request, "desk/cases.html", form, **more)


@require_http_methods(["GET", "HEAD", "POST"])
def end_case(request: Request, person: UUID, number: int) -> HttpResponse:
    """To end an assignment, now or later. Raises NotThere or Refused."""
    file, subject = _file(request, person)
    found = queries.cases_of(request.viewer, subject, at=request.at).filter(pk=number).first()
    if found is None:
        raise NotThere
    given, form = found, EndForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.end_assignment(
            by=request.viewer, at=request.at, assignment=given, subject=subject,
            ends=typed["ends"] or request.at, why=typed["why"],
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return HttpResponseRedirect(f"/people/{file.id}/cases")
    more = {
        "file": file,
        "header": header_of(file, here=""),
        "case": given,
        "role": ROLES[Role(given.role)],
    }
    return show(request, "desk/end_case.html", form, **more)


def _file(request: Request, person: UUID) -> tuple[File, Subject]:
    """The file and where the person is held, for those who assign. Raises NotThere or Refused."""
    places(request, *_ASSIGNING)
    file = people.file_of(request.viewer, person, at=request.at, why=_WHY)
    return file, Subject(file.id, file.held_at)


def _able(request: Request, subject: Subject) -> dict[str, tuple[Role, Account]]:
    """Who could take the case, and in which role."""
    return {
        f"{role.value}:{account.pk}": (role, account)
        for role in BY_CASE
        for account in queries.could_take(request.viewer, subject, role, at=request.at)
    }
