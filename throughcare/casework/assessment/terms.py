"""The closed lists of judgement. None has a belief, an origin or a look in it, nor a number."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Behaviour(models.TextChoices):
    """What kind of act a referral tells of."""

    VIOLENCE = "violence", _("violence, or a threat of it")
    PRESSURE = "pressure", _("pressure on others to join in, or to obey")
    PLANS = "plans", _("preparing an act of violence")
    CONTACT = "contact", _("contact with a group that uses violence")
    TARGET = "target", _("being put under pressure by others")
    DISTRESS = "distress", _("distress, or a sudden change of conduct")
    WISH = "wish", _("the person's own wish for help")


class SeenHow(models.TextChoices):
    """How the one who refers knows of it."""

    SELF = "self", _("I saw or heard it myself")
    COLLEAGUE = "colleague", _("a colleague told me")
    PRISONER = "prisoner", _("a prisoner told me")
    PAPER = "paper", _("it stands in a document")


class ReferralState(models.TextChoices):
    """Where a referral stands."""

    WAITING = "waiting", _("waiting for a screening")
    SCREENED = "screened", _("screened")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Trigger(models.TextChoices):
    """What a screening answers."""

    CHARGE = "charge", _("a charge or conviction")
    INCIDENT = "incident", _("an incident that was seen")
    REFERRAL = "referral", _("a referral")


class Outcome(models.TextChoices):
    """What a screening comes to. It never makes a label."""

    NOTHING = "no_further_step", _("no further step")
    SUPPORT = "support", _("support elsewhere")
    URGENT = "urgent_step", _("urgent safety step")
    FULL = "full_assessment", _("full assessment")


# After these something is to be done, and by whom is written.
GOES_ON: Final = frozenset(Outcome) - {Outcome.NOTHING}


class ScreeningState(models.TextChoices):
    """Where a screening stands: it holds once somebody else has looked."""

    PROPOSED = "proposed", _("waiting for a second person")
    CONFIRMED = "confirmed", _("confirmed")
    SENT_BACK = "sent_back", _("sent back")
