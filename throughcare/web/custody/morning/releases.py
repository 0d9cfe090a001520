"""Releases of the morning: overdue first, then those of the next days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from throughcare.casework.custody import queries
from throughcare.casework.custody.deadlines import ahead
from throughcare.casework.custody.due import Due
from throughcare.web.custody.morning.section import Section, open_to, rows_of
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def overdue(request: Request, place: str | None) -> Section | None:
    """Who should be free already: computed, so that nobody can hide an entry."""
    return _section(request, place, "release-overdue", _("Release overdue"), (Due.OVERDUE,))


def near(request: Request, place: str | None) -> Section | None:
    """Who is to be released today or in the days of `deadlines.yaml`."""
    title = _("Release within %(days)s days") % {"days": ahead("release_within").days}
    return _section(request, place, "release-near", title, (Due.TODAY, Due.FIRST))


def _section(
    request: Request, place: str | None, key: str, title: StrOrPromise, which: Sequence[Due]
) -> Section | None:
    found = open_to(lambda: queries.release_due(request.viewer, place, at=request.at))
    if found is None:
        return None
    rows = [
        (one.person, date_format(one.final, "DATE_FORMAT"), None) for one in found.of(*which)
    ]  # fmt: skip
    return Section(
        key=key, title=title, way="/releases", rows=rows_of(request, rows, rest="/custody/dates"),
        why=_("Nobody is held past the end of the sentence (Rule 7)."),
    )  # fmt: skip
