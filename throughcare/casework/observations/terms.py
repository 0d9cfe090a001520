"""Closed lists of the room, in words. Where somebody prays is no spot: worship is not observed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tone(models.TextChoices):
    """What kind of thing was seen."""

    POSITIVE = "positive", _("something good")
    TALK = "talk", _("we talked")
    CONCERN = "concern", _("a concern")


class Spot(models.TextChoices):
    """Where it was."""

    CELL = "cell", _("in or at the cell")
    LANDING = "landing", _("on the landing")
    YARD = "yard", _("in the yard")
    MEAL = "meal", _("at a meal")
    WORK = "work", _("at work")
    SCHOOL = "school", _("at school or on a course")
    VISITS = "visits", _("at visits")
    SPORT = "sport", _("at sport")
    HEALTH = "health", _("on the way to health staff")
    ELSEWHERE = "elsewhere", _("elsewhere in the prison")


class ContactKind(models.TextChoices):
    """How an officer and a person met. Which are meaningful: `observations.yaml`."""

    TALK = "talk", _("a talk, face to face")
    HELP = "help", _("help with something the person asked for")
    ACTIVITY = "activity", _("something done together")
    IN_PASSING = "in_passing", _("a greeting in passing")
    THROUGH_THE_DOOR = "through_the_door", _("words through a door or hatch")
