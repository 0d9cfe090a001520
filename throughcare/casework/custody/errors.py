"""What can go wrong at the door, with orders and with places, in words for an officer."""

from __future__ import annotations

from throughcare.errors import BadInput


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


class HeldElsewhere(BadInput):
    """A person who is in custody in another prison: transferred, never received twice."""


class NotDisputed(BadInput):
    """An age can be decided only while it is disputed."""


class OtherPerson(BadInput):
    """An order that may be of somebody else: by the name on it, or by its number."""


class SameEntry(BadInput):
    """What is to be written down stands there already."""


class AlreadyFree(BadInput):
    """An order of release for somebody who is not in custody."""


class OrderStands(BadInput):
    """A case is taken for want of a valid order, and there is one."""


class BadCharge(BadInput):
    """A charge without words, or with a code that is none of the classification of crime."""


class MayNotShare(BadInput):
    """A place in which a rule or a decision keeps the person apart from somebody there."""


class BadPlacing(BadInput):
    """A place, bed or measure that cannot be so: its code, its number, its parent."""


class BadCount(BadInput):
    """A count that differs and does not say what was done."""


class BadKeepingApart(BadInput):
    """Two people who cannot be kept apart like this: one person, no end, no reason."""


class AlreadyAway(BadInput):
    """A person who is away cannot leave again."""


class NotAway(BadInput):
    """A person who is not away cannot come back, and one who is not on the way cannot arrive."""


class BadPlace(BadInput):
    """A place of destination that is missing, or no establishment in use."""


class BadCorrection(BadInput):
    """A correction that contradicts another entry, or of what is not corrected in this way."""


class AlreadyDecided(BadInput):
    """A proposal that somebody has decided on."""


class BadSentence(BadInput):
    """A sentence of no length, of more than a hundred years, or without its order."""


class BadAdjustment(BadInput):
    """Days that make no sense, or that have no reason."""


class BadDate(BadInput):
    """A date set by hand that lacks its reason, or that cannot be confirmed."""


class BadDecree(BadInput):
    """A decree that lacks something, or that was carried out or changed meanwhile."""
