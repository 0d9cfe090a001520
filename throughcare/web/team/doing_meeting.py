"""What is done about a meeting, by forms: called, cancelled, held, written, signed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.access.errors import NotThere
from throughcare.access.terms import Role
from throughcare.casework.assessment.minutes import minute_of
from throughcare.casework.team import actions, queries
from throughcare.casework.team.queries import Item, Met
from throughcare.web.desk.acting import done
from throughcare.web.desk.form import DeskForm, show
from throughcare.web.people.local import local
from throughcare.web.request import Request
from throughcare.web.team.forms import AttendanceForm, CallForm, CancelForm, OffForm
from throughcare.web.team.here import house_here, houses, members_at, owners_at
from throughcare.web.team.meeting import office_words, shown
from throughcare.web.team.minutes_form import MinutesForm, written
from throughcare.web.team.told import led

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@_FORM
@local
def call(request: Request) -> HttpResponse:
    """To call the team together. NotThere for whoever writes in no team."""
    here = house_here(request, write=True)
    form = CallForm(members_at(here, at=request.at), request.POST or None)
    made: list[UUID] = []

    def act(typed: dict[str, Any]) -> None:
        row = actions.call_meeting(
            by=request.viewer, at=request.at, establishment=here, kind=typed["kind"],
            meets_at=typed["meets_at"], chair=int(typed["chair"]),
            roles=[Role(one) for one in typed["roles"]], agencies=typed["agencies"].splitlines(),
        )  # fmt: skip
        made.append(row.first)

    if request.method == "POST" and done(form, act):
        return led(f"/team/meetings/{made[0]}/agenda", "called")
    told = {"title": _("Call the team together"), "button": _("Call the meeting"), "back": "/team",
            "here": here, "houses": houses(request, write=True)}  # fmt: skip
    return show(request, "team/call.html", form, **told)


@never_cache
@_FORM
@local
def cancel(request: Request, meeting_id: UUID) -> HttpResponse:
    """To say that a meeting does not take place."""
    met = to_write(request, meeting_id)
    form = CancelForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.cancel_meeting(
            by=request.viewer, at=request.at, meeting_id=met.row.first, why=typed["why"]
        )

    if request.method == "POST" and done(form, act):
        return led(way_of(met), "cancelled")
    return _shown(request, met, form, _("Cancel the meeting"), _("Save that it is cancelled"))


@never_cache
@_FORM
@local
def off(request: Request, meeting_id: UUID, case_id: UUID) -> HttpResponse:
    """To take somebody off the agenda."""
    met = to_write(request, meeting_id)
    item = item_of(met, case_id)
    form = OffForm(request.POST or None)

    def act(typed: dict[str, Any]) -> None:
        actions.take_off(by=request.viewer, at=request.at, case_id=item.id, why=typed["why"])

    if request.method == "POST" and done(form, act):
        return led(way_of(met), "off")
    return _shown(
        request, met, form, _("Take the person off the agenda"), _("Take off"), item=item
    )  # fmt: skip


@never_cache
@_FORM
@local
def attendance(request: Request, meeting_id: UUID) -> HttpResponse:
    """To say that it took place, and who was there."""
    met = to_write(request, meeting_id)
    row = met.row
    now = minute_of(row.held_at or min(row.meets_at, request.at))
    members = members_at(row.establishment, at=request.at)
    form = AttendanceForm(
        members, request.POST or None, initial={"held_at": timezone.localtime(now)}
    )

    def act(typed: dict[str, Any]) -> None:
        actions.write_attendance(
            by=request.viewer, at=request.at, meeting_id=row.first, held_at=typed["held_at"],
            there=form.there(),
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return led(way_of(met), "held")
    title = _("Who was there")
    return _shown(request, met, form, title, _("Save who was there"), "team/attendance.html")


@never_cache
@_FORM
@local
def minutes(request: Request, meeting_id: UUID, case_id: UUID) -> HttpResponse:
    """To write what was said and decided about one person."""
    met = to_write(request, meeting_id)
    item = item_of(met, case_id)
    told = shown(request, met)
    present = {
        one.account: f"{office_words(one.office)}: {told['names'].get(one.account, '')}"
        for one in met.there if one.present
    }  # fmt: skip
    owners = owners_at(met.row.establishment, at=request.at)
    form = MinutesForm(
        present, owners, len(item.decided), request.POST or None, initial=written(item)
    )

    def act(typed: dict[str, Any]) -> None:
        names = ("considered", "heard", "heard_words", "reasons", "besides")
        actions.write_case(
            by=request.viewer, at=request.at, case_id=item.id, said=form.said(),
            decided=form.decided(), **{name: typed[name] for name in names},
        )  # fmt: skip

    if request.method == "POST" and done(form, act):
        return led(way_of(met), "written")
    title = _("Minutes about one person")
    return _shown(
        request, met, form, title, _("Save the minutes"), "team/minutes.html", item=item
    )  # fmt: skip


def to_write(request: Request, meeting_id: UUID) -> Met:
    """The meeting, for whoever writes in this team. Raises NotThere."""
    met = queries.meeting_of(request.viewer, meeting_id, at=request.at)
    if not met.may_write:
        raise NotThere
    return met


def item_of(met: Met, case_id: UUID) -> Item:
    """Somebody on its agenda whose plan is the viewer's to read. Raises NotThere."""
    item = next((one for one in met.items if one.id == case_id and one.case is not None), None)
    if item is None:
        raise NotThere
    return item


def way_of(met: Met) -> str:
    """Where the meeting is shown."""
    return f"/team/meetings/{met.row.first}"


def _shown(
    request: Request, met: Met, form: DeskForm, title: str, button: str,
    template: str = "team/act.html", item: Item | None = None,
) -> HttpResponse:  # fmt: skip
    told = shown(request, met)
    about = next((one for one in told["items"] if item and one.item.id == item.id), None)
    return show(
        request, template, form, title=title, button=button, back=way_of(met), about=about, **told
    )
