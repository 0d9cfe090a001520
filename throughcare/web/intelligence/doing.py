"""To report, review, delete, share, withdraw and answer: one form each, sent once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.terms import Act, Compartment
from throughcare.casework.intelligence import actions, queries
from throughcare.casework.intelligence.keys import need_key
from throughcare.casework.intelligence.queries import SeenReport
from throughcare.casework.people.queries import File, file_to_change
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import DeskForm, show
from throughcare.web.intelligence import forms
from throughcare.web.intelligence.person import report_shown, statement_shown
from throughcare.web.people.file import page_of
from throughcare.web.people.local import local
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_TEMPLATE = "intelligence/act.html"


@never_cache
@_FORM
@local
def report(request: Request, person_id: UUID) -> HttpResponse:
    """To write a report, for whoever may append. No draft of it is kept anywhere."""
    file = _file(request, person_id, Act.APPEND)
    need_key()
    form = forms.ReportForm(request.POST or None, at=request.at)

    def act(said: dict[str, Any]) -> None:
        actions.write_report(by=request.viewer, at=request.at, person_id=file.id, **said)

    if request.method == "POST" and done(form, act):
        return HttpResponseRedirect("/intelligence/received?done=received")
    hint = _("Nothing from health, psychology, faith, complaints, lawyers or rehabilitation.")
    return _shown(
        request, file, form, _("Write a report"), _("Save the report"), hint, f"/people/{file.id}"
    )


@never_cache
@_FORM
@local
def keep(request: Request, person_id: UUID, item: UUID) -> HttpResponse:
    """To keep a report until another review."""
    file, one = _item(request, person_id, item)
    form = forms.KeepForm(request.POST or None)

    def act(said: dict[str, Any]) -> None:
        actions.keep(by=request.viewer, at=request.at, item=item, **said)

    return _answered(
        request, file, form, act, "kept", _("Keep the report"), _("Save that it is kept"), one
    )


@never_cache
@_FORM
@local
def delete(request: Request, person_id: UUID, item: UUID) -> HttpResponse:
    """To destroy a report and all that was made of it."""
    file, one = _item(request, person_id, item)
    form = forms.DeleteForm(request.POST or None)

    def act(said: dict[str, Any]) -> None:
        actions.delete(by=request.viewer, at=request.at, item=item, **said)

    return _answered(
        request, file, form, act, "deleted", _("Delete the report"), _("Destroy it now"), one
    )


@never_cache
@_FORM
@local
def share(request: Request, person_id: UUID, item: UUID) -> HttpResponse:
    """To let a statement out."""
    file, one = _item(request, person_id, item)
    first = {
        "text": one.words["sanitised"], "source": one.words["source"],
        "information": one.words["information"], "expires_at": timezone.localtime(one.review_at),
    }  # fmt: skip
    form = forms.ShareForm(request.POST or None, initial=first)

    def act(said: dict[str, Any]) -> None:
        actions.share(by=request.viewer, at=request.at, item=item, **said)

    return _answered(request, file, form, act, "shared", _("Share a statement"), _("Share it"), one)


@never_cache
@_FORM
@local
def withdraw(request: Request, person_id: UUID, item: UUID, statement_id: UUID) -> HttpResponse:
    """To take a statement back."""
    file, one = _item(request, person_id, item)
    if statement_id not in {each.id for each in one.statements}:
        raise NotThere
    form = forms.WithdrawForm(request.POST if request.method == "POST" else None)

    def act(_said: dict[str, Any]) -> None:
        actions.withdraw(by=request.viewer, at=request.at, statement_id=statement_id)

    return _answered(
        request, file, form, act, "withdrawn", _("Withdraw the statement"), _("Withdraw it"), one
    )


@never_cache
@_FORM
@local
def answer(request: Request, person_id: UUID, item: UUID) -> HttpResponse:
    """The named officer's answer on an item."""
    file, one = _item(request, person_id, item, left=True)
    known = [] if one is None else [statement_shown(each) for each in one.statements]
    choices = [(str(each.seen.id), f"{each.seen.text[:80]} ({each.grade})") for each in known]
    form = forms.AnswerForm(choices, request.POST or None)

    def act(said: dict[str, Any]) -> None:
        shared_as = said.pop("statement_id")
        actions.answer(
            by=request.viewer, at=request.at, item=item, **said,
            statement_id=None if shared_as == forms.NOT_SHARED else UUID(shared_as),
        )  # fmt: skip

    hint = _("Shared as a statement, or not shared because. It holds for a month.")
    return _answered(
        request, file, form, act, "answered", _("Answer an item"), _("Save the answer"), one, hint
    )


def _file(request: Request, person_id: UUID, act: Act) -> File:
    return file_to_change(
        request.viewer, person_id, act=act, compartment=Compartment.INT, at=request.at
    )


def _item(request: Request, person_id: UUID, item: UUID, *, left: bool = False) -> Any:
    """The file, and the report as it stands. Raises NotThere where it is of nobody here.

    `left`: what ended after a release that left it open has no report any more.
    """
    file = _file(request, person_id, Act.WRITE)
    found = queries.reports_of(request.viewer, file.id, at=request.at)
    one = next((each for each in found.seen if each.item == item), None)
    if one is None:
        waits = queries.queue_of(request.viewer, at=request.at).left if left else ()
        if not any(item in each.items and each.person_id == file.id for each in waits):
            raise NotThere
    return file, one


def _answered(
    request: Request, file: File, form: DeskForm, act: Any, said: str, title: StrOrPromise,
    button: StrOrPromise, one: SeenReport | None, hint: StrOrPromise = "",
) -> HttpResponse:  # fmt: skip
    back = f"/people/{file.id}/intelligence"
    if request.method == "POST" and done(form, act):
        return HttpResponseRedirect(f"{back}?done={said}")
    beside = report_shown(one, {}) if one is not None else None
    return _shown(request, file, form, title, button, hint, back, beside)


def _shown(
    request: Request, file: File, form: DeskForm, title: StrOrPromise, button: StrOrPromise,
    hint: StrOrPromise, back: str, one: Any = None,
) -> HttpResponse:  # fmt: skip
    told = {
        **page_of(request, file, "intelligence"), "title": title, "button": button, "hint": hint,
        "back": back, "one": one,
    }  # fmt: skip
    return show(request, _TEMPLATE, form, **told)
