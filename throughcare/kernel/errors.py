"""What can go wrong with a name, a date, a language, a place or a number, in words."""

from __future__ import annotations

from throughcare.errors import BadInput


class BadName(BadInput):
    """A name, or a part of one, that cannot be kept as it was typed."""


class BadDate(BadInput):
    """A date that does not exist, or that is not written as a date."""


class UnknownLanguage(BadInput):
    """A language code that is not in the list."""


class BadPlace(BadInput):
    """A path that names no place."""


class BadNumber(BadInput):
    """A number that cannot be read as one."""
