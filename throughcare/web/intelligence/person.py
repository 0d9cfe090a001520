"""The reports about a person, for the office; the statements, for whoever reads in short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.casework.intelligence import queries
from throughcare.casework.intelligence.grades import HANDLING, KINDS
from throughcare.casework.intelligence.queries import SeenAnswer, SeenReport, SeenStatement
from throughcare.web.intelligence.words import OCCASIONS, done, grade_words
from throughcare.web.people.file import page_of, read
from throughcare.web.people.local import local
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement with its grade in words."""

    seen: SeenStatement
    grade: str


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer, and before what."""

    seen: SeenAnswer
    occasion: StrOrPromise
    shared: bool


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report with everything in words."""

    seen: SeenReport
    grade: str
    handling: StrOrPromise
    kind: StrOrPromise
    writer: str
    statements: list[ShownStatement]
    answers: list[ShownAnswer]


@never_cache
@require_safe
@local
def statements(request: Request, person_id: UUID) -> HttpResponse:
    """The statements that hold. The same page, with a sentence, where there are none."""
    found = queries.statements_about(request.viewer, person_id, at=request.at)
    file = read(request, person_id)
    told = {
        **page_of(request, file, "statements"), "found": found,
        "shown": [statement_shown(one) for one in found.seen],
        "waiting": queries.items_waiting(request.viewer, person_id, at=request.at),
    }  # fmt: skip
    return render(request, "intelligence/statements.html", told)


@never_cache
@require_safe
@local
def reports(request: Request, person_id: UUID) -> HttpResponse:
    """Every report that lives, for the office alone."""
    found = queries.reports_of(request.viewer, person_id, at=request.at)
    file = read(request, person_id)
    names = names_of(one.written_by for one in found.seen)
    told = {
        **page_of(request, file, "intelligence"), "found": found, "done": done(request),
        "shown": [report_shown(one, names) for one in found.seen],
    }  # fmt: skip
    return render(request, "intelligence/reports.html", told)


def statement_shown(one: SeenStatement) -> ShownStatement:
    """A statement for a page."""
    return ShownStatement(one, grade_words(one.source, one.information))


def report_shown(one: SeenReport, names: dict[str, str]) -> ShownReport:
    """A report for a page."""
    words = one.words
    return ShownReport(
        seen=one, grade=grade_words(words["source"], words["information"]),
        handling=HANDLING.get(words["handling"], ""), kind=KINDS.get(one.source_kind, ""),
        writer=names.get(one.written_by, _("unknown")),
        statements=[statement_shown(each) for each in one.statements],
        answers=[
            ShownAnswer(each, OCCASIONS.get(each.occasion, ""), bool(each.shared_as))
            for each in one.answers
        ],
    )  # fmt: skip
