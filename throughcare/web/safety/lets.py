"""What a viewer may do in the register of discipline of one file: read, add, change, place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role

DIS, HLT = Compartment.DIS, Compartment.HLT


@dataclass(frozen=True, slots=True, kw_only=True)
class Lets:
    """`sees`: when, and nothing else. `orders`: may add, and is no health staff (Rule 46).

    `places`: may give the person another cell, which is written in another part of the file.
    """

    sees: bool
    reads: bool
    adds: bool
    writes: bool
    heals: bool
    reads_health: bool
    adds_health: bool
    writes_health: bool
    places: bool

    @property
    def orders(self) -> bool:
        """May order, continue, find."""
        return self.adds and not self.heals

    @property
    def opens(self) -> bool:
        """Whether there is anything of separation here for this viewer."""
        return self.sees or self.adds

    @property
    def opens_measures(self) -> bool:
        """Whether there is anything of the other registers here for this viewer."""
        return self.reads or self.adds


def lets_of(viewer: Viewer, person: UUID, held_at: str | None, *, at: datetime) -> Lets:
    """Asked of the policy alone: no row is read for it."""
    about = Subject(person, held_at)

    def may(act: Act, code: Compartment) -> bool:
        return gate.may(viewer, act, code, about, at=at)

    adds = may(Act.APPEND, DIS)
    role = gate.ask(viewer, Act.APPEND, DIS, about, at=at).role if adds else ""
    return Lets(
        sees=may(Act.READ_REDACTED, DIS), reads=may(Act.READ, DIS), adds=adds,
        writes=may(Act.WRITE, DIS), heals=role == Role.PHYSICIAN_NURSE,
        reads_health=may(Act.READ, HLT), adds_health=may(Act.APPEND, HLT),
        writes_health=may(Act.WRITE, HLT), places=may(Act.WRITE, Compartment.ID),
    )  # fmt: skip
