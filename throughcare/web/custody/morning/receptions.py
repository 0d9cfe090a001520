"""Receptions that are not finished, with what is missing."""

from __future__ import annotations

from django.utils.translation import gettext as _

from throughcare.casework.custody import queries
from throughcare.casework.custody.terms import StepKind
from throughcare.web.custody.morning.section import Section, open_to, rows_of
from throughcare.web.request import Request


def unfinished(request: Request, place: str | None) -> Section | None:
    """Who is here and not received to the end, the longest waiting first."""
    if place is None:
        return None
    found = open_to(lambda: queries.unfinished(request.viewer, place, at=request.at))
    if found is None:
        return None
    rows = [
        (
            one.person_id,
            _("missing: %(steps)s")
            % {"steps": ", ".join(str(StepKind(kind).label) for kind in one.missing)},
            one.admitted_at,
        )
        for one in found
    ]
    return Section(
        key="unfinished", title=_("Reception not finished"), way="/reception",
        rows=rows_of(request, rows, rest="/custody/reception"),
        why=_("What Rule 7 asks for is written down within a day of admission."),
    )  # fmt: skip
