"""What a viewer may do about observations: of one file, and at which prisons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.observations.checks import OBSERVERS
from throughcare.kernel.models import Place, PlaceKind
from throughcare.web.custody.movements.places import prisons_of

PRG: Final = Compartment.PRG


@dataclass(frozen=True, slots=True, kw_only=True)
class Lets:
    """`adds`: writes what was seen; `reads`: reads it; `appoints`: gives a personal officer."""

    adds: bool
    reads: bool
    appoints: bool

    @property
    def opens(self) -> bool:
        """Whether there is anything here for this viewer."""
        return self.adds or self.reads


def lets_of(viewer: Viewer, person: UUID, held_at: str | None, *, at: datetime) -> Lets:
    """Asked of the policy alone."""
    about = Subject(person, held_at)
    return Lets(
        adds=_as_observer(viewer, Act.APPEND, about, at=at),
        reads=gate.may(viewer, Act.READ, PRG, about, at=at),
        appoints=_as_observer(viewer, Act.WRITE, about, at=at),
    )


def houses_of(viewer: Viewer, *, at: datetime) -> list[str]:
    """The prisons whose lists are open: of the viewer's posts; for the whole service, all."""
    codes = prisons_of(viewer, at=at)
    if any(not post.establishment for post in viewer.posts if post.period.holds(at)):
        every = Place.objects.in_use(at).filter(kind=PlaceKind.ESTABLISHMENT).order_by("path")
        codes += [one for one in every.values_list("path", flat=True) if one not in codes]
    return [code for code in codes if opens(viewer, code, at=at)]


def opens(viewer: Viewer, code: str, *, at: datetime) -> bool:
    """Whether the list of a prison is open: to who reads there, or writes on its wings."""
    where = Subject(None, code)
    adds = may_observe_at(viewer, code, at=at)
    reads = gate.may(viewer, Act.READ, PRG, where, at=at)
    return (adds or reads) and gate.may(viewer, Act.READ, Compartment.ID, where, at=at)


def may_observe_at(viewer: Viewer, code: str, *, at: datetime) -> bool:
    """Whether the viewer writes on the wings of a prison."""
    return _as_observer(viewer, Act.APPEND, Subject(None, code), at=at)


def _as_observer(viewer: Viewer, act: Act, about: Subject, *, at: datetime) -> bool:
    if not gate.may(viewer, act, PRG, about, at=at):
        return False
    return Role(gate.ask(viewer, act, PRG, about, at=at).role) in OBSERVERS
