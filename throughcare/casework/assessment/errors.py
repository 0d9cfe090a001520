"""What can go wrong when people judge, in words for the person at the screen."""

from __future__ import annotations

from throughcare.errors import BadInput


class WrongState(BadInput):
    """A step that may not follow the state in which the judgement is."""


class NotSaid(BadInput):
    """Something that must be said was left empty, or is not of the list."""


class BeliefAlone(BadInput):
    """A judgement that rests on what somebody is or believes, and names no act."""


class SameHand(BadInput):
    """Two steps of one matter by one human being, by one account or by two."""


class NoTool(BadInput):
    """A tool for extremism asked for somebody on whom it is never used."""


class AlreadyWaits(BadInput):
    """A second judgement of a kind while the first is not decided."""
