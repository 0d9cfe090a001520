"""To open, list, count, search, read and export files, and to see who has opened one."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from throughcare.api import cursor
from throughcare.api.asking import Before, Cursor, Limit, Why
from throughcare.api.fields import Shown
from throughcare.api.schemas.asked import PersonForm, SearchForm
from throughcare.api.schemas.said import value_of
from throughcare.api.schemas.shown import (
    CountShown,
    ExportShown,
    FileShown,
    HitsShown,
    ListShown,
    file_shown,
    found_shown,
    row_shown,
)
from throughcare.api.schemas.written import PersonWritten
from throughcare.api.statuses import making, named, reading, searching, took
from throughcare.casework.people import actions, queries
from throughcare.casework.people.joined_files import parts_of
from throughcare.register.queries import MOST, opened_by

SEARCH: Final = "search_people"  # the one POST that changes nothing

router = Router(tags=["files"])


class OpeningShown(Shown):
    """That a file was opened: in which role, where and when. No name."""

    role: str
    place: str
    opened_at: datetime


class OpeningsShown(Shown):
    """Who has opened a file, newest first, at most 100; go on with `before`."""

    openings: list[OpeningShown]


@router.get("/people", response=reading(ListShown), **named("list_people"))
def list_people(request: HttpRequest, after: Cursor = None, limit: Limit = 50) -> ListShown:
    """List the files within reach, page by page, in the order in which they were opened."""
    call = took(request)
    token = call.opened.token.pk
    page = queries.list_of(
        call.viewer, at=call.at, after=cursor.read(after, token=token), limit=limit
    )
    return ListShown(
        rows=[row_shown(row) for row in page.rows],
        next=cursor.written(page.next_after, token=token),
    )


@router.post("/people", response=making(PersonWritten), **named("register_person"))
def register_person(request: HttpRequest, said: PersonForm) -> Status[PersonWritten]:
    """Open a file with what is known. All facts are stated."""
    call = took(request)
    person = actions.register_person(
        by=call.viewer, at=call.at, establishment=said.establishment, why=said.why,
        facts=[(fact.kind, value_of(fact)) for fact in said.facts],
    )  # fmt: skip
    return Status(201, PersonWritten(id=person.id, version=person.version))


@router.get("/people/count", response=reading(CountShown), **named("count_people"))
def count_people(request: HttpRequest) -> CountShown:
    """How many files are within reach."""
    call = took(request)
    return CountShown(files=queries.count(call.viewer, at=call.at))


@router.post("/people/search", response=searching(HitsShown), **named(SEARCH))
def search_people(request: HttpRequest, said: SearchForm) -> HitsShown:
    """Search by name or number. It changes nothing and takes no Idempotency-Key.

    It is a POST so that no name stands in an address, which proxies write down.
    """
    call = took(request)
    found = queries.find(call.viewer, said.text, at=call.at, limit=said.limit)
    return HitsShown(hits=[found_shown(hit) for hit in found])


@router.get("/people/export", response=reading(ExportShown), **named("export_people"))
def export_people(
    request: HttpRequest, why: Why, after: Cursor = None, limit: Limit = 50
) -> ExportShown:
    """Export whole files, page by page. Each leaves an entry of its own that it was read."""
    call = took(request)
    token = call.opened.token.pk
    page = queries.list_of(
        call.viewer, at=call.at, after=cursor.read(after, token=token), limit=limit
    )
    files = [queries.file_of(call.viewer, row.id, at=call.at, why=why) for row in page.rows]
    return ExportShown(
        files=[file_shown(file) for file in files],
        next=cursor.written(page.next_after, token=token),
    )


@router.get("/people/{person}", response=reading(FileShown), **named("read_file"))
def read_file(request: HttpRequest, person: UUID, why: Why) -> FileShown:
    """Read a file, as far as this token may."""
    call = took(request)
    return file_shown(queries.file_of(call.viewer, person, at=call.at, why=why))


@router.get("/people/{person}/openings", response=reading(OpeningsShown), **named("openings"))
def openings(request: HttpRequest, person: UUID, why: Why, before: Before = None) -> OpeningsShown:
    """Who has opened a file. To ask is itself a reading of the file, and is entered as one."""
    call = took(request)
    file = queries.file_of(call.viewer, person, at=call.at, why=why)
    found = [one for part in parts_of(file.id) for one in opened_by(part, before=before)]
    newest = sorted(found, key=lambda one: one.opened_at, reverse=True)[:MOST]
    return OpeningsShown(
        openings=[
            OpeningShown(role=one.role, place=one.place, opened_at=one.opened_at) for one in newest
        ]
    )
