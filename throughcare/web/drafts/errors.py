"""What can go wrong with a form that is sent."""

from __future__ import annotations

from throughcare.errors import BadInput


class SentAlready(BadInput):
    """This form was sent before, with other words in it."""
