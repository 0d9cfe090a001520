"""What a page of the team says after something was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_DONE: Final[dict[str, StrOrPromise]] = {
    "called": _("The meeting is called together. Bring people on its agenda."),
    "cancelled": _("The meeting is cancelled."),
    "brought": _("They are on the agenda."),
    "off": _("The person is off the agenda."),
    "held": _("Who was there is written. Write what was said about each person."),
    "written": _(
        "The minutes about this person are saved. They can be changed until they are signed."
    ),
    "closed": _("The meeting is closed and locked. Its decisions are tasks now."),
    "ended": _("What came of the task is written."),
    "revoked": _("The address of your calendar answers nothing any more."),
}


def done(request: Request) -> StrOrPromise:
    """The sentence for what was just done; empty for nothing."""
    return _DONE.get(request.GET.get("done", ""), "")


def led(way: str, what: str) -> HttpResponseRedirect:
    """On to the page that shows it."""
    return HttpResponseRedirect(f"{way}?done={what}")
