"""What a viewer may do about judgements of one file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from throughcare.access import gate
from throughcare.access.policy import OWN_RIGHT
from throughcare.access.question import Subject, Viewer
from throughcare.access.terms import Act, Compartment, Role
from throughcare.casework.assessment.for_the_person import reads_report

INC, PLN, PSY = Compartment.INC, Compartment.PLN, Compartment.PSY


@dataclass(frozen=True, slots=True, kw_only=True)
class Lets:
    """`refers`: may ask the case staff to look. `shares`: reads what is written for colleagues.

    `assesses`: may write in the psychological part, which `reads_psychology` opens. `reads_report`:
    reads what the person was told.
    """

    refers: bool
    reads: bool
    screens: bool
    shares: bool
    reads_psychology: bool
    assesses: bool
    reads_report: bool

    @property
    def opens(self) -> bool:
        """Whether there is anything of this section for this viewer."""
        return self.refers or self.reads or self.shares


def lets_of(viewer: Viewer, person: UUID, held_at: str | None, *, at: datetime) -> Lets:
    """Asked of the policy alone. What is a prisoner's own right is no judging of others."""
    about = Subject(person, held_at)

    def may(act: Act, code: Compartment) -> bool:
        return gate.may(viewer, act, code, about, at=at)

    def as_staff(act: Act, code: Compartment) -> bool:
        if not may(act, code):
            return False
        return Role(gate.ask(viewer, act, code, about, at=at).role) not in OWN_RIGHT

    return Lets(
        refers=as_staff(Act.APPEND, INC) or as_staff(Act.APPEND, PLN),
        reads=may(Act.READ, PLN), screens=as_staff(Act.WRITE, PLN),
        shares=may(Act.READ_REDACTED, PSY), reads_psychology=may(Act.READ, PSY),
        assesses=as_staff(Act.WRITE, PSY), reads_report=reads_report(may),
    )  # fmt: skip
