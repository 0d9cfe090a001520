"""The certificate as PDF: course, level, hours, day, who gives it. Nothing of where it was."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.people.queries import File
from throughcare.casework.programmes import queries
from throughcare.web.custody.printed.pdf import NoPdf, pdf_of
from throughcare.web.custody.printed.words import LANGUAGES, OTHERWISE
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.names import called
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def certificate(request: Request, person_id: UUID, certificate_id: UUID) -> HttpResponse:
    """In the language it was written in. Where the machine makes no PDF, the page says so."""
    file = read(request, person_id)
    row = queries.certificate_to_print(request.viewer, file.id, certificate_id, at=request.at)
    page = page_of(file, row)
    try:
        made = pdf_of(page)
    except NoPdf as trouble:
        told = {"what": trouble.what, "remedy": trouble.remedy}
        return render(request, "programmes/no_pdf.html", told, status=503)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="certificate.pdf"'
    return answer


def page_of(file: File, row: queries.Certificate) -> str:
    """The paper as a page of its own: it takes nothing from the file but the name."""
    language = row.language if row.language in LANGUAGES else OTHERWISE
    with translation.override(language):
        told = {
            "language": language, "direction": "rtl" if translation.get_language_bidi() else "ltr",
            "called": called(file.facts), "row": row, "issued_on": date_format(row.issued_on),
        }  # fmt: skip
        return render_to_string("programmes/certificate.html", told)
