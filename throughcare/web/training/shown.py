"""Certificates as the pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from throughcare.service.training.queries import Held, Member, State
from throughcare.web.training.words import STATES, course_words

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Shown:
    """A certificate, and the line of the member of staff that it stands in, if it is a list."""

    held: Held
    member: Member | None = None

    @property
    def course(self) -> StrOrPromise:
        """What the course is called."""
        return course_words(self.held.topic)

    @property
    def sign(self) -> str:
        """The sign before the state."""
        return STATES[self.held.state][0]

    @property
    def state(self) -> StrOrPromise:
        """How it stands, in words."""
        return STATES[self.held.state][1]

    @property
    def stands(self) -> bool:
        """Whether it still counts for something: it may be boosted or withdrawn."""
        return self.held.state in {State.HOLDS, State.SOON}

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was withdrawn: nothing is left to do about it."""
        return self.held.state is State.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Line:
    """A member of staff and the certificates."""

    member: Member
    certificates: tuple[Shown, ...]


def lines(members: list[Member]) -> list[Line]:
    """Everybody, in the order given."""
    return [Line(one, tuple(Shown(held, one) for held in one.held)) for one in members]


def soon(found: list[Line]) -> list[Shown]:
    """What lapses soon, the first to lapse first."""
    near = [one for line in found for one in line.certificates if one.held.state is State.SOON]
    return sorted(near, key=lambda one: one.held.lapses_on)
