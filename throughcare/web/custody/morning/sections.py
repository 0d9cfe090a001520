"""The lists of the morning, in the order of harm: each part of the room has one line here.

What harms most stands on the page at once. What looks through everybody in a large prison follows
by a request of its own, so that nobody waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.access.gate import may
from throughcare.access.question import Subject
from throughcare.access.terms import Act, Compartment
from throughcare.web.custody.morning.receptions import unfinished
from throughcare.web.custody.morning.releases import near, overdue
from throughcare.web.custody.morning.section import Maker, Morning, Section, shown
from throughcare.web.custody.morning.sharing import over_capacity, sharing_conflicts
from throughcare.web.custody.morning.without import held_without, orders_ending
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

AT_ONCE: Final[tuple[Maker, ...]] = (held_without, overdue, orders_ending, near)
# Of one establishment; by the key of the section, with its title.
LATER: Final[Mapping[str, tuple[StrOrPromise, Maker]]] = {
    "unfinished": (_("Reception not finished"), unfinished),
    "sharing": (_("Who may not share lies together"), sharing_conflicts),
    "over-capacity": (_("Over capacity"), over_capacity),
}
# What has no page of its own elsewhere is shown whole by itself.
BY_ITSELF: Final[Mapping[str, Maker]] = {
    "orders-ending": orders_ending,
    **{key: maker for key, (_title, maker) in LATER.items()},
}


def sections_of(request: Request, place: str | None) -> list[Section]:
    """The sections that are for this viewer at this place; None is all within reach."""
    morning = Morning(request, place)
    made = [maker(morning) for maker in AT_ONCE]
    return shown(request, [section.cut(place) for section in made if section is not None])


def later_of(request: Request, place: str | None) -> list[tuple[str, StrOrPromise]]:
    """Key and title of what follows at an establishment, for whoever reads the files there."""
    here = Subject(None, place)
    if place is None or not may(
        request.viewer, Act.READ, Compartment.ID, here, at=request.at
    ):  # fmt: skip
        return []
    return [(key, title) for key, (title, _maker) in LATER.items()]


def section_at(request: Request, key: str, place: str) -> Section | None:
    """One of the sections by itself, whole; None where it is not for this viewer."""
    made = BY_ITSELF[key](Morning(request, place))
    return None if made is None else shown(request, [made])[0]
