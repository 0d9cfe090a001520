"""What can go wrong with a plan, in words for the person at the screen."""

from __future__ import annotations

from throughcare.errors import BadInput


class NotSaid(BadInput):
    """Something that must be said was left empty, or is not of the list."""


class MissingPart(BadInput):
    """A part that is asked for because of who the person is. `part`: its column."""

    def __init__(self, what: str, *, remedy: str, part: str) -> None:
        self.part = part
        super().__init__(what, remedy=remedy)


class TooMuchSaid(BadInput):
    """More than a text holds, or a part that a short plan never has."""


class WrongState(BadInput):
    """A step that may not follow the state in which the plan is."""


class OneIsThere(BadInput):
    """A second draft, or a second plan in force."""


class TooManyGoals(BadInput):
    """A sixth live goal."""


class NoOwner(BadInput):
    """A step of a member of staff who holds no post there."""


class BadReview(BadInput):
    """A plan without a day of review, or with one too late."""


class NotAgreed(BadInput):
    """A signature before it is written what the person says of the plan, or without a reason."""


class SameHand(BadInput):
    """Both signatures by one human being, by one account or by two."""


class NotComplete(BadInput):
    """A plan without a goal, or a goal without a step."""


class AlreadySigned(BadInput):
    """A second signature under the same plan."""


class BadDay(BadInput):
    """A day that cannot be."""
