"""The closed lists of a plan. No step of it counts points: people say how it goes, in words."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanState(models.TextChoices):
    """Where a version of a plan stands."""

    DRAFT = "draft", _("draft")
    SIGNED = "signed", _("signed")
    REPLACED = "replaced", _("replaced by a later version")
    ENDED = "ended", _("ended")


class PlanKind(models.TextChoices):
    """How much it says."""

    FULL = "full", _("full plan")
    SHORT = "short", _("short and voluntary, before a sentence")


class Agreement(models.TextChoices):
    """What the person says of the plan. Not to agree is a right, and never counts against."""

    AGREED = "agreed", _("agreed")
    PARTLY = "partly", _("agreed in part")
    NOT = "not", _("did not agree")
    COULD_NOT = "could_not", _("could not answer")


class SignedHow(models.TextChoices):
    """How the person signed."""

    ACCOUNT = "account", _("with the person's own account")
    SIGNATURE = "signature", _("with a signature on paper")
    THUMB = "thumb", _("with a thumb mark")
    DECLINED = "declined", _("declined to sign")


# What staff write down; an own account speaks for itself.
ON_PAPER: Final = (SignedHow.SIGNATURE, SignedHow.THUMB, SignedHow.DECLINED)


class Choice(models.TextChoices):
    """Whether she chose to speak of violence that she suffered. Nobody asks why not."""

    SAID = "said", _("she chose to speak of it")
    NOT_SAID = "not_said", _("she chose not to speak of it")


class Serves(models.TextChoices):
    """The need or the strength that a goal serves. None is a belief, an origin or a look."""

    SAFETY = "safety", _("living without violence")
    HEALTH = "health", _("health and feeling well")
    LEARNING = "learning", _("school and learning")
    WORK = "work", _("work and a trade")
    FAMILY = "family", _("family and children")
    HOME = "home", _("a place to live")
    PAPERS = "papers", _("papers and rights")
    MONEY = "money", _("money and debts")
    FRIENDS = "friends", _("people to be with")
    FREE_TIME = "free_time", _("sport, art and free time")
    STRENGTH = "strength", _("a strength of the person")
    OTHER = "other", _("something else, in words")


class GoalState(models.TextChoices):
    """Where a goal stands in a version."""

    LIVE = "live", _("live")
    GIVEN_UP = "given_up", _("given up")


class Moved(models.TextChoices):
    """How it goes with a goal, at a review."""

    MOVED = "moved", _("moved on")
    SAME = "same", _("no change")
    BACK = "back", _("went back")
    REACHED = "reached", _("reached")


class Actor(models.TextChoices):
    """Who does a step."""

    STAFF = "staff", _("a member of staff")
    PRISONER = "prisoner", _("the person")
    RELATIVE = "relative", _("a relative")
    AGENCY = "agency", _("an agency outside")


class StepState(models.TextChoices):
    """Where a step stands."""

    OPEN = "open", _("open")
    DONE = "done", _("done")
    GIVEN_UP = "given_up", _("given up")


class SaidKind(models.TextChoices):
    """What the person says to a plan, in own words."""

    PROPOSAL = "proposal", _("a goal that the person proposes")
    COMMENT = "comment", _("a comment")
    DISAGREE = "disagree", _("the person disagrees")


class HandedTo(models.TextChoices):
    """To whom the plan is handed for the time after release."""

    AFTERCARE = "aftercare", _("an agency of care after release")
    PROBATION = "probation", _("probation")


class HandoverState(models.TextChoices):
    """What came of it."""

    ASKED = "asked", _("waiting for an answer")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("the agency declined")
    DECLINED = "declined", _("the person declined")
    RECEIVED = "received", _("received by probation")


class ReportKind(models.TextChoices):
    """Which report is in the file."""

    FULL = "full", _("full reports, received by the director")
    UPDATE = "update", _("a report that brings these up to date")
    CHILD = "child", _("psychological and social report on a child")


# The parts of a plan in words, by the name of their column.
PARTS: Final = {
    "staff": _("What staff will do"),
    "family": _("Family: which ties, and how they are cared for"),
    "release": _("Life after release: what it needs"),
    "conditions": _("Conditions of release"),
    "care": _("People in her care"),
    "children": _("Her children"),
    "programmes": _("Programmes made for women"),
    "violence": _("Violence that she suffered, as far as she wants it written"),
    "school": _("School"),
    "guardian": _("Parent or guardian, and how they take part"),
    "adjustments": _("What makes daily life and this plan possible"),
}
# What a formal release plan says, by the name of its column.
RELEASE: Final = {
    "needs": _("What the person needs: home, papers, work, health, family, safety, debts"),
    "measures": _("Steps that lead gradually back to life outside"),
    "contacts": _("Who helps, and how to reach them"),
    "partners": _("Probation and other services that took part"),
    "first_meeting": _("First appointment: where and with whom"),
    "crisis": _("What to do and whom to call when things go wrong"),
}
