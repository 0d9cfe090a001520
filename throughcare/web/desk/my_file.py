"""The prisoner's own page: all of the own file that is open, and what is withheld, as withheld."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.access.matrix import matrix
from throughcare.access.terms import Compartment, Level, Role
from throughcare.casework.people import queries
from throughcare.web.desk import words
from throughcare.web.desk.facts import lines
from throughcare.web.desk.readers import readers_for
from throughcare.web.people.shown.names import called
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_WHY = "the own file"


@dataclass(frozen=True, slots=True)
class OtherPart:
    """A part of the file beside identity: how far it is open to the person in it."""

    part: StrOrPromise
    said: StrOrPromise
    fields: tuple[StrOrPromise, ...]


@require_safe
def my_file(request: Request) -> HttpResponse:
    """For the holder of a prisoner's post with a file. For all others there is nothing here."""
    own = request.viewer.person
    if own is None or not _in_custody(request):
        raise NotThere
    file = queries.file_of(request.viewer, own, at=request.at, why=_WHY)
    return render(
        request,
        "desk/my_file.html",
        {
            "file": file,
            "called": called(file.facts).own,
            "facts": lines(file),
            "parts": list(_parts()),
            "readers": readers_for(request.viewer, own, at=request.at),
        },
    )


def _in_custody(request: Request) -> bool:
    held = [post.role for post in request.viewer.posts if post.period.holds(request.at)]
    return Role.PRISONER in held


def _parts() -> Iterator[OtherPart]:
    """The parts beside identity and contacts, which are shown above."""
    for code in Compartment:
        if code in (Compartment.ID, Compartment.CON, Compartment.AGG):
            continue
        level = matrix().cells[Role.PRISONER, code].level
        shown = matrix().redacted.get(code, ()) if level is Level.REDACTED else ()
        fields = tuple(words.FIELDS[field] for field in shown)
        yield OtherPart(words.COMPARTMENTS[code], openness(level), fields)


def openness(level: Level) -> str:
    """How far a part of the own file is open."""
    if level is Level.NONE:
        return _("withheld")
    if level is Level.REDACTED:
        return _("the rest is withheld; shown to you are")
    return _("open to you")
