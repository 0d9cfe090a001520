"""What the viewer may read, as a table to take away: for a reason, each file with its entry."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from throughcare.casework.people import queries
from throughcare.casework.people.kinds import Kind
from throughcare.web.people.forms.acts import ReasonForm
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.people.shown.facts import pieces_of
from throughcare.web.request import Request

TITLE: Final = _("Take a list away")
COLUMNS: Final = (
    "file", "place", "kind", "value", "standing", "proof", "recorded_at", "recorded_by"
)  # fmt: skip
# What programmes for tables take for a formula at the beginning of a cell (OWASP, CSV injection).
_BEGIN_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@local
def export_page(request: Request) -> HttpResponse:
    """Ask for the reason; then the table."""
    need_post(request)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        told = {"form": form, "title": TITLE, "count": queries.count(request.viewer, at=request.at)}
        return render(request, "people/export.html", told, status=status)
    files = queries.export(request.viewer, at=request.at, why=form.cleaned_data["why"])
    answer = HttpResponse(_table(files), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="people-{request.at:%Y-%m-%d}.csv"'
    return answer


def _table(files: Sequence[queries.File]) -> str:
    # With the mark that tells programmes for tables which letters these are.
    written = io.StringIO("\ufeff")
    written.seek(1)
    table = csv.writer(written)
    table.writerow(COLUMNS)
    table.writerows([cell_safe(cell) for cell in row] for file in files for row in _rows(file))
    return written.getvalue()


def _rows(file: queries.File) -> Iterator[list[str]]:
    for fact in file.facts:
        first, *rest = pieces_of(fact.kind, fact.value)
        value = "; ".join([first[1], *(f"{label}: {text}" for label, text in rest)])
        # In a short reading neither: a proof may name a paper that is not shown.
        proof, by = ("", "") if file.redacted else (fact.proof, fact.recorded_by)
        yield [
            str(file.id), file.held_at or "", str(Kind(fact.kind).label), value, fact.standing,
            proof, fact.recorded_at.isoformat(), by,
        ]  # fmt: skip


def cell_safe(text: str) -> str:
    """The text with a quotation mark before what would be run as a formula."""
    seen = text.lstrip(" \u00a0\u200e\u200f\u2068\u2069\u061c\ufeff")
    runs = seen.startswith(_BEGIN_FORMULAS) or text.startswith(_BEGIN_FORMULAS)
    return f"'{text}" if runs else text
