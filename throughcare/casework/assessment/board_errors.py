"""What can go wrong with a board and what it decides, in words for the person at the screen."""

from __future__ import annotations

from throughcare.errors import BadInput


class NoQuorum(BadInput):
    """Too few human beings, or an office without which there is no board."""


class NotOfTheBoard(BadInput):
    """Somebody who holds no post that sits in that office, or who did not sit there."""


class BoardMeets(BadInput):
    """A second board about a person while the first is open."""


class TooMuch(BadInput):
    """A level or a place that rests on the offence alone, or on mental health alone."""


class BadReview(BadInput):
    """A classification without a day of review, or with one too late."""


class BadModel(BadInput):
    """A model of placement said of somebody without a status, or left out of one with it."""


class ClassificationOver(BadInput):
    """A step about a classification that holds no more. `typed`: what had been written."""

    def __init__(self, what: str, *, remedy: str, typed: str = "") -> None:
        self.typed = typed
        super().__init__(what, remedy=remedy)


class AlreadyAppealed(BadInput):
    """A second appeal while the first is not decided. `typed` as in ClassificationOver."""

    def __init__(self, what: str, *, remedy: str, typed: str) -> None:
        self.typed = typed
        super().__init__(what, remedy=remedy)
