"""The closed lists of the team: kinds of meetings, offices, how somebody was heard, outcomes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    """Why the team meets."""

    ORDINARY = "ordinary", _("ordinary")
    BEFORE_RELEASE = "before_release", _("before a release")
    URGENT = "urgent", _("urgent")


class MeetingState(models.TextChoices):
    """Where a meeting stands. A closed one is locked: nothing of it changes any more."""

    CALLED = "called", _("called together")
    HELD = "held", _("held: the minutes are being written")
    CLOSED = "closed", _("closed: signed and locked")
    CANCELLED = "cancelled", _("cancelled")


class CaseState(models.TextChoices):
    """Where somebody stands on the agenda of a meeting."""

    AGENDA = "agenda", _("on the agenda")
    MINUTED = "minuted", _("spoken about, and written down")
    OFF = "off", _("taken off the agenda")


class Because(models.TextChoices):
    """Why somebody is on the agenda."""

    NO_PLAN = "no_plan", _("no plan is in force")
    PLAN = "plan", _("the plan is to be reviewed")
    BOARD = "board", _("a board is called for")
    STATUS = "status", _("a status is to be reviewed")
    DUE = "due", _("something is due soon")
    TASK = "task", _("a task of an earlier meeting is open")
    RELEASE = "release", _("the release is near")
    TURN = "turn", _("it is time to speak about the person again")
    ASKED = "asked", _("somebody asks for it, or the person does")


class Seat(models.TextChoices):
    """As what somebody sits in the team."""

    CASE_MANAGER = "case_manager", _("case manager")
    PSYCHOLOGIST = "psychologist", _("psychologist")
    HEALTH = "health", _("health staff")
    SECURITY = "security", _("security")
    EDUCATION = "education", _("education and work")
    CHAPLAIN = "chaplain", _("chaplain")
    PROBATION = "probation", _("probation officer")
    WOMENS_OFFICER = "womens_officer", _("officer of the women's unit")
    JUVENILE = "juvenile_specialist", _("juvenile specialist")
    DIRECTOR = "director", _("director or deputy")


class Heard(models.TextChoices):
    """How the view of the person was heard."""

    THERE = "there", _("the person was there and spoke")
    BEFORE = "before", _("somebody spoke with the person before")
    WRITTEN = "written", _("the person wrote it down")
    THROUGH = "through", _("through somebody whom the person chose")
    DECLINED = "declined", _("the person was asked and wished to say nothing")
    COULD_NOT = "could_not", _("the person could not be heard")


class Came(models.TextChoices):
    """What came of a task."""

    DONE = "done", _("done")
    CANNOT = "cannot", _("cannot be done")


class ContestState(models.TextChoices):
    """Where the contest of a decision stands, and what came of it."""

    WAITING = "waiting", _("waiting for an answer")
    STAYS = "stays", _("what was decided stays")
    AGAIN = "again", _("the team speaks about it again")
