"""The plan as PDF for the person, in the person's language: the newest, or two versions."""

from __future__ import annotations

import os
from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.plans.queries import plans_of
from throughcare.web.custody.printed.pages import language_for
from throughcare.web.custody.printed.pdf import NoPdf, pdf_of
from throughcare.web.custody.printed.words import LANGUAGES, words_in
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.plans.section import reads
from throughcare.web.plans.sheet import sheet_of
from throughcare.web.plans.shown import ShownPlan, shown_of
from throughcare.web.request import Request

BOTH = "both"


@never_cache
@require_safe
@local
def paper(request: Request, person_id: UUID) -> HttpResponse:
    """The plan on paper. Where the machine makes no PDF, the page to print says so."""
    file = read(request, person_id)
    if not reads(request, file):
        raise NotThere
    found = plans_of(request.viewer, file.id, at=request.at)
    plans = _wanted(shown_of(found, at=request.at), request.GET.get("version", ""))
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else language_for(file)
    told = {
        "sheet": sheet_of(file, plans, words_in(language), at=request.at),
        "demo": bool(os.environ.get("THROUGHCARE_DEMO")),
    }
    try:
        made = pdf_of(render_to_string("plans/printed/paper.html", told))
    except NoPdf as trouble:
        bar = {"back": f"/people/{file.id}/plan", "trouble": trouble}
        return render(request, "plans/printed/paper.html", {**told, "bar": bar}, status=503)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="plan-{language}.pdf"'
    return answer


def _wanted(plans: Sequence[ShownPlan], version: str) -> Sequence[ShownPlan]:
    """One version by its first row; the newest two as `both`; the newest. Raises NotThere."""
    if version == BOTH:
        found = plans[:2]
    elif version:
        found = [one for one in plans if str(one.seen.row.first) == version]
    else:
        found = plans[:1]
    if not found:
        raise NotThere
    return found
