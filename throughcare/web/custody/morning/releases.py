"""Releases of the morning: overdue first, then those of the next days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from throughcare.casework.custody.deadlines import ahead
from throughcare.casework.custody.due import Due
from throughcare.web.custody.morning.section import Morning, Row, Section

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def overdue(morning: Morning) -> Section | None:
    """Who should be free already: computed, so that nobody can hide an entry."""
    return _section(morning, "release-overdue", _("Release overdue"), (Due.OVERDUE,))


def near(morning: Morning) -> Section | None:
    """Who is to be released today or in the days of `deadlines.yaml`."""
    title = _("Release within %(days)s days") % {"days": ahead("release_within").days}
    return _section(morning, "release-near", title, (Due.TODAY, Due.FIRST))


def _section(
    morning: Morning, key: str, title: StrOrPromise, which: Sequence[Due]
) -> Section | None:
    if morning.releases is None:
        return None
    rows = [
        Row(person=one.person, rest="/custody/dates", said=date_format(one.final, "DATE_FORMAT"))
        for one in morning.releases.of(*which)
    ]
    return Section(
        key=key, title=title, way="/releases", rows=rows,
        why=_("Nobody is held past the end of the sentence (Rule 7)."),
    )  # fmt: skip
