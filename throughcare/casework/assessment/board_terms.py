"""The closed lists of a board of classification. No level comes of itself: people give it."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class BoardTrigger(models.TextChoices):
    """What calls for a board."""

    FIRST = "first", _("the first classification")
    DUE = "due", _("the day of its review has come")
    AGE = "age", _("the person came of another age")
    STATUS = "status", _("a status began or ended")
    RISK = "risk", _("violence, or restraint to prevent harm, was recorded")
    MOVE = "move", _("the person came to another prison")
    CARE = "care", _("somebody depends on the person since then")
    APPEAL = "appeal", _("an appeal was granted")
    MANUAL = "manual", _("somebody asks for it")


class BoardState(models.TextChoices):
    """Where a board stands."""

    CONVENED = "convened", _("called together")
    DECIDED = "decided", _("it has decided")
    DISSOLVED = "dissolved", _("it did not decide")


class Office(models.TextChoices):
    """As what somebody sits there."""

    DIRECTOR = "director", _("director or deputy")
    CASE_MANAGER = "case_manager", _("case manager")
    PSYCHOLOGIST = "psychologist", _("psychologist")
    SECURITY = "security", _("security")
    WOMENS_OFFICER = "womens_officer", _("officer of the women's unit")
    JUVENILE = "juvenile_specialist", _("juvenile specialist")


class Level(models.TextChoices):
    """The security level, the least restrictive first."""

    OPEN = "open", _("open")
    LOW = "low", _("low")
    MEDIUM = "medium", _("medium")
    HIGH = "high", _("high")


# Below the first there is none that could have been enough.
LEAST: Final = Level.OPEN


class Model(models.TextChoices):
    """How people with a status are placed. None is right everywhere: the reasons are individual."""

    INTEGRATION = "integration", _("in an ordinary unit, with individual measures")
    DISPERSAL = "dispersal", _("apart from one another, in several units")
    SEPARATION = "separation", _("together in a unit of their own")
    LEADER_APART = "leader_apart", _("one who leads others, apart from them")
    MIXED = "mixed", _("mixed: more than one of these")


class FactorKind(models.TextChoices):
    """What a board weighs. None is a belief, an origin, a language or a look."""

    OFFENCE = "offence", _("what the person is charged with or convicted of")
    TERM = "term", _("the time that is left to serve")
    VIOLENCE = "violence", _("acts of violence in custody")
    PRESSURE = "pressure", _("putting others under pressure to take part in violence")
    ESCAPE = "escape", _("an escape, or an attempt")
    CONDUCT = "conduct", _("conduct in daily life")
    PROTECTION = "protection", _("the person's own need of protection")
    ADVICE = "advice", _("the shared advice of an assessment")
    STATEMENT = "statement", _("a sanitised statement")
    MENTAL_HEALTH = "mental_health", _("mental health, as far as health staff say it to all")
    CARE = "care", _("people who depend on the person")
    NEARNESS = "nearness", _("nearness to home and family")
    HELP = "help", _("work, school or help that is to be had there")


class Weighs(models.TextChoices):
    """Which way a factor pulls, in the judgement of the board."""

    MORE = "more", _("asks for a higher level")
    LESS = "less", _("asks for a lower level")
    NEITHER = "neither", _("asks for neither, and was weighed")


class ClassificationState(models.TextChoices):
    """Where a classification stands. That its day has passed is no state: it holds no more then."""

    MINUTED = "minuted", _("written down, waiting for another member")
    SENT_BACK = "sent_back", _("sent back: it was not decided so")
    IN_FORCE = "in_force", _("in force until its review")
    SET_ASIDE = "set_aside", _("set aside, because the person appealed")


class AppealState(models.TextChoices):
    """Where an appeal stands, and what came of it."""

    WAITING = "waiting", _("waiting for a decision")
    UPHELD = "upheld", _("the classification stays")
    GRANTED = "granted", _("the classification is set aside")
    OVER = "over", _("the classification ran out before anybody decided")


# Somebody said that it is not known: that is an answer.
NOT_KNOWN: Final = "not_known"
