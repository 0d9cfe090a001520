"""What can go wrong in the chaplaincy, in words for whoever writes."""

from __future__ import annotations

from throughcare.errors import BadInput


class BadWish(BadInput):
    """A request or wish that lacks something, or says two things that cannot both be."""


class AgainstTheWish(BadInput):
    """A visit to somebody who objects to it (Nelson Mandela Rule 65(3))."""


class OverAlready(BadInput):
    """A wish that has ended, or a request that was answered."""
