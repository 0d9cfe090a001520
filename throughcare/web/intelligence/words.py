"""Grades, kinds of source, occasions and states in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.casework.intelligence.grades import INFORMATION, SOURCES
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

OCCASIONS: Final[Mapping[str, StrOrPromise]] = {
    "board": _("a board of classification"),
    "meeting": _("a meeting of the team"),
    "release": _("a release"),
    "after_release": _("after a release, as it was left open"),
}
STATES: Final[Mapping[str, StrOrPromise]] = {
    "breached": _("late"),
    "due": _("due"),
    "": _("no answer of a rule"),
}
RULES: Final[Mapping[str, StrOrPromise]] = {
    "vep-14": _("Nothing comes from a confidential relation"),
    "vep-15": _("Each report is looked at again, then kept or deleted"),
}
_DONE: Final[Mapping[str, StrOrPromise]] = {
    "received": _("The report was received. You will not see it here again."),
    "kept": _("The report is kept until its next review."),
    "deleted": _("The report and all that was made of it are destroyed."),
    "shared": _("The statement is shared. It ends by itself."),
    "withdrawn": _("The statement is withdrawn. Nobody reads it any more."),
    "answered": _("The answer is written down."),
    "named": _("The officer is named."),
    "ended": _("The appointment has ended."),
}


def done(request: Request) -> StrOrPromise:
    """The sentence that a page begins with, if something has just been done."""
    return _DONE.get(request.GET.get("done", ""), "")


def grade_words(source: str, information: str) -> str:
    """A grade by its signs and in words."""
    return (
        f"{source}{information}: {SOURCES.get(source, source)}; "
        f"{INFORMATION.get(information, information)}"
    )
