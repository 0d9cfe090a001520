"""The needs of `needs.yaml` in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_WORDS: Final[Mapping[str, StrOrPromise]] = {
    "reading": _("Reads and writes what daily life asks for"),
    "schooling": _("Holds the level of school that is aimed at"),
    "job_skill": _("Has a skill that somebody is paid for"),
    "work_habit": _("Keeps to hours and finishes what is begun"),
    "family_contact": _("Is in touch with family"),
    "quarrels": _("Settles quarrels without violence"),
    "daily_life": _("Manages money, papers and appointments"),
    "health_habits": _("Sleeps, eats and moves enough"),
    "leaving_violence": _("Keeps away from acts of violence and their preparation"),
    "plans_for_release": _("Has a place and people to go to"),
}


def need_words(code: str) -> str:
    """A need in words; one that a country adds, by its code."""
    return str(_WORDS.get(code, code.replace("_", " ")))
