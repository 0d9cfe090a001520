"""What can go wrong in the room, in words for the officer at the screen."""

from __future__ import annotations

from collections.abc import Sequence

from throughcare.errors import BadInput


class NoKey(BadInput):
    """The room's own key is not there, or is another one than that under which it was written."""


class BadReport(BadInput):
    """A report that lacks something, or says what its scales do not know."""


class TooLong(BadInput):
    """A text that is longer than the room keeps."""


class ConfidentialSource(BadInput):
    """What comes from a confidential relation, or from whoever is not made an informant."""


class MayNameSource(BadInput):
    """A text that may betray its source; `signs` are the words in it. To be confirmed openly."""

    def __init__(self, what: str, *, remedy: str, signs: Sequence[str]) -> None:
        self.signs = tuple(signs)
        super().__init__(what, remedy=remedy)


class BadTime(BadInput):
    """An expiry or a review that comes too late, or too early."""


class Over(BadInput):
    """A step about what was destroyed, withdrawn or answered already."""


class NotTheOfficer(BadInput):
    """An answer by somebody who is not appointed for it at this prison."""
