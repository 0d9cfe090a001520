"""Whose files a viewer reaches, as data from which a room builds its query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access.matrix import matrix
from throughcare.access.places import within
from throughcare.access.policy import OWN_RIGHT, usable, without_post
from throughcare.access.question import Viewer
from throughcare.access.terms import Act, Compartment, Role, Scope


@dataclass(frozen=True)
class ScopeFilter:
    """Everything or these establishments, without the barred persons; and these persons."""

    everything: bool = False
    establishments: frozenset[str] = frozenset()
    persons: frozenset[UUID] = frozenset()
    barred: frozenset[UUID] = frozenset()

    def admits(self, person: UUID | None, establishment: str | None) -> bool:
        """Whether a row about this person, held there, is within reach."""
        if person is not None and person in self.persons:
            return True
        if person is not None and person in self.barred:
            return False
        return self.everything or any(within(establishment, one) for one in self.establishments)


def scope_of(viewer: Viewer, compartment: Compartment, act: Act, *, at: datetime) -> ScopeFilter:
    """The reach of an act: list, search, export and count all ask this. Agrees with `decide`.

    For aggregates, which are about nobody, only places count.
    """
    if without_post(viewer, at):
        return ScopeFilter()
    barred = viewer.kin | ({viewer.person} if viewer.person else set())
    everything, places, persons = False, set[str](), _by_grants(viewer, compartment, act, at)
    for post in viewer.posts:
        cell = matrix().cells[post.role, compartment]
        if not post.period.holds(at) or act not in cell.level.lets:
            continue
        if cell.scope is Scope.SERVICE:
            everything = True
        elif cell.scope is Scope.ESTABLISHMENT:
            places.add(post.establishment)
        else:
            persons |= _by_role(viewer, post.role, at) - (
                set() if post.role in OWN_RIGHT else barred
            )
    return ScopeFilter(everything, frozenset(places), frozenset(persons), frozenset(barred))


def _by_role(viewer: Viewer, role: Role, at: datetime) -> set[UUID]:
    if role is Role.PRISONER:
        return {viewer.person} if viewer.person else set()
    return {one.person for one in viewer.assigned if one.role is role and one.period.holds(at)}


def _by_grants(viewer: Viewer, compartment: Compartment, act: Act, at: datetime) -> set[UUID]:
    if act is not Act.READ_REDACTED or compartment not in matrix().break_glass.allowed:
        return set()
    mine = [one for one in viewer.grants if one.compartment is compartment]
    return {one.person for one in mine if usable(viewer, one, at)}
