"""Two steps of one matter need two human beings, whatever accounts they sign in with."""

from __future__ import annotations

from django.utils.translation import gettext as _

from throughcare.access.duties import incompatible
from throughcare.access.queries import holder_of
from throughcare.access.question import Viewer
from throughcare.casework.programmes.errors import SameHand


def need_other_hand(by: Viewer, act: str, *, did: str, account: str) -> None:
    """Refuse who did one of two acts that must lie apart. Names are those of `duties.yaml`.

    `account` is the one that did the other act. Raises SameHand.
    """
    if not incompatible(act, did):
        return
    me, other = holder_of(by.account), holder_of(account)
    if me is None or me == other:
        raise SameHand(
            _("you have done the other step of this yourself, or it was your other account"),
            remedy=_("let a colleague sign in and do it; what is written waits"),
        )
