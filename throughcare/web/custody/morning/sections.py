"""The lists of the morning, in the order of harm: each part of the room has one line here."""

from __future__ import annotations

from typing import Final

from throughcare.web.custody.morning.receptions import unfinished
from throughcare.web.custody.morning.releases import near, overdue
from throughcare.web.custody.morning.section import Maker, Section
from throughcare.web.custody.morning.sharing import over_capacity, sharing_conflicts
from throughcare.web.custody.morning.without import held_without, orders_ending
from throughcare.web.request import Request

SECTIONS: Final[tuple[Maker, ...]] = (
    held_without,
    overdue,
    orders_ending,
    near,
    unfinished,
    sharing_conflicts,
    over_capacity,
)  # fmt: skip


def sections_of(request: Request, place: str | None) -> list[Section]:
    """The sections that are for this viewer at this place; None is all within reach."""
    made = [maker(request, place) for maker in SECTIONS]
    return [section for section in made if section is not None]
