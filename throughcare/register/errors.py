"""What can go wrong with the register: what happened, where, what to do now."""

from __future__ import annotations

from throughcare.errors import BadInput


class OutsideTransaction(BadInput):
    """An entry was to be written apart from the change that it is about."""


class NotCanonical(BadInput):
    """A content that has no single spelling, so that its digest would mean nothing."""


class NotAnInstant(BadInput):
    """A time without a zone."""


class BadKey(BadInput):
    """The signing key is not safe, or is no key."""


class BadHead(BadInput):
    """A head file cannot be read, or its signature is false."""


class Damaged(BadInput):
    """The register does not agree with itself, so that nothing can be added to it."""


class CannotResume(BadInput):
    """An earlier run has gone further than the head that is asked about."""


class CannotCompare(BadInput):
    """Living rows cannot be compared: their order is wrong, or some are hidden from the role."""


class BadState(BadInput):
    """What an earlier verification left cannot be read, or does not belong to a true head."""
