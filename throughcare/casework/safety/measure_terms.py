"""The closed lists of restrictions, restraints and discipline; the database holds each value."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class RestrictionKind(models.TextChoices):
    """What a restriction takes from a person."""

    CONTACT = "contact", _("contact with others")
    REGIME = "regime", _("a special regime")
    PROPERTY = "property", _("things and money")


class Scope(models.TextChoices):
    """How far a restriction goes. Some stand here only because they happen: see FORBIDDEN."""

    FAMILY_LIMITED = "family_limited", _("contact with the family, less than others have")
    FAMILY_BARRED = "family_barred", _("all contact with the family")
    CHILDREN_BARRED = "children_barred", _("contact with the own children")
    VISITS_BARRED = "visits_barred", _("visits of the family")
    CALLS_BARRED = "calls_barred", _("calls with the family")
    LETTERS_BARRED = "letters_barred", _("letters to and from the family")
    OTHERS_BARRED = "others_barred", _("contact with somebody who is not family")
    SPECIAL_REGIME = "special_regime", _("a regime apart from that of the others")
    ACTIVITIES_LIMITED = "activities_limited", _("work, classes or sport")
    ASSOCIATION_LIMITED = "association_limited", _("time with others of the unit")
    FOOD_OR_WATER = "food_or_water", _("food or drinking water")
    THINGS_LIMITED = "things_limited", _("things in the cell")
    MONEY_LIMITED = "money_limited", _("money and shopping")


SCOPES: Final[dict[str, frozenset[Scope]]] = {
    RestrictionKind.CONTACT: frozenset(
        {
            Scope.FAMILY_LIMITED, Scope.FAMILY_BARRED, Scope.CHILDREN_BARRED,
            Scope.VISITS_BARRED, Scope.CALLS_BARRED, Scope.LETTERS_BARRED, Scope.OTHERS_BARRED,
        }
    ),
    RestrictionKind.REGIME: frozenset(
        {
            Scope.SPECIAL_REGIME, Scope.ACTIVITIES_LIMITED, Scope.ASSOCIATION_LIMITED,
            Scope.FOOD_OR_WATER,
        }
    ),
    RestrictionKind.PROPERTY: frozenset({Scope.THINGS_LIMITED, Scope.MONEY_LIMITED}),
}  # fmt: skip

# The means of contact with a family: all of them barred at once are all contact barred.
MEANS: Final = (Scope.VISITS_BARRED, Scope.CALLS_BARRED, Scope.LETTERS_BARRED)
# Nobody may order these (Rule 43); what was done all the same is written down as it was.
FORBIDDEN: Final = (Scope.FAMILY_BARRED, Scope.FOOD_OR_WATER)


class RestrictionGround(models.TextChoices):
    """Why a restriction is ordered."""

    SECURITY = "security", _("security or good order")
    PROTECTION = "protection", _("protection of the person or of others")
    SANCTION = "sanction", _("a sanction for an offence against discipline")
    COURT_ORDER = "court_order", _("an order of a court")
    OTHER = "other", _("another ground")


class Purpose(models.TextChoices):
    """What restraints are for (Nelson Mandela Rule 47(2)). `other` stands only where it was so."""

    TRANSFER = "transfer", _("against escape during a transfer")
    MEDICAL = "medical", _("on medical grounds, as health staff direct")
    HARM = "harm", _("to prevent injury or damage when other means fail")
    OTHER = "other", _("something else")


LAWFUL_PURPOSES: Final = (Purpose.TRANSFER, Purpose.MEDICAL, Purpose.HARM)


class Looked(models.TextChoices):
    """What is done about restraints while they are on, and after."""

    CHECKED = "checked", _("looked at: still needed")
    TAKEN_OFF = "taken_off", _("taken off")
    DOCTOR_ALERTED = "doctor_alerted", _("the doctor was alerted")
    HEALTH_SEEN = "health_seen", _("health staff saw the person")
    HEADQUARTERS_TOLD = "headquarters_told", _("reported to the central administration")


class LegalHelp(models.TextChoices):
    """With whose help somebody defended himself or herself."""

    LAWYER = "lawyer", _("a lawyer")
    OTHER_HELP = "other_help", _("another person of trust")
    NOT_WANTED = "not_wanted", _("offered and not wanted")
    NONE = "none_given", _("none was given")


class Interpreter(models.TextChoices):
    """Whether somebody translated at the hearing."""

    GIVEN = "given", _("an interpreter was there")
    NOT_NEEDED = "not_needed", _("not needed")
    NONE = "none_given", _("needed, and none was there")


class MentalFinding(models.TextChoices):
    """Whether illness or disability had a part in the act (Nelson Mandela Rule 39(3))."""

    NO_PART = "no_part", _("no part")
    A_PART = "a_part", _("a part: the sanction takes account of it")
    DIRECT_CAUSE = "direct_cause", _("the direct cause: no sanction")


class CaseOutcome(models.TextChoices):
    """What a disciplinary case comes to."""

    PROVEN = "proven", _("the act is proven")
    NOT_PROVEN = "not_proven", _("the act is not proven")
    SETTLED = "settled", _("settled without discipline")


class AppealOutcome(models.TextChoices):
    """What an appeal comes to."""

    UPHELD = "upheld", _("the decision stands")
    SET_ASIDE = "set_aside", _("the sanction is set aside")
    REPLACED = "replaced", _("another sanction takes its place")
