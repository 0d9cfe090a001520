"""What can go wrong with help that is offered, in words for the person at the screen."""

from __future__ import annotations

from throughcare.errors import BadInput


class WrongState(BadInput):
    """A step that may not follow where the referral stands."""


class NotSaid(BadInput):
    """Something that must be said was left empty, or is not of the list."""


class NotForPerson(BadInput):
    """A programme that is for another sex or age, or religious and not asked for."""


class NoConsent(BadInput):
    """A step that needs the person's word, which was not given or was withdrawn."""


class Full(BadInput):
    """Every place of the programme is taken."""


class OutOfOrder(BadInput):
    """Somebody taken before others who wait longer, and no reason written."""


class SameHand(BadInput):
    """Two steps of one matter by one human being, by one account or by two."""


class DayOff(BadInput):
    """A session on a day on which the group does not meet."""


class NotHere(BadInput):
    """Attendance of somebody who was released or moved before the session."""


class Obliged(BadInput):
    """Somebody obliged to a programme whom no law may oblige to it."""


class NotVetted(BadInput):
    """An outside worker whose vetting or induction does not hold on that day."""


class AlreadyThere(BadInput):
    """A second one of what there is once."""


class NamesPrison(BadInput):
    """A certificate that would say where it was earned."""
