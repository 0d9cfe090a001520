"""Two entries of the same hours, side by side: whoever may settle them says which is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.safety.actions import settle_conflict
from throughcare.casework.safety.queries.open_conflicts import MOST, OpenConflict, open_conflicts
from throughcare.casework.safety.terms import EntryTable, Settlement
from throughcare.errors import BadInput
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.names import Called
from throughcare.web.people.shown.staff import names_of
from throughcare.web.people.trouble import Trouble, trouble_of
from throughcare.web.request import Request
from throughcare.web.safety.day.kinds import words_of
from throughcare.web.safety.day.rows import hours
from throughcare.web.safety.day.slots import uuid_in

PAGE = "/separation/conflicts"
_LONGEST = 2_000  # signs of a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One entry as it is shown: what, when, and who wrote it when."""

    what: str
    when: str
    since: datetime
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A conflict on the page. `chosen` and `why` stay typed where the form was refused."""

    id: UUID
    person: UUID
    called: Called | None
    earlier: Sequence[Side]
    later: Side
    chosen: str = ""
    why: str = ""
    trouble: Trouble | None = None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def conflicts(request: Request) -> HttpResponse:
    """All that wait. A conflict that somebody has settled meanwhile is answered in words."""
    found = open_conflicts(request.viewer, at=request.at)  # asks first: may the viewer?
    trouble: Trouble | None = None
    if request.method == "POST":
        trouble = _settle(request)
        if trouble is None:
            return HttpResponseRedirect(f"{PAGE}?done=settled")
        found = open_conflicts(request.viewer, at=request.at)
    shown = _shown(request, found, trouble)
    told = {
        "conflicts": shown, "trouble": None if any(one.trouble for one in shown) else trouble,
        "settled": request.GET.get("done") == "settled", "choices": Settlement.choices,
        "may_be_more": len(shown) >= MOST,
    }  # fmt: skip
    return render(request, "safety/day/conflicts.html", told, status=422 if trouble else 200)


def _settle(request: Request) -> Trouble | None:
    """Settle the conflict that the form names; what is wrong with it, if anything is."""
    said = request.POST
    conflict, person = uuid_in(said.get("conflict", "")), uuid_in(said.get("person", ""))
    if conflict is None or person is None:
        return Trouble(_("This page is too old to be kept. Load it again."), "")
    try:
        settle_conflict(
            by=request.viewer, at=request.at, person_id=person, conflict_id=conflict,
            outcome=said.get("outcome", "")[:20],
            why=said.get("why", "").strip().replace("\0", "")[:_LONGEST],
        )  # fmt: skip
    except BadInput as error:
        return trouble_of(error)
    return None


def _shown(
    request: Request, found: Sequence[OpenConflict], trouble: Trouble | None
) -> list[Shown]:  # fmt: skip
    names = called_by(request, [one.later.person_id for one in found])
    accounts = [one.later.written_by for one in found]
    accounts += [row.recorded_by for one in found for row in one.stands]
    by = names_of(accounts)
    said = request.POST if trouble else {}
    return [_one(one, names.get(one.later.person_id), by, said, trouble) for one in found]


def _one(
    one: OpenConflict, called: Called | None, by: Mapping[str, str], said: Mapping[str, str],
    trouble: Trouble | None,
) -> Shown:  # fmt: skip
    row = one.later
    here = said.get("conflict") == str(row.id)
    what = _what(row.entry, row.kind)
    return Shown(
        id=row.id, person=row.person_id, called=called,
        earlier=[
            Side(
                what=_what(row.entry, getattr(each, "kind", "")), since=each.since,
                when=hours(each.since, each.until), at=each.recorded_at,
                by=by.get(each.recorded_by, each.recorded_by),
            )
            for each in one.stands
        ],
        later=Side(
            what=what, since=row.since, when=hours(row.since, row.until), at=row.recorded_at,
            by=by.get(row.written_by, row.written_by),
        ),
        chosen=said.get("outcome", "") if here else "", why=said.get("why", "") if here else "",
        trouble=trouble if here else None,
    )  # fmt: skip


def _what(entry: str, kind: str) -> str:
    label = str(EntryTable(entry).label)
    return f"{label}: {words_of(kind)}" if kind else label
