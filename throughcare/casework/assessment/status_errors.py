"""What can go wrong with a status, in words for the person at the screen."""

from __future__ import annotations

from throughcare.errors import BadInput


class BadPeriod(BadInput):
    """A status without a last day, with one too late, or reviewed after it."""


class AlreadyMarked(BadInput):
    """A second status of a kind while one holds or waits for a second person."""


class MustRenew(BadInput):
    """A status proposed as if it were the first, though the person had one of the kind before."""


class SameEvidence(BadInput):
    """A renewal that rests on what was known already."""


class NotOfChildren(BadInput):
    """An assessed status for somebody who is a child, or whose age is open."""


class NoOwner(BadInput):
    """An owner who may not write in the file, so that nobody would answer for the status."""


class StatusOver(BadInput):
    """A step about a status that has ended. `typed`: what the person at the screen had written."""

    def __init__(self, what: str, *, remedy: str, typed: str = "") -> None:
        self.typed = typed
        super().__init__(what, remedy=remedy)


class AlreadyContested(BadInput):
    """A second contest of a status while the first is not decided. `typed` as in StatusOver."""

    def __init__(self, what: str, *, remedy: str, typed: str) -> None:
        self.typed = typed
        super().__init__(what, remedy=remedy)
