"""The closed lists of contact in the officer's words; the database holds each value as it is."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """By which means. Contact with a lawyer or consul is never written here."""

    VISIT = "visit", _("visit")
    CALL = "call", _("phone call")
    LETTER = "letter", _("letter")
    VIDEO = "video", _("video call")


class Whom(models.TextChoices):
    """With whom, as a category. Never a lawyer, a doctor or a consul."""

    FAMILY = "family", _("family")
    CHILD = "child", _("own child")
    FRIEND = "friend", _("friend")
    OTHER = "other", _("somebody else")


class Outcome(models.TextChoices):
    """What became of a contact that was offered."""

    HELD = "held", _("took place")
    DECLINED = "declined", _("declined by the prisoner")
    ABSENT = "absent", _("nobody came or answered")
    REFUSED = "refused", _("refused by the prison")


# With these the prison has offered contact: what it refused itself is none (nmr-58-1-contact).
OFFERED: Final = (Outcome.HELD, Outcome.DECLINED, Outcome.ABSENT)


class RefusalGround(models.TextChoices):
    """Why the prison refused. A ban as an informal sanction is none of these."""

    RESTRICTION = "restriction", _("a restriction that is in force")
    SEARCH = "search", _("the visitor did not consent to a search")
    PAPERS = "papers", _("the visitor could not be identified")
    SAFETY = "safety", _("immediate danger to somebody")
    NO_PLACE = "no_place", _("no room, staff or line")


class Agreed(models.TextChoices):
    """Whether a woman agreed to this visitor (Bangkok Rule 44)."""

    YES = "yes", _("she agreed")
    NO = "no", _("she did not agree")
    NOT_ASKED = "not_asked", _("she was not asked")


class VisitorSearch(models.TextChoices):
    """How a visitor was searched (Rule 60)."""

    MACHINE = "machine", _("by a machine")
    OUTER = "outer", _("bags and outer clothes")
    BODY = "body", _("by hand over the clothes")
    CAVITY = "cavity", _("inside the body")
