"""Who has opened a file: by role, place and moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from throughcare.access.question import Viewer
from throughcare.casework.people import queries
from throughcare.web.desk.words import role_words
from throughcare.web.people.shown.header import header_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_WHY = "who has opened the file"


@dataclass(frozen=True, slots=True)
class Reader:
    """One opening of the file, in words."""

    role: StrOrPromise
    place: str
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Readers:
    """One page of the list, the newest first; `earlier` is where the next one begins."""

    rows: Sequence[Reader]
    earlier: str


@require_safe
def readers(request: Request, person: UUID) -> HttpResponse:
    """The list for one file. Raises access's NotThere or Refused."""
    found = readers_for(
        request.viewer, person, at=request.at, before=_moment(request.GET.get("before", ""))
    )
    file = queries.file_of(request.viewer, person, at=request.at, why=_WHY)
    return render(
        request,
        "desk/readers.html",
        {"file": file, "header": header_of(file, here=""), "readers": found},
    )


def readers_for(
    viewer: Viewer, person: UUID, *, at: datetime, before: datetime | None = None
) -> Readers:
    """The openings of a file that this viewer may know of. Raises NotThere or Refused.

    Several readings of one request are one opening.
    """
    told = queries.readers_of(viewer, person, at=at, why=_WHY, before=before)
    rows = [Reader(role_words(one.role), one.place, one.opened_at) for one in dict.fromkeys(told)]
    full = len(told) == queries.MOST_READERS
    return Readers(rows, told[-1].opened_at.isoformat() if full else "")


def _moment(typed: str) -> datetime | None:
    """The moment in the address; what is none shows the list from its beginning."""
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
