"""The closed lists of the chaplaincy. What is said between two people is in none of them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What became of a visit that was offered."""

    HELD = "held", _("took place")
    DECLINED = "declined", _("declined by the prisoner")
    NOT_HELD = "not_held", _("did not take place")


class WishKind(models.TextChoices):
    """What the prisoner wishes of the chaplaincy, as a standing wish."""

    SERVICES = "services", _("to attend services")
    NO_VISITS = "no_visits", _("no visit by any representative")


class VisitKind(models.TextChoices):
    """What kind of visit, and no more than that."""

    VISIT = "visit", _("private visit")
    COUNSELLING = "counselling", _("religious counselling")
