"""What cannot be computed because it was written wrongly, not because it is unknown."""

from __future__ import annotations


class BadProfile(ValueError):
    """A profile that lacks a value or says something that has no meaning."""


class BadTerms(ValueError):
    """Sentences that follow one another in a circle, or follow one that is not there."""
