"""One's own passkeys: add, name, remove."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from throughcare.access.errors import NotThere
from throughcare.web.models import Passkey
from throughcare.web.request import Request
from throughcare.web.sign_in.factors import how_many
from throughcare.web.sign_in.form import NewPasskeyForm, answer_in, typed
from throughcare.web.sign_in.fresh import fresh
from throughcare.web.sign_in.pages.code_app import added, last_one, removable
from throughcare.web.sign_in.passkeys import (
    NotThisPasskey,
    add_passkey,
    ask_for_new,
    remove_passkey,
    rename_passkey,
)
from throughcare.web.sign_in.recovery import forget_recovery_codes


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@fresh()
def passkeys(request: Request) -> HttpResponse:
    """The list, and the form for one more."""
    form = NewPasskeyForm(typed(request))
    if request.method == "POST" and form.is_valid() and _added(request, form):
        return added(request)
    return _page(request, form)


@require_POST
@fresh()
def rename(request: Request, number: int) -> HttpResponse:
    """Call a passkey something else."""
    form = NewPasskeyForm(request.POST)
    account = request.viewer.account
    if not form.is_valid():
        return _page(request, NewPasskeyForm(), renaming=(number, form))
    try:
        found = rename_passkey(account=account, passkey=number, name=form.cleaned_data["label"])
    except NotThisPasskey as refused:
        form.add_error("label", refused.what)
        return _page(request, NewPasskeyForm(), renaming=(number, form))
    if not found:
        raise NotThere
    return HttpResponseRedirect("/my-account/passkeys")


@require_POST
@fresh()
def remove(request: Request, number: int) -> HttpResponse:
    """A passkey counts no more."""
    account = request.viewer.account
    if not removable(request):
        return last_one(request)
    with transaction.atomic():
        if not remove_passkey(account=account, passkey=number, at=request.at):
            raise NotThere
        if not how_many(account):
            forget_recovery_codes(account=account)
    return HttpResponseRedirect("/my-account/passkeys")


def _added(request: Request, form: NewPasskeyForm) -> bool:
    account, answer = request.viewer.account, answer_in(request)
    name = form.cleaned_data["label"]
    if not answer:
        form.add_error(None, _("No passkey came from your device. Use a code app instead."))
        return False
    try:
        add_passkey(request, account=account, answer=answer, name=name, at=request.at)
    except NotThisPasskey as refused:
        form.add_error(None, refused.what)
        return False
    return True


def _page(
    request: Request,
    form: NewPasskeyForm,
    renaming: tuple[int, NewPasskeyForm] | None = None,
) -> HttpResponse:
    account, name = request.viewer.account, request.user.get_username()
    rows = []
    for row in Passkey.objects.filter(account=account).order_by("pk"):
        naming = NewPasskeyForm(initial={"label": row.name}, auto_id=f"id_{row.pk}_%s")
        if renaming is not None and renaming[0] == row.pk:
            naming = renaming[1]
        rows.append({"row": row, "form": naming})
    shown = {
        "rows": rows,
        "form": form,
        "options": ask_for_new(request, account=account, name=name, at=request.at),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "sign_in/passkeys.html", shown, status=status)
