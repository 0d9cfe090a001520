"""What is printed for the person, as a page to print and as PDF, in the person's language."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.custody.queries import Paper, printed
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.queries import File
from throughcare.kernel.languages import language as named
from throughcare.web.custody.printed.pdf import NoPdf, pdf_of
from throughcare.web.custody.printed.sheet import Sheet, sheet_of
from throughcare.web.custody.printed.words import LANGUAGES, OTHERWISE, words_in
from throughcare.web.custody.sections import section_page
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.request import Request

_TOLD: Final = (
    (Paper.LEAFLET, _("Rights and duties"), _("For everybody who arrives.")),
    (
        Paper.ALOUD,
        _("To be read aloud"),
        _("The same in short parts with a question after each, for people who cannot read."),
    ),
    (Paper.RECEIPT, _("Receipt for belongings"), _("What was taken into keeping, to be signed.")),
    (
        Paper.RECEPTION,
        _("Record of the reception"),
        _("Every step, with what was not done yet."),
    ),
)
LARGE: Final = "large"


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that can be printed."""

    paper: str
    title: str
    about: str


@never_cache
@require_safe
@local
def papers(request: Request, person_id: UUID) -> HttpResponse:
    """Which papers there are, and in which language the person would read them."""
    file = _file(request, person_id)
    spoken = list(_spoken(file))
    told = {
        **section_page(request, file, "printed"),
        "offers": [Offer(paper.value, str(title), str(about)) for paper, title, about in _TOLD],
        "languages": papers_in(),
        "chosen": language_for(file),
        "spoken": [named(code).own_name for code, _reads in spoken],
        "no_words": bool(spoken) and not any(code in LANGUAGES for code, _reads in spoken),
        "cannot_read": bool(spoken) and all(reads is False for _code, reads in spoken),
        "way": f"/people/{file.id}/custody/printed",
    }
    return render(request, "custody/printed/papers.html", told)


@never_cache
@require_safe
@local
def paper(request: Request, person_id: UUID, kind: str) -> HttpResponse:
    """One paper as a page to print from the browser."""
    sheet, told = _asked(request, person_id, kind)
    query = request.GET.urlencode()
    way = f"/people/{person_id}/custody/printed"
    bar = {"back": way, "pdf": f"{way}/{sheet.paper}.pdf" + (f"?{query}" if query else "")}
    return render(request, "custody/printed/paper.html", {**told, "bar": bar})


@never_cache
@require_safe
@local
def pdf(request: Request, person_id: UUID, kind: str) -> HttpResponse:
    """One paper as PDF. Where the machine cannot make one, the page to print says so."""
    sheet, told = _asked(request, person_id, kind)
    try:
        made = pdf_of(render_to_string("custody/printed/paper.html", told))
    except NoPdf as trouble:
        way = f"/people/{person_id}/custody/printed"
        return render(
            request, "custody/printed/paper.html",
            {**told, "bar": {"back": way, "trouble": trouble}}, status=503,
        )  # fmt: skip
    answer = HttpResponse(made, content_type="application/pdf")
    name = f"{sheet.paper}-{sheet.words.language}.pdf"
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def papers_in() -> list[tuple[str, str]]:
    """The languages of the papers, each by its own name."""
    return [(code, dict(settings.LANGUAGES)[code]) for code in LANGUAGES]


def language_for(file: File) -> str:
    """In which language a paper is printed: one that the person reads, else understands."""
    spoken = [(code, reads) for code, reads in _spoken(file) if code in LANGUAGES]
    spoken.sort(key=lambda one: one[1] is False)  # stable: the first stated stays first
    return spoken[0][0] if spoken else OTHERWISE


def _spoken(file: File) -> Iterator[tuple[str, object]]:
    """The languages that the person speaks or understands, and whether it reads each."""
    for fact in file.facts:
        if fact.kind == Kind.LANGUAGE:
            yield str(fact.value["code"]), fact.value.get("reads")


def _asked(request: Request, person_id: UUID, kind: str) -> tuple[Sheet, dict[str, Any]]:
    file = _file(request, person_id)
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else language_for(file)
    facts = printed(
        request.viewer, file.id, paper=Paper(kind), language=language, at=request.at
    )  # fmt: skip
    sheet = sheet_of(file, facts, words_in(language), at=request.at)
    large = request.GET.get("letters") == LARGE
    return sheet, {"sheet": sheet, "large": large, "demo": bool(os.environ.get("THROUGHCARE_DEMO"))}


def _file(request: Request, person_id: UUID) -> File:
    """The file, for who may read it whole: a paper says more than a short reading shows."""
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    return file
