"""What can go wrong when a certificate is written down, in words for the person at the screen."""

from __future__ import annotations

from throughcare.errors import BadInput


class BadCourses(BadInput):
    """The list of courses cannot be used as it is written."""


class NotSaid(BadInput):
    """Something that must be said was left empty, or is not of the list."""


class BadDay(BadInput):
    """A day that cannot be: not come yet, or an end that is not after the beginning."""


class TooLong(BadInput):
    """A certificate that would hold longer than its course or its tool lets it."""


class BadEnd(BadInput):
    """An end that is not between the beginning and the end that was written."""


class Lapsed(BadInput):
    """A booster of a certificate that did not hold on that day."""
