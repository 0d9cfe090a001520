"""The kinds of units to which staff are posted, and how staff are supported there.

No cell and no prisoner is named: of a unit only its kind is known here.
"""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    """For whom a unit is."""

    ORDINARY = "ordinary", _("an ordinary unit")
    WOMEN = "women", _("a unit for women")
    CHILDREN = "children", _("a unit for children")
    VEP = "vep", _("a unit for violent extremist prisoners")
    SPECIAL = "special", _("another unit with special training")


class Meeting(models.TextChoices):
    """How staff are supported in their work (vep-29)."""

    SUPERVISION = "supervision", _("supervision")
    DEBRIEFING = "debriefing", _("debriefing")


# The course of `courses.yaml` that staff of a unit pass before they work there, or soon after.
COURSE_OF: Final = {
    UnitKind.WOMEN: "women",
    UnitKind.CHILDREN: "juveniles",
    UnitKind.VEP: "vep_unit",
    UnitKind.SPECIAL: "special_unit",
}
