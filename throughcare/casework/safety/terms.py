"""The closed lists of separation in the officer's words; the database holds each value as it is."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ground(models.TextChoices):
    """Why somebody is kept apart. Every ground has a clock; the days are counted over all."""

    DISCIPLINARY = "disciplinary", _("disciplinary")
    PROTECTIVE = "protective", _("protection of the person")
    SECURITY = "security", _("security or good order")
    OWN_REQUEST = "own_request", _("own request")
    MEDICAL = "medical", _("medical")
    OTHER = "other", _("another ground")


class SeparationKind(models.TextChoices):
    """How somebody is kept apart."""

    SEGREGATION_CELL = "segregation_cell", _("alone in a segregation unit")
    OWN_CELL = "own_cell", _("locked in the own cell")
    OBSERVATION_CELL = "observation_cell", _("alone in an observation cell")
    DARK_CELL = "dark_cell", _("in a cell that is dark or always lit")
    SMALL_GROUP = "small_group", _("in a small group apart from the others")


# Behind a closed door, alone: close confinement (Bangkok 22) and a closed cell (Havana 67).
CLOSED: Final = frozenset(SeparationKind) - {SeparationKind.SMALL_GROUP}


class AuthorityRole(models.TextChoices):
    """In which function somebody orders a separation."""

    DIRECTOR = "director", _("director of the prison")
    DEPUTY = "deputy", _("deputy of the director")
    DUTY_OFFICER = "duty_officer", _("officer on duty")
    DISCIPLINARY_BODY = "disciplinary_body", _("disciplinary body")
    COURT = "court", _("court")
    CENTRAL_ADMINISTRATION = "central_administration", _("central prison administration")
    HEALTH_STAFF = "health_staff", _("health staff")
    OTHER = "other", _("somebody else")


class ToldHow(models.TextChoices):
    """How the person was told of the order."""

    ORAL = "oral", _("aloud")
    WRITTEN = "written", _("in writing")
    BOTH = "both", _("aloud and in writing")
    SIGN = "sign", _("in signs")


class ReviewOutcome(models.TextChoices):
    """What a review comes to."""

    END = "end", _("the separation ends")
    EASE = "ease", _("it is eased")
    CONTINUE = "continue", _("it goes on")


class Fitness(models.TextChoices):
    """What health staff say of a separation, before it or at its start."""

    NO_OBJECTION = "no_objection", _("no objection for reasons of health")
    WITH_CONDITIONS = "with_conditions", _("only with conditions")
    MUST_NOT = "must_not", _("must not be separated")
    NOT_SEEN = "not_seen", _("the person could not be seen")


class Advice(models.TextChoices):
    """What health staff tell the director of a separation that goes on (Rule 46)."""

    END = "end", _("end it")
    EASE = "ease", _("ease it")
    ADVERSE_EFFECT = "adverse_effect", _("it harms the person")


class Decision(models.TextChoices):
    """What the director decides on the advice of health staff."""

    ENDS = "ends", _("the separation ends")
    EASES = "eases", _("it is eased")
    GOES_ON = "goes_on", _("it goes on")


class AskedBy(models.TextChoices):
    """Who asks for health staff during a separation."""

    PERSON = "person", _("the person")
    STAFF = "staff", _("staff")


class HealthStateKind(models.TextChoices):
    """A state of health to which a rule gives protection. Compartment HLT."""

    PREGNANT = "pregnant", _("pregnant")
    MOTHER_WITH_INFANT = "mother_with_infant", _("mother with an infant")
    BREASTFEEDING = "breastfeeding", _("breastfeeding")
    LABOUR = "labour", _("in labour")
    BIRTH_AND_AFTER = "birth_and_after", _("birth, and the time just after")
    DISABILITY_WORSENED = (
        "disability_worsened_by_solitary",
        _("separation would worsen a disability"),
    )


# Who must not be separated, whatever the ground (Nelson Mandela Rule 45(2), Bangkok 22).
BARRING: Final = frozenset(HealthStateKind)


class EntryTable(models.TextChoices):
    """What may be written of a day in separation."""

    OUT_OF_CELL = "out_of_cell", _("time out of the cell")
    CONTACT = "contact", _("human contact")
    HEALTH_VISIT = "health_visit", _("visit of health staff")
    HEALTH_REQUEST = "health_request", _("request for health staff")


class Settlement(models.TextChoices):
    """How a conflict of two entries ends."""

    KEPT = "kept", _("the earlier entry stands")
    REPLACED = "replaced", _("the later entry takes its place")
