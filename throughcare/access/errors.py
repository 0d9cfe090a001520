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
