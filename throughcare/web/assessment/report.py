"""What came of an assessment, on paper for the person: a PDF in the person's language."""

from __future__ import annotations

import os
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.assessment import queries
from throughcare.web.assessment.doing import SECTION
from throughcare.web.assessment.lets import lets_of
from throughcare.web.assessment.report_sheet import sheet_of
from throughcare.web.custody.printed.pages import LARGE, language_for
from throughcare.web.custody.printed.pdf import NoPdf, pdf_of
from throughcare.web.custody.printed.words import LANGUAGES, words_in
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def report(request: Request, person_id: UUID, row_id: UUID) -> HttpResponse:
    """The report of one assessment. Where the machine makes no PDF, the page to print says so."""
    file = read(request, person_id)
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else language_for(file)
    found = queries.report_to_print(
        request.viewer, file.id, row_id, language=language, at=request.at
    )
    if file.redacted:
        raise NotThere  # a paper says more than a short reading shows
    lets = lets_of(request.viewer, file.id, file.held_at, at=request.at)
    said = queries.contests_of(request.viewer, file.id, at=request.at) if lets.reads else []
    told = {
        "sheet": sheet_of(file, found, said, words_in(language), at=request.at),
        "large": request.GET.get("letters") == LARGE,
        "demo": bool(os.environ.get("THROUGHCARE_DEMO")),
    }
    try:
        made = pdf_of(render_to_string("assessment/report.html", told))
    except NoPdf as trouble:
        bar = {"back": f"/people/{file.id}/custody/{SECTION}", "trouble": trouble}
        return render(request, "assessment/report.html", {**told, "bar": bar}, status=503)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="report-{language}.pdf"'
    return answer
