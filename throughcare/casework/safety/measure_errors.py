"""What can go wrong with restrictions, restraints and discipline, in words for an officer."""

from __future__ import annotations

from throughcare.errors import BadInput


class BadRestriction(BadInput):
    """A restriction that lacks something, or whose times make no sense."""


class ForbiddenRestriction(BadInput):
    """A restriction that no rule lets anybody order."""


class RestrictionTooLong(BadInput):
    """A restriction of contact that would last longer than a rule allows."""


class AlreadyOver(BadInput):
    """What ended already, by itself or by somebody's word, cannot be ended again."""


class SamePersonLooks(BadInput):
    """A review by whoever ordered what is reviewed."""


class BadRestraint(BadInput):
    """A use of restraints that lacks something, or whose times make no sense."""


class ForbiddenInstrument(BadInput):
    """An instrument that is never used, or that is not of the list."""


class ForbiddenRestraint(BadInput):
    """A use of restraints that a rule forbids: as a sanction, before a court."""


class MustNotBeRestrained(BadInput):
    """A person who must not be restrained, on grounds kept in the health file."""


class NoDirectorOrder(BadInput):
    """Restraints against harm without an order of the director in time."""


class BadCase(BadInput):
    """A disciplinary case that lacks something, or whose times make no sense."""


class StepTooEarly(BadInput):
    """A step of a case before the one that it needs."""


class StepDone(BadInput):
    """A step of a case that was taken already."""


class ReporterDecides(BadInput):
    """Whoever reported an act, or decided on it, does not decide on it now."""


class ForbiddenSanction(BadInput):
    """A sanction that nobody may impose, or that is not of the list."""


class SecondSanction(BadInput):
    """A second sanction for the same act of the same person."""


class SanctionTooLong(BadInput):
    """A sanction that would last longer than a rule allows."""


class BadSanction(BadInput):
    """A sanction that lacks something, or whose times make no sense."""


class NothingFound(BadInput):
    """What is written down as it was does not say who says so, or how it is known."""


class OtherHandNeeded(BadInput):
    """Two acts that lie apart by one human being, by one account or by two."""
