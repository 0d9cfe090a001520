"""Codes of the rulebook and of the catalogues in the officer's words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from throughcare.casework.safety.catalogue import (
    forbidden_instruments,
    forbidden_sanctions,
    instruments,
    sanctions,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CONTACTS: Final[dict[str, StrOrPromise]] = {
    "face_to_face": _("talk face to face, without bars or hatch"),
    "family_visit": _("visit of the family in person"),
    "programme": _("programme with others"),
    "education": _("class with others"),
    "worship": _("worship with others"),
    "food_hatch": _("food through a hatch"),
    "roll_call": _("roll call"),
    "medical_round": _("medical round at the door"),
    "shouting_between_cells": _("shouting between cells"),
    "exercise_alone": _("exercise alone in a yard"),
}
INSTRUMENTS: Final[dict[str, StrOrPromise]] = {
    "handcuffs": _("handcuffs"),
    "soft_cuffs": _("soft cuffs"),
    "waist_belt": _("waist belt"),
    "bed_straps": _("bed straps"),
    "holding_blanket": _("holding blanket"),
    "chains": _("chains"),
    "irons": _("irons"),
    "leg_irons": _("leg irons"),
    "weighted_cuffs": _("weighted cuffs"),
    "fixed_rings": _("rings fixed to a wall or floor"),
    "thumb_cuffs": _("thumb cuffs"),
    "electric_belt": _("electric belt"),
    "spit_hood": _("spit hood"),
    "restraint_chair_with_shackles": _("restraint chair with shackles"),
}
SANCTIONS: Final[dict[str, StrOrPromise]] = {
    "warning": _("warning"),
    "loss_of_privilege": _("loss of a privilege"),
    "loss_of_activity": _("loss of an activity"),
    "compensation": _("compensation for damage"),
    "change_of_unit": _("move to another unit"),
    "contact_limited": _("less contact with the family"),
    "separation": _("separation"),
    "corporal_punishment": _("corporal punishment"),
    "food_or_water_reduced": _("less food or water"),
    "dark_cell": _("a dark or always lit cell"),
    "restraint": _("instruments of restraint"),
    "family_contact_barred": _("no contact with the family"),
}


def contact_words(kind: str) -> StrOrPromise:
    """What a kind of contact is called; one that is not known stays as written."""
    return CONTACTS.get(kind, kind)


def instrument_words(code: str) -> StrOrPromise:
    """What an instrument is called."""
    return INSTRUMENTS.get(code, code)


def sanction_words(code: str) -> StrOrPromise:
    """What a sanction is called."""
    return SANCTIONS.get(code, code)


def instrument_choices() -> list[tuple[str, StrOrPromise]]:
    """Those of the list first. The forbidden ones stand too: who chooses one is told the rule."""
    return _choices(INSTRUMENTS, (*instruments(), *forbidden_instruments()))


def sanction_choices() -> list[tuple[str, StrOrPromise]]:
    """As of instruments."""
    return _choices(SANCTIONS, (*sanctions(), *forbidden_sanctions()))


def _choices(
    words: dict[str, StrOrPromise], codes: Iterable[str]
) -> list[tuple[str, StrOrPromise]]:
    return [("", "—"), *((code, capfirst(str(words.get(code, code)))) for code in codes)]
