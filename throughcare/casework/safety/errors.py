"""What can go wrong with separation, in words for an officer."""

from __future__ import annotations

from throughcare.errors import BadInput


class BadSeparation(BadInput):
    """A separation that lacks something, or whose times make no sense."""


class MustNotBeSeparated(BadInput):
    """A person who may not be separated at all: a child, or on grounds of health."""


class BeyondLimit(BadInput):
    """An end that lies further than a rule allows."""


class AlreadySeparated(BadInput):
    """A person who is separated at that time already."""


class NotSeparated(BadInput):
    """A person who is not separated then."""


class SamePersonReviews(BadInput):
    """A review by whoever ordered what is reviewed."""


class HealthMayNotOrder(BadInput):
    """Health staff take no part in ordering a separation (Nelson Mandela Rule 46)."""


class BadReview(BadInput):
    """A review that lacks its reasons, or whose time makes no sense."""


class BadAdvice(BadInput):
    """Advice of health staff, or an answer to it, that lacks something."""


class BadDay(BadInput):
    """An entry of a day whose times make no sense, or of a kind that is not known."""


class Conflicting(BadInput):
    """An entry that does not fit one that stands."""


class AlreadySettled(BadInput):
    """A conflict that somebody has settled."""
