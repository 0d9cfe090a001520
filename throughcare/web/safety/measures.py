"""What the sections of restrictions, restraint and discipline share: the page, its addresses."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from throughcare.access.errors import NotThere
from throughcare.casework.safety import queries
from throughcare.web.custody.known import known_of
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.request import Request
from throughcare.web.safety.lets import lets_of


def measures_page(
    request: Request, person_id: UUID, section: str, **shown: Any
) -> HttpResponse:  # fmt: skip
    """The section, for readers as known on a day; for those who only add, their forms."""
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    known = known_of(request)
    lets = lets_of(request.viewer, file.id, file.held_at, at=request.at)
    told: dict[str, Any] = {
        **section_page(request, file, section, known), "lets": lets,
        "may": lets if known.day is None else None, **shown,
    }  # fmt: skip
    if lets.reads or not lets.adds:
        told["measures"] = queries.measures_of(
            request.viewer, file.id, at=request.at, known_at=known.at
        )
    if lets.adds:
        told["on"] = queries.restraints_on(request.viewer, [file.id], at=request.at)
    return render(request, f"safety/{section}.html", told)
