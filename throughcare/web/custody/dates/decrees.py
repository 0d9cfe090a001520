"""Mass release and pardon: a decree is looked at, laid before somebody else, and carried out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.custody import actions, queries
from throughcare.casework.custody.decrees import Preview, Reason
from throughcare.casework.people import queries as people
from throughcare.errors import BadInput
from throughcare.web.custody.dates.forms import DecreeForm
from throughcare.web.custody.dates.progress import Progress, streamed
from throughcare.web.custody.dates.releases import may_pardon, own_places
from throughcare.web.drafts.sending import sending_of, was_sent
from throughcare.web.people.done import done
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of
from throughcare.web.people.trouble import Trouble, attempt, trouble_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

FORM: Final = gettext_lazy("A decree for many people")
# From so many people on it takes more than two seconds (measured: about 100 in a second).
MANY: Final = 150

REASONS: Final[dict[Reason, StrOrPromise]] = {
    Reason.DONE: gettext_lazy("this decree was carried out for this person already"),
    Reason.STATUS: gettext_lazy("has another legal status"),
    Reason.STATUS_UNKNOWN: gettext_lazy("the legal status is not known"),
    Reason.CHARGE: gettext_lazy("has a charge that the decree leaves out"),
    Reason.CHARGES_UNKNOWN: gettext_lazy("the charges or their codes are not known"),
    Reason.NO_DATE: gettext_lazy("no day of release is computed"),
    Reason.BY_HAND: gettext_lazy("the day was set by hand: set the new day by hand"),
    Reason.NOTHING_LEFT: gettext_lazy("nothing is left to serve"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """A row of the list: who, and the day of release before and after, or why none."""

    id: UUID
    line: Line | None
    before: date | None = None
    after: date | None = None
    days: int = 0
    reason: StrOrPromise = ""


@never_cache
@require_safe
@local
def listed(request: Request) -> HttpResponse:
    """The decrees of the viewer's establishments, the latest first."""
    places = _places(request)
    found = [
        one for place in places for one in queries.decrees_at(request.viewer, place, at=request.at)
    ]
    names = names_of(one.proposed_by for one in found)
    return render(
        request, "custody/dates/decrees.html",
        {"decrees": [(one, places[one.establishment], names.get(one.proposed_by, ""))
                     for one in found], "done": done(request)},
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def propose(request: Request) -> HttpResponse:
    """The form; then whom it would change, with nothing written; then a second person is asked."""
    places = _places(request)
    sending = sending_of(request, FORM)
    form = DecreeForm(sending.typed, places=list(places.items()))
    if sending.typed is not None and not sending.judged:
        form.quiet()
    preview: Preview | None = None
    trouble: Trouble | None = None
    if sending.judged and form.is_valid():
        place, text = form.cleaned_data["establishment"], form.text()
        try:
            actions.batches.need_sound_decree(text, place, at=request.at)
            preview = queries.preview_decree(request.viewer, place, text, at=request.at)
        except BadInput as error:
            trouble = trouble_of(error)
        seen = preview is not None and request.POST.get("seen") == preview.seen
        if seen or was_sent(request, sending):
            way, sending, trouble = attempt(request, sending, lambda: _lay(request, form))
            if way is not None:
                return HttpResponseRedirect(way)
    told = {
        "form": form, "sending": sending, "trouble": trouble, "preview": preview,
        **_shown(request, preview), "title": FORM,
    }  # fmt: skip
    refused = sending.judged and preview is None
    return render(request, "custody/dates/decree_new.html", told, status=422 if refused else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local  # type: ignore[arg-type]  # a streamed answer is one too
def carry_out(request: Request, decree_id: UUID) -> HttpResponseBase:
    """One decree: its list as it is now; a second person confirms exactly this list."""
    laid = queries.decree_of(request.viewer, decree_id, at=request.at)
    trouble: Trouble | None = None
    if request.method == "POST" and laid.preview is not None:
        seen = request.POST.get("seen", "")

        def work(progress: Progress) -> str:
            actions.pardon(
                by=request.viewer, at=request.at, decree_id=decree_id, seen=seen, progress=progress
            )
            return f"/releases/batch/{decree_id}?done=decree-done"

        if len(laid.preview.concerned) >= MANY:
            return streamed(request, _("The decree is being carried out"), work)
        try:
            return HttpResponseRedirect(work(lambda _done, _whole: None))
        except BadInput as error:
            trouble = trouble_of(error)
    names = names_of(one for one in (laid.decree.proposed_by, laid.decree.confirmed_by) if one)
    told = {
        "decree": laid.decree, "trouble": trouble, "done": done(request),
        "place": names_of_places([laid.decree.establishment])[laid.decree.establishment],
        "proposed_by": names.get(laid.decree.proposed_by, ""),
        "confirmed_by": names.get(laid.decree.confirmed_by or "", ""),
        "mine": laid.decree.proposed_by == str(request.viewer.account), "preview": laid.preview,
        **_shown(request, laid.preview), "effects": _effects(request, laid),
    }  # fmt: skip
    return render(request, "custody/dates/decree.html", told, status=422 if trouble else 200)


def _places(request: Request) -> dict[str, str]:
    """Where the viewer may lay a decree down. Raises NotThere where nowhere."""
    need_post(request)
    places = {one: name for one, name in own_places(request).items() if may_pardon(request, one)}
    if not places:
        raise NotThere
    return places


def _lay(request: Request, form: DecreeForm) -> str:
    decree = actions.propose_decree(
        by=request.viewer, at=request.at, establishment=form.cleaned_data["establishment"],
        text=form.text(),
    )  # fmt: skip
    return f"/releases/batch/{decree.id}?done=decree-laid"


def _shown(request: Request, preview: Preview | None) -> dict[str, object]:
    """Both lists with names: whom it concerns, and whom it does not and why."""
    if preview is None:
        return {"concerned": [], "others": []}
    ids = [one.person for one in preview.concerned] + [one.person for one in preview.others]
    lines = _lines(request, ids)
    return {
        "concerned": [
            ShownChange(
                id=one.person, line=lines.get(one.person), before=one.before, after=one.after,
                days=one.days,
            )
            for one in preview.concerned
        ],
        "others": [
            ShownChange(
                id=one.person, line=lines.get(one.person), reason=REASONS[one.reason]
            )
            for one in preview.others
        ],
    }  # fmt: skip


def _effects(request: Request, laid: queries.LaidDecree) -> list[ShownChange]:
    lines = _lines(request, [one.person_id for one in laid.effects])
    return [
        ShownChange(
            id=one.person_id, line=lines.get(one.person_id),
            days=one.adjustment.days if one.adjustment else 0,
        )
        for one in laid.effects
    ]  # fmt: skip


def _lines(request: Request, ids: list[UUID]) -> dict[UUID, Line]:
    rows = people.listed(request.viewer, ids, at=request.at)
    return {line.id: line for line in lines_of(rows)}
