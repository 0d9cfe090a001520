"""The closed lists of an assessment. Reliability and confidence are words: nothing is counted."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """Which question is asked. Placement, plan and release are different questions."""

    PLAN = "plan", _("needs and plan")
    PLACEMENT = "placement", _("placement")
    RELEASE = "release", _("preparing release")


class Extent(models.TextChoices):
    """How much may be asked: whoever is not tried is asked about needs, health and safety only."""

    FULL = "full", _("all domains")
    NEEDS = "needs", _("needs, health and safety only")


class AssessmentState(models.TextChoices):
    """Where an assessment stands."""

    PREPARING = "preparing", _("being prepared")
    RATED = "rated", _("rated")
    COMPARED = "compared", _("rated twice and compared")
    APPROVED = "approved", _("approved")
    STOPPED = "stopped", _("stopped")
    SET_ASIDE = "set_aside", _("set aside, because the person contested it")


# While it is in one of these, it is not decided.
OPEN: Final = (AssessmentState.PREPARING, AssessmentState.RATED, AssessmentState.COMPARED)


class TookPart(models.TextChoices):
    """Whether the prisoner took part. To decline is a right: nobody asks why, nobody rates it."""

    NOT_ASKED = "not_asked", _("not invited yet")
    TOOK_PART = "took_part", _("took part")
    PARTLY = "partly", _("took part in some of it")
    DECLINED = "declined", _("declined")


class SourceKind(models.TextChoices):
    """Where something is known from."""

    INTERVIEW = "interview", _("the person")
    OBSERVATION = "observation", _("seen by staff")
    FILE = "file", _("the file")
    DOCUMENT = "document", _("a judgment or another document")
    FAMILY = "family", _("the family, with consent")
    AGENCY = "agency", _("another agency")
    STATEMENT = "statement", _("a sanitised statement")


class Reliability(models.TextChoices):
    """How far a source can be relied on."""

    FIRST_HAND = "first_hand", _("seen or heard by who says it")
    CONFIRMED = "confirmed", _("confirmed by another source")
    UNCONFIRMED = "unconfirmed", _("not confirmed")
    DOUBTFUL = "doubtful", _("doubtful")


class Confidence(models.TextChoices):
    """How sure the assessor is."""

    LOW = "low", _("not sure")
    MODERATE = "moderate", _("fairly sure")
    GOOD = "good", _("sure")


class Advice(models.TextChoices):
    """What is recommended. Help stands before limits on every page."""

    HELP = "help", _("help")
    LIMIT = "limit", _("a limit")


class AssessmentContestState(models.TextChoices):
    """Where a contest of an assessment stands."""

    WAITING = "waiting", _("waiting for somebody else to look")
    UPHELD = "upheld", _("the assessment stays")
    GRANTED = "granted", _("the assessment is set aside")
