"""What a viewer may open of a person's file in an emergency: part, ground, fields, hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from throughcare.access.matrix import matrix
from throughcare.access.places import within
from throughcare.access.question import Viewer
from throughcare.access.terms import Compartment, Role
from throughcare.web.desk import words

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Offer:
    """One part, the only ground on which it opens, and in which role of the viewer."""

    compartment: Compartment
    role: Role
    ground: str
    hours: int
    part: StrOrPromise
    ground_words: StrOrPromise
    fields: tuple[StrOrPromise, ...]
    told: tuple[StrOrPromise, StrOrPromise]
    note: StrOrPromise


def offers(viewer: Viewer, held_at: str | None, *, at: datetime) -> list[Offer]:
    """What the viewer's posts in force at the person's establishment may open; often nothing."""
    here = [
        post.role
        for post in viewer.posts
        if post.period.holds(at) and within(held_at, post.establishment)
    ]
    found = []
    for code, row in matrix().break_glass.allowed.items():
        role = next((one for one in here if one in row.roles), None)
        if role is not None:
            found.append(_offer(code, role))
    return found


def _offer(code: Compartment, role: Role) -> Offer:
    row = matrix().break_glass.allowed[code]
    return Offer(
        compartment=code, role=role, ground=row.ground, hours=row.hours,
        part=words.COMPARTMENTS[code], ground_words=words.GROUNDS[row.ground],
        fields=tuple(words.FIELDS[field] for field in row.fields),
        told=words.told_of_emergency(code), note=words.EMERGENCY_NOTES.get(code, ""),
    )  # fmt: skip
