"""What can go wrong with a row that is written once, in words for an officer."""

from __future__ import annotations

from throughcare.errors import BadInput


class AlreadyReplaced(BadInput):
    """An entry that was corrected or continued cannot be changed again."""


class OtherWords(BadInput):
    """A signature under words that are not those that the signer was shown."""
