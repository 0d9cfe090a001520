"""At which prisons the register of separation is open to a viewer."""

from __future__ import annotations

from datetime import datetime

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act
from throughcare.kernel.models import Place, PlaceKind
from throughcare.web.custody.movements.places import prisons_of
from throughcare.web.safety.lets import DIS


def houses_of(viewer: Viewer, *, at: datetime) -> list[str]:
    """The prisons of the viewer's posts first; for a post of the whole service, all of them."""
    codes = prisons_of(viewer, at=at)
    if any(not post.establishment for post in viewer.posts if post.period.holds(at)):
        places = Place.objects.in_use(at).filter(kind=PlaceKind.ESTABLISHMENT).order_by("path")
        codes += [one for one in places.values_list("path", flat=True) if one not in codes]
    return [code for code in codes if opens(viewer, code, at=at)]


def opens(viewer: Viewer, code: str, *, at: datetime) -> bool:
    """Whether somebody reads there who is separated and when, or adds to it."""
    where = Subject(None, code)
    return any(gate.may(viewer, act, DIS, where, at=at) for act in (Act.READ_REDACTED, Act.APPEND))
