"""Whose morning it is, and at which places: director, admissions and judge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.policy import without_post
from throughcare.access.question import Viewer
from throughcare.access.terms import Role
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

ROLES: Final = frozenset({Role.PRISON_DIRECTOR, Role.ADMISSIONS_OFFICER, Role.JUDGE_PROSECUTOR})
_SERVICE: Final = "service"


@dataclass(frozen=True, slots=True)
class MorningPlace:
    """An establishment; `code` is None for the whole service."""

    code: str | None
    name: str


def has_lists(viewer: Viewer, *, at: datetime) -> bool:
    """Whether a post of the viewer has lists of custody beside the duties of the morning."""
    return bool(_codes(viewer, at))


def morning_places(request: Request) -> list[MorningPlace]:
    """The places of the viewer's posts, each once. Raises NotThere for everybody else."""
    codes = _codes(request.viewer, request.at)
    if not codes:
        raise NotThere
    if None in codes:
        return [MorningPlace(None, _("all establishments"))]
    names = names_of_places(codes)
    return [MorningPlace(code, names.get(code or "", code or "")) for code in codes]


def _codes(viewer: Viewer, at: datetime) -> list[str | None]:
    if without_post(viewer, at):
        return []
    held = [one for one in viewer.posts if one.role in ROLES and one.period.holds(at)]
    codes = [None if one.establishment == _SERVICE else one.establishment for one in held]
    return list(dict.fromkeys(codes))
