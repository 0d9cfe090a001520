"""What can go wrong with a meeting of the team, in words for the person at the screen."""

from __future__ import annotations

from throughcare.errors import BadInput


class NoTeam(BadInput):
    """Too few human beings, or an office without which there is no team."""


class NotOfTheTeam(BadInput):
    """Somebody who holds no post here that sits in that office, or who was not there."""


class NoOwner(BadInput):
    """A decision without an owner who holds a post here now, or without a day to come."""


class NotHere(BadInput):
    """Somebody who is not held in the prison of the meeting, or is no more."""


class Locked(BadInput):
    """A change of what a closed or cancelled meeting wrote down."""


class NotComplete(BadInput):
    """A meeting that cannot be closed as it is written."""


class NotYourCases(BadInput):
    """A meeting about people whose files whoever signs may not write in."""


class AlreadySaid(BadInput):
    """A second contest, telling or outcome where one is there. `typed`: what had been written."""

    def __init__(self, what: str, *, remedy: str, typed: str = "") -> None:
        self.typed = typed
        super().__init__(what, remedy=remedy)
