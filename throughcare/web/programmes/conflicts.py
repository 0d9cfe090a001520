"""Two entries of one session, side by side: whoever may settle them says which is right."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.programmes import queries
from throughcare.casework.programmes.actions import settle_attendance
from throughcare.casework.programmes.terms import Came, Reason, Settled
from throughcare.errors import BadInput
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.people.trouble import Trouble, trouble_of
from throughcare.web.programmes.house import house_of
from throughcare.web.request import Request

_LONGEST = 2_000


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def conflicts(request: Request) -> HttpResponse:
    """All that wait in a prison. NotThere for whoever may settle none there."""
    house, _houses = house_of(request)
    found = queries.attendance_conflicts(request.viewer, house, at=request.at)
    trouble: Trouble | None = None
    if request.method == "POST":
        trouble = _settle(request)
        if trouble is None:
            return HttpResponseRedirect(f"/programmes/conflicts?at={house}&done=settled")
    names = called_by(request, [one.person_id for one in found])
    accounts = [one.later.written_by for one in found]
    by = names_of([*accounts, *(one.stands.recorded_by for one in found if one.stands)])
    told = {
        "house": house, "trouble": trouble, "settled": request.GET.get("done") == "settled",
        "choices": Settled.choices, "typed": request.POST,
        "conflicts": [
            (one, names.get(one.person_id), _words(one.stands) if one.stands else "",
             by.get(one.stands.recorded_by, "") if one.stands else "", _words(one.later),
             by.get(one.later.written_by, ""))
            for one in found
        ],
    }  # fmt: skip
    return render(request, "programmes/conflicts.html", told, status=422 if trouble else 200)


def _settle(request: Request) -> Trouble | None:
    said = request.POST
    try:
        conflict, person = UUID(said.get("conflict", "")), UUID(said.get("person", ""))
    except ValueError:
        return Trouble(_("This page is too old to be kept. Load it again."), "")
    try:
        settle_attendance(
            by=request.viewer, at=request.at, person_id=person, conflict_id=conflict,
            outcome=said.get("outcome", "")[:20],
            why=said.get("why", "").strip().replace("\0", "")[:_LONGEST],
        )  # fmt: skip
    except BadInput as error:
        return trouble_of(error)
    return None


def _words(row: queries.Attendance | queries.AttendanceConflict) -> str:
    what = str(Came(row.came).label)
    return f"{what} ({Reason(row.reason).label})" if row.reason else what
