"""What can go wrong with a token, in words for whoever makes one."""

from __future__ import annotations

from throughcare.errors import BadInput


class NotAdministrator(BadInput):
    """Somebody who does not administer accounts wants to make or end a token."""


class OwnToken(BadInput):
    """An administrator wants to make a token for an account of his or her own."""


class NoSuchPost(BadInput):
    """The account does not hold this post at that time."""


class BadPeriod(BadInput):
    """A token that ends before it begins, or that would last too long."""


class NoLabel(BadInput):
    """A token without a label: nobody would know what it is for."""


class NoSuchToken(BadInput):
    """There is no token in force with this number."""
