"""What can go wrong with an observation or a contact, in words for the officer."""

from __future__ import annotations

from throughcare.errors import BadInput


class NotSaid(BadInput):
    """Something that must be said was left empty, or is not of the list."""


class TooLong(BadInput):
    """A text longer than an observation may be."""


class BadTime(BadInput):
    """A time that has not come, or one at which the person was not in custody."""


class BadOfficer(BadInput):
    """Somebody who cannot be the personal officer of this person."""
