"""The page of the section: each part for whom it is open, and nothing of the others."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.assessment import queries
from throughcare.casework.assessment.tools import in_language, tool_of
from throughcare.web.assessment.lets import lets_of
from throughcare.web.assessment.shown import progress_of
from throughcare.web.custody.printed.pages import language_for, papers_in
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def judgement(request: Request, person_id: UUID) -> HttpResponse:
    """What was referred, screened and assessed, and what colleagues read of it."""
    file = read(request, person_id)
    lets = lets_of(request.viewer, file.id, file.held_at, at=request.at)
    if not lets.opens:
        raise NotThere
    told: dict[str, Any] = {**section_page(request, file, "judgement"), "lets": lets}
    if lets.reads:
        found = queries.judgements_of(request.viewer, file.id, at=request.at)
        told |= {
            "found": found, "names": names_of([one.proposed_by for one in found.screenings]),
            "statuses": queries.statuses_of(request.viewer, file.id, at=request.at),
            "contests": queries.contests_of(request.viewer, file.id, at=request.at),
            "sharings": _sharings(request, file.id),
        }  # fmt: skip
    if lets.shares:
        told["shared"] = queries.shared_of(request.viewer, file.id, at=request.at)
    if lets.reads_report:
        told |= {
            "reports": queries.reports_of(request.viewer, file.id, at=request.at),
            "languages": papers_in(), "chosen": language_for(file),
        }  # fmt: skip
    if lets.reads_psychology:
        told |= _psychology(request, file.id)
    return render(request, "assessment/judgement.html", told)


def _sharings(request: Request, person_id: UUID) -> list[tuple[queries.SeenSharing, str]]:
    """Each with the name of who approved it; without it for the person."""
    seen = queries.sharings_of(request.viewer, person_id, at=request.at)
    names = names_of([one.row.looked_by for one in seen])
    return [(one, names.get(one.row.looked_by, "")) for one in seen]


def _psychology(request: Request, person_id: UUID) -> dict[str, Any]:
    seen = queries.assessments_of(request.viewer, person_id, at=request.at)
    told: dict[str, Any] = {"assessments": seen, "in_force": seen.in_force(request.at)}
    if seen.open is not None:
        tool = in_language(tool_of(seen.open.row), request.LANGUAGE_CODE)
        told |= {
            "tool": tool, "me": str(request.viewer.account),
            "progress": progress_of(seen.open, tool, str(request.viewer.account)),
        }  # fmt: skip
    return told
