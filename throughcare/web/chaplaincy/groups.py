"""/chaplaincy: the chaplain's own people: services by unit and faith, and requests that wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.policy import without_post
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.casework.chaplaincy import queries
from throughcare.casework.chaplaincy.actions import hold_service
from throughcare.casework.chaplaincy.queries import Group
from throughcare.errors import BadInput
from throughcare.web.chaplaincy.judged import judged_now
from throughcare.web.custody.places.shown import called_by
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.trouble import Trouble, trouble_of
from throughcare.web.request import Request

PAGE: Final = "/chaplaincy"


def is_chaplain(viewer: Viewer, *, at: datetime) -> bool:
    """Whether the viewer holds a post as chaplain now."""
    if without_post(viewer, at):
        return False
    return any(post.role is Role.CHAPLAIN and post.period.holds(at) for post in viewer.posts)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def groups(request: Request) -> HttpResponse:
    """The list; posted, a service of one group is written. NotThere for who is no chaplain."""
    if not is_chaplain(request.viewer, at=request.at):
        raise NotThere
    found, asked = queries.groups_of(request.viewer, at=request.at)
    trouble: Trouble | None = None
    if request.method == "POST":
        trouble = _save(request, found)
        if trouble is None:
            return HttpResponseRedirect(f"{PAGE}?done=written")
    whom = {one for group in found for one in group.people} | {one.person_id for one in asked}
    called = called_by(request, sorted(whom))
    names = names_of_places(group.unit for group in found)
    told = {
        "groups": [
            (group, names.get(group.unit, group.unit), f"{group.unit}|{group.faith}",
             [(one, called[one]) for one in group.people if one in called])
            for group in found
        ],
        "asked": [(one, called[one.person_id]) for one in asked if one.person_id in called],
        "trouble": trouble, "typed": request.POST if trouble else {},
        "done": request.GET.get("done") == "written", "now": timezone.localtime(request.at),
    }  # fmt: skip
    return render(request, "chaplaincy/groups.html", told, status=422 if trouble else 200)


def _save(request: Request, found: Sequence[Group]) -> Trouble | None:
    named = request.POST.get("group", "")
    held = _moment(request.POST.get("held_at", ""))
    group = next((one for one in found if f"{one.unit}|{one.faith}" == named), None)
    if group is None:
        return Trouble(_("This page is too old to be kept. Load it again."), "")
    if held is None:
        return Trouble(_("The hour of the service is missing."), _("Give day and hour."))
    try:
        hold_service(
            by=request.viewer, at=request.at, person_ids=group.people, faith=group.faith,
            held_at=held,
        )  # fmt: skip
    except BadInput as error:
        return trouble_of(error)
    judged_now(request, group.people)
    return None


def _moment(said: str) -> datetime | None:
    """A day and hour as it was typed, by the clock on the wall; None where it is none."""
    try:
        found = parse_datetime(said)
    except ValueError:
        return None
    if found is None or not 1900 <= found.year < 2200:
        return None
    return timezone.make_aware(found) if timezone.is_naive(found) else found
