"""What can go wrong with work, hours and wages, in words for an officer."""

from __future__ import annotations

from throughcare.errors import BadInput


class BadWork(BadInput):
    """A record of work that lacks something, or says two things that cannot both be."""


class NotAllowed(BadInput):
    """Work that nobody may order: forced, unpaid, or for the benefit of staff (Rules 97, 116)."""


class NoWork(BadInput):
    """Hours or a wage for somebody who had no work then."""


class SameHand(BadInput):
    """Whoever wrote the hours approves the wage."""
