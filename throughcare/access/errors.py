"""What can go wrong when somebody asks for access: each a sentence for the person at the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from throughcare.errors import BadInput

if TYPE_CHECKING:
    from throughcare.access.question import Answer


class BadMatrix(BadInput):
    """The matrix, or another list beside it, cannot be used as it is written."""


class Unusable(BadInput):
    """An account cannot be made or kept like this: its name or its password."""


class NotFirst(BadInput):
    """There is an account already."""


class NoReason(BadInput):
    """An act that needs a reason, without one, or with one too short."""


class Already(BadInput):
    """It is so already."""


class WrongPassword(BadInput):
    """The present password was not given rightly."""


class OtherFile(BadInput):
    """A file and a human being that do not belong to one another."""


class WrongPlace(BadInput):
    """No post of this role is held at that place."""


class BadPeriod(BadInput):
    """A time that cannot be given: it lies in the past, or ends before it begins."""


class Incompatible(BadInput):
    """Two posts that one human being may not hold at one time."""


class CannotTake(BadInput):
    """An account that cannot take this case."""


class WrongGround(BadInput):
    """A ground on which this part of the file is not opened."""


class TooLate(BadInput):
    """The time in which it could be done is over."""


class Refused(Exception):
    """The policy says no; `answer` carries the named reason."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__(str(answer.sentence))


class NotThere(Exception):
    """For this viewer it does not exist. Says the same whether or not it does."""

    def __init__(self) -> None:
        super().__init__("There is nothing here. Check the number, or ask the records office.")
