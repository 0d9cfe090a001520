"""The closed lists of a status: three kinds that are never merged, and where each stands."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class StatusKind(models.TextChoices):
    """What is said of the person. The first is a fact of law and no judgement of risk."""

    CHARGED = "charged_or_convicted", _("charged with or convicted of violent extremist acts")
    ASSESSED = "assessed", _("assessed as ready for violent extremist acts")
    VULNERABLE = "vulnerable", _("vulnerable to pressure towards violent extremism")


# Whom the rules on violent extremist prisoners are about; who is vulnerable is to be protected.
VEP: Final = frozenset({StatusKind.CHARGED, StatusKind.ASSESSED})


class StatusState(models.TextChoices):
    """Where a status stands. That it ran out by itself is no state: nothing is written then."""

    PROPOSED = "proposed", _("waiting for a second person")
    REFUSED = "refused", _("refused by the second person")
    IN_FORCE = "in_force", _("confirmed, until its last day")
    ENDED = "ended", _("ended before its last day")
    LIFTED = "lifted", _("lifted, because the person contested it")


# A second human being has confirmed it: it held from then on, up to its end.
CONFIRMED: Final = frozenset({StatusState.IN_FORCE, StatusState.ENDED, StatusState.LIFTED})


class ContestState(models.TextChoices):
    """Where a contest stands, and what came of it."""

    WAITING = "waiting", _("waiting for a decision")
    UPHELD = "upheld", _("the status stays")
    LIFTED = "lifted", _("the status is lifted")
    SHORTENED = "shortened", _("the status ends earlier")
    OVER = "over", _("the status ran out before anybody decided")


class ToldHow(models.TextChoices):
    """How the person was told of it."""

    ORAL = "oral", _("aloud")
    WRITTEN = "written", _("in writing")
    BOTH = "both", _("aloud and in writing")
    SIGN = "sign", _("in signs")
