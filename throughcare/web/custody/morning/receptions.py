"""Receptions that are not finished, with what is missing."""

from __future__ import annotations

from django.utils.translation import gettext as _

from throughcare.casework.custody import queries
from throughcare.casework.custody.terms import StepKind
from throughcare.web.custody.morning.section import MOST, Morning, Row, Section, open_to


def unfinished(morning: Morning) -> Section | None:
    """Who is here and not received to the end, the longest waiting first."""
    place, request = morning.place, morning.request
    if place is None:
        return None
    found = open_to(lambda: queries.unfinished(request.viewer, place, at=request.at))
    if found is None:
        return None
    rows = [
        Row(
            person=one.person_id, rest="/custody/reception", at=one.admitted_at,
            said=_("missing: %(steps)s")
            % {"steps": ", ".join(str(StepKind(kind).label) for kind in one.missing)},
        )
        for one in found[:MOST]
    ]  # fmt: skip
    return Section(
        key="unfinished", title=_("Reception not finished"), way="/reception", rows=rows,
        why=_("What Rule 7 asks for is written down within a day of admission."),
        further=len(found) - len(rows),
    )  # fmt: skip
