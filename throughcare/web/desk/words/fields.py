"""What the fields of a short form, and the grounds of an emergency, are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# The keys are the matrix's own words. A test compares the two.
FIELDS: Final[dict[str, StrOrPromise]] = {
    "fit for work": _("fit for work"),
    "fit for sport": _("fit for sport"),
    "fit for transfer": _("fit for transfer"),
    "observation level": _("observation level"),
    "diet by medical order": _("diet by medical order"),
    "infection precaution in general terms": _("infection precaution in general terms"),
    "medication times": _("medication times"),
    "shared formulation": _("shared formulation"),
    "protective factors": _("protective factors"),
    "recommendations": _("recommendations"),
    "date valid until": _("date valid until"),
    "confidence and gaps": _("confidence and gaps"),
    "graded sanitised statement": _("graded sanitised statement"),
    "date": _("date"),
    "expiry": _("expiry"),
    "decision to share": _("decision to share"),
    "kind": _("kind"),
    "own part": _("own part"),
    "outcome": _("outcome"),
    "goals that concern this role": _("goals that concern this role"),
    "times that concern this role": _("times that concern this role"),
    "release conditions": _("release conditions"),
    "legal status": _("legal status"),
    "security level": _("security level"),
    "release or court date": _("release or court date"),
    "today's approved visitors": _("today's approved visitors"),
    "preferred name": _("preferred name"),
    "photo": _("photo"),
    "language": _("language"),
    "safety note": _("safety note"),
    "published, suppressed tables": _("published tables without small numbers"),
    "allergies": _("allergies"),
    "current medication": _("current medication"),
    "blood-borne precaution": _("blood-borne precaution"),
    "resuscitation": _("resuscitation"),
    "self-harm alert": _("self-harm alert"),
    "crisis plan": _("crisis plan"),
    "sanitised threat statement": _("sanitised threat statement"),
    "emergency contact": _("emergency contact"),
}

GROUNDS: Final[dict[str, StrOrPromise]] = {
    "imminent danger to life": _("imminent danger to life"),
    "imminent serious violence or suicide": _("imminent serious violence or suicide"),
    "imminent attack, escape or hostage taking": _("imminent attack, escape or hostage taking"),
    "missing person or emergency notice": _("missing person or emergency notice"),
}
