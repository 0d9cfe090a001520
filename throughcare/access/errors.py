"""What can go wrong when somebody asks for access: each a sentence for the person at the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from throughcare.errors import BadInput

if TYPE_CHECKING:
    from throughcare.access.question import Answer


class BadMatrix(BadInput):
    """The matrix, or the list of incompatible acts, cannot be used as it is written."""


class Refused(Exception):
    """The policy says no; `answer` carries the named reason."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__(str(answer.sentence))


class NotThere(Exception):
    """For this viewer it does not exist. Says the same whether or not it does."""

    def __init__(self) -> None:
        super().__init__("There is nothing here. Check the number, or ask the records office.")


class SameAccount(BadInput):
    """The same human being, by this or another account, may not do both acts."""


class NoGround(BadInput):
    """Emergency access by a ground, a compartment or a role that the matrix does not list."""


class TooShortReason(BadInput):
    """The written reason is too short to be reviewed."""


class TooLate(BadInput):
    """The hour for confirming, or the hours for a review, have passed, or it was done already."""


class NotInForce(BadInput):
    """What was to be ended or used has ended, has not begun, or does not belong to the account."""


class AlreadyInForce(BadInput):
    """The same post, assignment or kinship already holds at that time."""
