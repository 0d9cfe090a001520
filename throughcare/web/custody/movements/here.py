"""Who is on the way to a prison, who is out of it, and to confirm an arrival."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from throughcare.access.errors import NotThere, Refused
from throughcare.casework.custody import actions, queries
from throughcare.casework.people.queries import listed
from throughcare.web.custody.movements.forms import ArriveForm
from throughcare.web.custody.movements.places import has_movements, prisons_of
from throughcare.web.drafts.sending import sending_of, was_sent
from throughcare.web.people.local import local
from throughcare.web.people.shown.names import Called, called, name_shown
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.trouble import Trouble, attempt
from throughcare.web.request import Request

FORM: Final = gettext_lazy("Confirm an arrival")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """Somebody on the way here."""

    arriving: queries.Arriving
    called: Called
    numbers: str
    origin: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Out:
    """Somebody who is out."""

    away: queries.Away
    called: Called
    what: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prison:
    """One prison of the viewer's posts. None: this list is not open to the viewer there."""

    code: str
    name: str
    coming: Sequence[Coming] | None
    out: Sequence[Out] | None


@never_cache
@require_safe
@local
def movements_here(request: Request) -> HttpResponse:
    """For each prison where the viewer has a post: who is on the way here, and who is out.

    To whom neither list is open at any prison, there is no such page.
    """
    if not has_movements(request.viewer, at=request.at):
        raise NotThere
    codes = prisons_of(request.viewer, at=request.at)
    names = names_of_places(codes)
    prisons = [
        Prison(
            code=code, name=names.get(code, code), coming=_coming(request, code),
            out=_out(request, code),
        )
        for code in codes
    ]  # fmt: skip
    opened = [one for one in prisons if one.coming is not None or one.out is not None]
    return render(request, "custody/movements/here.html", {"prisons": opened})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def arrival(request: Request, person_id: UUID) -> HttpResponse:
    """Confirm that somebody has arrived: the file moves here."""
    sending = sending_of(request, FORM)
    there = f"/people/{person_id}/custody/movements?done=arrived"
    if sending.judged and was_sent(request, sending):  # sent twice: the file is here by now
        return HttpResponseRedirect(there)
    code, one = _expected(request, person_id)
    form = ArriveForm(sending.typed, at=request.at)
    if sending.typed is not None and not sending.judged:
        form.quiet()
    trouble: Trouble | None = None

    def write() -> str:
        said = form.cleaned_data
        actions.arrive(
            by=request.viewer, at=request.at, person_id=person_id, establishment=code,
            arrived_at=said["arrived_at"], why=said["why"],
        )  # fmt: skip
        return there

    if sending.judged and form.is_valid():
        way, sending, trouble = attempt(request, sending, write)
        if way is not None:
            return HttpResponseRedirect(way)
    told = {"form": form, "sending": sending, "trouble": trouble, "one": one,
            "title": FORM, "prison": names_of_places([code]).get(code, code)}  # fmt: skip
    status = 422 if sending.judged else 200
    return render(request, "custody/movements/arrival.html", told, status=status)


def _expected(request: Request, person_id: UUID) -> tuple[str, Coming]:
    """To which of the viewer's prisons this person is on the way. Raises NotThere."""
    for code in prisons_of(request.viewer, at=request.at):
        for one in _coming(request, code) or ():
            if one.arriving.person == person_id:
                return code, one
    raise NotThere


def _coming(request: Request, code: str) -> list[Coming] | None:
    try:
        found = queries.arriving(request.viewer, code, at=request.at)
    except (NotThere, Refused):
        return None
    origins = names_of_places([one.from_place for one in found])
    return [
        Coming(
            arriving=one, origin=origins.get(one.from_place, one.from_place),
            called=name_shown(one.name) if one.name else Called(_("Name not known"), "", "?"),
            numbers=", ".join(str(number.get("number", "")) for number in one.numbers),
            late=one.expected_at is not None and one.expected_at < request.at,
        )
        for one in found
    ]  # fmt: skip


def _out(request: Request, code: str) -> list[Out] | None:
    try:
        found = queries.away_from(request.viewer, code, at=request.at)
    except (NotThere, Refused):
        return None
    rows = listed(request.viewer, [one.person for one in found], at=request.at)
    names = {row.id: called(row.facts) for row in rows}
    places = names_of_places([one.movement.to_place for one in found])
    return [
        Out(
            away=one, called=names[one.person], what=str(one.movement.get_kind_display()),
            place=places.get(one.movement.to_place, one.movement.to_place),
        )
        for one in found if one.person in names
    ]  # fmt: skip
