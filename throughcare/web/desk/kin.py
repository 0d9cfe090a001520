"""To declare a relative, so that no post of one's own opens this person's file.

The page answers in the same words whether or not such a file exists, or lies within reach.
"""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from throughcare.access import actions
from throughcare.access.errors import NotThere, Refused
from throughcare.casework.people import queries
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries import File
from throughcare.web.desk.form import DeskForm, show
from throughcare.web.people.shown.names import called
from throughcare.web.request import Request

_WHY = "to declare a relative"
LONGEST = 200  # signs of a name or a number


class KinForm(DeskForm):
    """The relative, by name and number as they stand on the paper."""

    name = forms.CharField(label=_("Name of your relative"), max_length=LONGEST)
    number = forms.CharField(
        label=_("Number in the prison's papers"),
        help_text=_("As it stands on a letter or a list, in any digits."),
        max_length=LONGEST,
    )


class ShownForm(DeskForm):
    """The relative, by a file that is open to the viewer."""

    person = forms.UUIDField(widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
def kin(request: Request) -> HttpResponse:
    """The form, by name and number, or for the file that the address names."""
    file = _shown(request, request.GET.get("person", ""))
    kind: type[DeskForm] = ShownForm if file or "person" in request.POST else KinForm
    form = kind(request.POST or None, initial={"person": file.id if file else None})
    if request.method == "POST" and form.is_valid():
        for person in _meant(request, form.cleaned_data):
            actions.declare_kin(by=request.viewer, at=request.at, person=person)
        return HttpResponseRedirect("/kin?done=1")
    more = {
        "called": called(file.facts).own if file else "",
        "done": request.GET.get("done") == "1",
    }
    return show(request, "desk/kin.html", form, count=len(request.viewer.kin), **more)


def _shown(request: Request, typed: str) -> File | None:
    """The file of an address, if it is open to the viewer; for all others nothing is said."""
    try:
        return queries.file_of(request.viewer, UUID(typed), at=request.at, why=_WHY)
    except (ValueError, NotThere, Refused):
        return None


def _meant(request: Request, typed: dict[str, object]) -> set[UUID]:
    """Whom the form means, within reach: the file that was open, or whose number and name fit."""
    if "person" in typed:
        file = _shown(request, str(typed["person"]))
        return {file.id} if file else set()
    viewer, at = request.viewer, request.at
    try:
        by_number, by_name = (
            queries.find(viewer, str(typed[one]), at=at) for one in ("number", "name")
        )
    except NotThere:  # without a post there is no reach
        return set()
    numbers = {hit.id for hit in by_number if hit.matched.kind == Kind.IDENTIFIER}
    return numbers & {hit.id for hit in by_name if hit.matched.kind == Kind.NAME}
