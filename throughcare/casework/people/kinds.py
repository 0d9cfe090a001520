"""What can be known of a person: a closed list, with the compartment of each kind."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

IDENTITY: Final = "ID"
CONTACTS: Final = "CON"


class Kind(models.TextChoices):
    """A kind of fact. Several facts of one kind may stand beside one another."""

    NAME = "name", _("name")
    BIRTH_DATE = "birth_date", _("birth date")
    SEX = "sex", _("sex as recorded")
    GENDER = "gender", _("gender as the person says")
    NATIONALITY = "nationality", _("nationality")
    LANGUAGE = "language", _("language")
    DOCUMENT = "document", _("document")
    IDENTIFIER = "identifier", _("number")
    ADJUSTMENT = "adjustment", _("disability or adjustment")
    DEPENDANT = "dependant", _("dependant")
    EMERGENCY_CONTACT = "emergency_contact", _("emergency contact")
    PHOTO = "photo", _("photo")


class Use(models.TextChoices):
    """What a name is used for."""

    RECORDED = "recorded", _("as in the papers")
    PREFERRED = "preferred", _("as the person wishes to be called")
    ALIAS = "alias", _("another name the person is known by")


class Standing(models.TextChoices):
    """Whether somebody has seen proof of a fact."""

    STATED = "stated", _("stated")
    VERIFIED = "verified", _("verified")


# Shown where the matrix gives ID redacted: preferred name, photo, language. Names are looked at one
# by one: see queries.redacted.
SHOWN_REDACTED: Final = frozenset({Kind.NAME, Kind.PHOTO, Kind.LANGUAGE})


def compartment_of(kind: str) -> str:
    """ID, and CON for the emergency contact, which an emergency alone may open (break-glass)."""
    return CONTACTS if kind == Kind.EMERGENCY_CONTACT else IDENTITY
