"""One person's file: identity, contacts, earlier entries."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.people import queries
from throughcare.casework.people.kinds import Kind
from throughcare.web.people.done import done
from throughcare.web.people.local import local
from throughcare.web.people.shown.facts import grouped
from throughcare.web.people.shown.header import header_of
from throughcare.web.people.shown.history import told
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

IDENTITY: Final = (
    Kind.NAME, Kind.BIRTH_DATE, Kind.SEX, Kind.GENDER, Kind.NATIONALITY, Kind.LANGUAGE,
    Kind.IDENTIFIER, Kind.DOCUMENT, Kind.ADJUSTMENT, Kind.DEPENDANT,
)  # fmt: skip
REDACTED: Final = (Kind.NAME, Kind.LANGUAGE)


@never_cache
@require_safe
@local
def identity(request: Request, person_id: UUID) -> HttpResponse:
    """Who the person is, each fact with how it stands, by whom and when."""
    file = read(request, person_id)
    if file.id != person_id:
        return HttpResponseRedirect(f"/people/{file.id}?done=merged")
    kinds = REDACTED if file.redacted else IDENTITY
    return render(request, "people/identity.html", _told(request, file, kinds, "identity"))


@never_cache
@require_safe
@local
def contacts(request: Request, person_id: UUID) -> HttpResponse:
    """Whom to tell in an emergency, for those to whom contacts are open."""
    file = read(request, person_id)
    if file.redacted or not file.lets.read_contacts:
        raise NotThere
    told_of = _told(request, file, (Kind.EMERGENCY_CONTACT,), "contacts")
    return render(request, "people/contacts.html", told_of)


@never_cache
@require_safe
@local
def history(request: Request, person_id: UUID) -> HttpResponse:
    """Everything that was ever entered, also what no longer stands."""
    file = read(request, person_id)
    entries = queries.history_of(request.viewer, person_id, at=request.at)
    return render(
        request, "people/history.html",
        {**page_of(request, file, "history"), "entries": told(entries, at=request.at),
         "merges": entries.merges},
    )  # fmt: skip


def read(request: Request, person_id: UUID) -> queries.File:
    """The file as this viewer may see it."""
    return queries.file_of(request.viewer, person_id, at=request.at, why="")


def page_of(request: Request, file: queries.File, here: str) -> dict[str, object]:
    """What every page of a file shows."""
    return {"file": file, "header": header_of(file, here=here), "done": done(request)}


def _told(
    request: Request, file: queries.File, kinds: tuple[Kind, ...], here: str
) -> dict[str, object]:
    names = names_of(fact.recorded_by for fact in file.facts)
    return {
        **page_of(request, file, here),
        "groups": grouped(file.facts, kinds, names, short=file.redacted),
    }
