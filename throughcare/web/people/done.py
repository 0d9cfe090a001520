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
    "step": _("This step is written down."),
    "taken-over": _("The file is here now. Look at what stands in it, then go on."),
    "order": _("The order is registered."),
    "charge": _("The charge is written down."),
    "status": _("The legal status is changed. The one before it ended at that moment."),
    "case-taken": _("You have the case now. Register an order, or order the release."),
    "order-stands": _("A valid order is there now. Nothing is left to do."),
    "placed": _("The person lies there now. The earlier place ended at that moment."),
    "placement-corrected": _("The place is corrected. The earlier entry stays readable."),
    "moved": _("Everybody you chose has moved."),
    "place-opened": _("The place is in use now."),
    "place-changed": _("The place is changed. What held before stays readable."),
    "place-closed": _("The place is out of use, with all in it."),
    "bed-opened": _("The bed is in use now."),
    "bed-closed": _("The bed is out of use."),
    "counted": _("The count is written down."),
    "kept-apart": _("The two are kept apart from now on."),
    "apart-ended": _("The two may share a place again."),
    "left": _("The departure is written."),
    "came-back": _("The return is written."),
    "escaped": _("The escape is written. The place is free; the stay goes on."),
    "departed": _("The departure is written. The file moves once the other prison confirms."),
    "arrived": _("The person is here, and so is the file. Give the person a place."),
    "released": _("The release is written."),
    "death": _("The death is written. Now tell those who must be told."),
    "entry-corrected": _("This is corrected. The earlier entry stays readable."),
    "entry-struck": _("This is struck out. It stays readable."),
    "asked-another": _("A second person is asked."),
    "second-decided": _("The decision is written."),
    "plan-written": _("This stands in the plan now."),
    "sentenced": _("The sentence is written down. Look at the dates that follow."),
    "adjusted": _("The days are counted. Look at the dates that follow."),
    "date-proposed": _("The date is proposed. It counts once a second person confirms it."),
    "date-confirmed": _("The date counts now."),
    "date-withdrawn": _("The proposal is withdrawn. It stays readable in the register."),
    "decree-laid": _("The decree is laid before a second person. Nothing has changed yet."),
    "reviewed": _("The answer is written. The finding stays as it is."),
    "decree-done": _("The decree is carried out."),
    "separation-ordered": _("The order is written. Tell the person, and have it reviewed in time."),
    "separation-continued": _("The order is written. The days go on being counted."),
    "separation-ended": _("The end of the separation is written."),
    "separation-reviewed": _("The review is written. Do what it decides."),
    "separation-relief": _("The plan is written."),
    "separation-found": _("What was found is written."),
    "separation-told": _("How the person was told is written."),
    "separation-advised": _("The advice is written. The director must answer it in writing."),
    "separation-answered": _("The answer is written. Do what it decides."),
    "separation-opinion": _("The opinion is written in the health file."),
    "separation-health": _("The state of health is written in the health file."),
    "separation-health-ended": _("The end of the state of health is written."),
    "separation-settled": _("This is settled. The other entry stays readable."),
    "restricted": _("The restriction is written. It ends by itself."),
    "restriction-ended": _("The restriction has ended."),
    "restriction-reviewed": _("The review is written."),
    "restriction-told": _("How the person was told is written."),
    "as-it-was": _("It is written as it was. The rules go on to call it broken."),
    "restrained": _("This is written. Look after the person, and take them off soon."),
    "looked-after": _("This is written."),
    "case-step": _("This step of the case is written."),
    "case-decided": _("The decision is written."),
    "referred": _("The referral is sent. The case staff looks at it; it makes no label."),
    "screened": _("The screening is written. It holds once a second person has agreed."),
    "judged": _("This is written."),
    "observed": _("This is written."),
    "board-called": _("The board is called together. Write its minutes once it has decided."),
    "written": _("This is written."),
    "minutes-written": _("The minutes are written. The level holds once another member signs."),
}


def done(request: Request) -> StrOrPromise:
    """The sentence that this page begins with, if something has just been done."""
    return _SENTENCES.get(request.GET.get("done", ""), "")
