"""The closed lists of the room in words. None is a mark on a person."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What kind of help it is (`kinds.yaml`)."""

    PSYCHOLOGICAL = "psychological", _("psychological help")
    RELIGIOUS = "religious", _("religious or pastoral, on request")
    EDUCATION = "education", _("education")
    VOCATIONAL = "vocational", _("vocational training")
    FAMILY = "family", _("family")
    CREATIVE = "creative", _("creative")
    SPORT = "sport", _("sport")
    CIVIC = "civic", _("civic")
    MENTORING = "mentoring", _("mentoring")


class ForSex(models.TextChoices):
    """Whom it takes by sex."""

    ANY = "any", _("women and men")
    WOMEN = "women", _("women only")
    MEN = "men", _("men only")


class ForAge(models.TextChoices):
    """Whom it takes by age."""

    ANY = "any", _("any age")
    CHILDREN = "children", _("under 18 only")
    ADULTS = "adults", _("adults only")


class State(models.TextChoices):
    """Where a referral stands (`states.yaml`)."""

    REFERRED = "referred", _("referred, waiting for an answer")
    NOT_OFFERED = "not_offered", _("no place is offered")
    OFFERED = "offered", _("offered, waiting for the person's word")
    DECLINED = "declined", _("declined")
    ACCEPTED = "accepted", _("accepted")
    WAITING = "waiting", _("on the waiting list")
    WITHDRAWN = "withdrawn", _("withdrawn by the person")
    ENROLLED = "enrolled", _("takes part")
    COMPLETED = "completed", _("completed")
    LEFT = "left", _("left by own choice")
    ENDED = "ended", _("ended by the provider")


# In these somebody is under way: the others are over.
OPEN: Final = (State.REFERRED, State.OFFERED, State.ACCEPTED, State.WAITING, State.ENROLLED)


class AskedBy(models.TextChoices):
    """Whose idea it was."""

    SELF = "self", _("the person asked for it")
    STAFF = "staff", _("staff proposed it")


class Reason(models.TextChoices):
    """Coded reasons (`reasons.yaml`)."""

    NO_PLACE = "no_such_place", _("it is not held here")
    NOT_FOR_GROUP = "not_for_this_group", _("it is not for persons of this sex or age")
    OTHER_LANGUAGE = "other_language", _("it is held in no language that the person speaks")
    ELSEWHERE = "found_elsewhere", _("the person has found it elsewhere")
    STOPPED = "provider_stopped", _("the provider stopped the programme")
    MOVED = "moved_away", _("the person was moved")
    RELEASED = "released", _("the person was released")
    HEALTH = "health", _("health does not allow it now")
    SAFETY = "safety_of_the_group", _("the safety of the group")
    ILL = "ill", _("ill")
    COURT = "court", _("at court")
    VISIT = "visit", _("has a visit")
    WORK = "work", _("at work")
    APPOINTMENT = "other_appointment", _("another appointment")
    OWN_WISH = "own_wish", _("did not wish to come today")


class Came(models.TextChoices):
    """What is written of one person at one session."""

    ATTENDED = "attended", _("attended")
    PART = "part", _("attended part of it")
    EXCUSED = "excused", _("excused")
    ABSENT = "absent", _("absent")
    NOT_BROUGHT = "not_brought", _("not brought by the prison")


class ConsentState(models.TextChoices):
    """What the person said when asked."""

    GIVEN = "given", _("consents")
    DECLINED = "declined", _("does not consent")


class ToldHow(models.TextChoices):
    """How the person was told what it is about."""

    ORAL = "oral", _("aloud")
    WRITTEN = "written", _("in writing")
    BOTH = "both", _("aloud and in writing")
    INTERPRETER = "interpreter", _("through an interpreter")


class SaidHow(models.TextChoices):
    """How a withdrawal came to be known."""

    TO_STAFF = "to_staff", _("said to staff")
    IN_SESSION = "in_session", _("said in the middle of a session")
    OWN_ACCOUNT = "own_account", _("by the own account")


class Circle(models.TextChoices):
    """With whom progress may be shared (`circles.yaml`)."""

    GIVERS = "givers", _("those who hold the programme")
    CASE_MANAGER = "case_manager", _("the case manager")
    DIRECTOR = "director", _("the director")
    PROBATION = "probation", _("the probation officer")
    LAWYER = "lawyer", _("the lawyer")


class When(models.TextChoices):
    """At which end a need is looked at."""

    BEFORE = "before", _("before")
    AFTER = "after", _("after")


class Stands(models.TextChoices):
    """How things stand with a need, in words; never a number."""

    NOT_YET = "not_yet", _("not yet")
    PARTLY = "partly", _("partly")
    YES = "yes", _("yes")
    NOT_ASKED = "not_asked", _("not asked")


class Reads(models.TextChoices):
    """What a literacy check found."""

    YES = "yes", _("reads and writes")
    NO = "no", _("does not read or write yet")
    NOT_ASKED = "not_asked", _("not asked")


class Settled(models.TextChoices):
    """Which of two contradicting entries of a session is right."""

    FIRST = "first", _("what was written first")
    LATER = "later", _("what came later")
