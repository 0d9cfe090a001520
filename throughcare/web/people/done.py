"""What was done, said on the page where it led; only words from this list can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_SENTENCES: Final[dict[str, StrOrPromise]] = {
    "opened": _("The file is open. Add what else is known."),
    "stated": _("This is written down as stated."),
    "verified": _("This is verified now."),
    "corrected": _("This is corrected. The earlier entry stays readable."),
    "struck-out": _("This is struck out. It stays readable under earlier entries."),
    "noted": _("The note is written."),
    "amended": _("The note is amended. The earlier one stays readable."),
    "raised": _("The alert is raised."),
    "ended": _("The alert has ended."),
    "photo": _("The photo is kept."),
    "proposed": _("The proposal waits for somebody who decides."),
    "joined": _("Both files are read as one now. This can be undone under earlier entries."),
    "apart": _("The two files stay apart."),
    "separated": _("The two files stand for themselves again."),
    "merged": _("The file you asked for was joined with this one. This is the whole file."),
    "sentenced": _("The sentence is written down. Look at the dates that follow."),
    "adjusted": _("The days are counted. Look at the dates that follow."),
    "date-proposed": _("The date is proposed. It counts once a second person confirms it."),
    "date-confirmed": _("The date counts now."),
    "date-withdrawn": _("The proposal is withdrawn. It stays readable in the register."),
    "decree-laid": _("The decree is laid before a second person. Nothing has changed yet."),
    "decree-done": _("The decree is carried out."),
}


def done(request: Request) -> StrOrPromise:
    """The sentence that this page begins with, if something has just been done."""
    return _SENTENCES.get(request.GET.get("done", ""), "")
