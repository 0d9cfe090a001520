"""What can go wrong when somebody answers for a finding, in words for the person at the screen."""

from __future__ import annotations

from throughcare.errors import BadInput


class NoAnswer(BadInput):
    """An answer for a breach needs the reason and what was done."""


class NothingToAnswer(BadInput):
    """The finding asks for no answer, or stands no longer."""
