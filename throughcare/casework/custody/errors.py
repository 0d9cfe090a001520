"""What can go wrong at the door, with orders and with places, in words for an officer."""

from __future__ import annotations

from throughcare.errors import BadInput


class AlreadyReplaced(BadInput):
    """An entry that was corrected or continued cannot be changed again."""


class NoValidOrder(BadInput):
    """Nobody is received without a valid order (Nelson Mandela Rule 7)."""


class BadOrder(BadInput):
    """An order that lacks something, or whose times make no sense."""


class BadMoment(BadInput):
    """A time in the future, or an end before its beginning."""


class AlreadyInCustody(BadInput):
    """A person who is in custody cannot be received again."""


class NotInCustody(BadInput):
    """A person who is free cannot be placed, moved or released."""


class Taken(BadInput):
    """A bed that somebody lies in, or a person who is in another place at that time."""


class NotInUse(BadInput):
    """A place or bed that is not in use at that time, or not of this establishment."""


class Occupied(BadInput):
    """A place that cannot be closed while people are in it."""


class SamePlace(BadInput):
    """A transfer to where the person is."""


class NeedsAnother(BadInput):
    """An act for which a second person must agree."""


class BadStep(BadInput):
    """A step whose content does not have the form of its kind."""


class BadSentence(BadInput):
    """A sentence of no length, of more than a hundred years, or without its order."""


class BadAdjustment(BadInput):
    """Days that make no sense, or that have no reason."""


class BadDate(BadInput):
    """A date set by hand that lacks its reason, or that cannot be confirmed."""


class BadDecree(BadInput):
    """A decree that lacks something, or that was carried out or changed meanwhile."""
