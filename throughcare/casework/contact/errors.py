"""What can go wrong with a contact, in words for an officer."""

from __future__ import annotations

from throughcare.errors import BadInput


class BadContact(BadInput):
    """A contact that lacks something, or says two things that cannot both be."""


class NotAgreed(BadInput):
    """A visit to a woman by somebody to whom she did not agree (Bangkok Rule 44)."""


class WrittenAlready(BadInput):
    """The same contact stands in the file."""


class BadDay(BadInput):
    """A list of a day of which nothing can be written."""
