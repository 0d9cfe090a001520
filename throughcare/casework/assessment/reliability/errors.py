"""What can be wrong with ratings that are handed in for comparison, in words."""

from __future__ import annotations

from throughcare.errors import BadInput


class BadScale(BadInput):
    """A scale on which nothing can be compared."""


class BadRatings(BadInput):
    """Ratings that cannot be compared as they were handed in. Its words name no case."""


class TooFewCases(BadInput):
    """A coefficient was asked for, or made by hand, from fewer cases than the least."""
