"""What courses and the states of certificates are called, and what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.service.training.courses import courses
from throughcare.service.training.queries import State
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

COURSES: Final[dict[str, StrOrPromise]] = {
    "induction": _("Induction before duty"),
    "in_service": _("In-service training"),
    "control_techniques": _("Control techniques that make restraint needless"),
    "restraint": _("Force and instruments of restraint"),
    "weapons": _("Weapons"),
    "women": _("Needs and rights of women in custody"),
    "juveniles": _("Children in custody"),
    "vep_unit": _("Work in a unit for violent extremist prisoners"),
    "special_unit": _("Work in another unit with special training"),
    "faith_workers": _("Vetting and induction of faith workers"),
    "assessor": _("Assessor, for one tool"),
}
# With a sign each, as nothing is told by colour alone.
STATES: Final[dict[State, tuple[str, StrOrPromise]]] = {
    State.HOLDS: ("✓", _("holds")),
    State.SOON: ("!", _("lapses soon")),
    State.LAPSED: ("✗", _("lapsed")),
    State.WITHDRAWN: ("–", _("withdrawn")),
}
_DONE: Final[dict[str, StrOrPromise]] = {
    "written": _("The certificate is written down."),
    "boosted": _("The booster is written down. The certificate holds longer."),
    "withdrawn": _("It is withdrawn, and counts no more from now on."),
    "posted": _("The posting is written down."),
    "ended": _("The end of the posting is written down."),
    "met": _("It is written down who took part."),
    "struck": _("It is struck out, and counts for nothing."),
}


def course_words(topic: str) -> StrOrPromise:
    """What a course is called. One that the service added goes by its title in the file."""
    course = courses().get(topic)
    return COURSES.get(topic) or (course.title if course else topic)


def done(request: Request) -> StrOrPromise:
    """The sentence that the list begins with, if something has just been done."""
    return _DONE.get(request.GET.get("done", ""), "")
