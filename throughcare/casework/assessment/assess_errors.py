"""What can go wrong in an assessment, in words for the assessor."""

from __future__ import annotations

from throughcare.errors import BadInput


class NoSuchTool(BadInput):
    """A tool that the house has not, or that must not be used for this question."""


class NotTrained(BadInput):
    """Somebody without a valid certificate for the tool."""


class BadRating(BadInput):
    """A rating that the scale has not, or that stands on too little."""


class NotComplete(BadInput):
    """Something that an assessment must have is still missing."""


class OpenAlready(BadInput):
    """A second assessment while one is not decided."""


class NotYours(BadInput):
    """A step of another rater."""
