"""The closed lists of work in the officer's words; the database holds each value as it is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Willing(models.TextChoices):
    """Whether the person wishes to work, as he or she says it."""

    YES = "yes", _("wishes to work")
    NO = "no", _("does not wish to work")
    NOT_ASKED = "not_asked", _("was not asked")


class OfferKind(models.TextChoices):
    """What was offered."""

    WORK = "work", _("work")
    PROGRAMME = "programme", _("a programme or course")


class Answer(models.TextChoices):
    """What the person answered."""

    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    OPEN = "open", _("no answer yet")


class Beneficiary(models.TextChoices):
    """For whose benefit the work is done (Rule 97)."""

    PRISON = "prison", _("the prison")
    STATE = "state", _("a public body")
    CHARITY = "charity", _("a charity")
    EMPLOYER = "employer", _("an outside employer")
    STAFF = "staff", _("a member of staff")
