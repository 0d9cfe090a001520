"""To put a bed into use in a cell or unit, and to take it out once nobody lies in it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from throughcare.access.errors import NotThere
from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.errors import BadPlacing, Occupied
from throughcare.casework.custody.models import Bed, Placement
from throughcare.casework.custody.place_entries import keep, need_words
from throughcare.casework.people.files import entering, fresh_id
from throughcare.casework.rows.refusing import refusing

LONGEST_CODE: Final = 40
_DEEP_ENOUGH: Final = ("unit", "cell")


@entering
def open_bed(*, by: Viewer, at: datetime, place: str, code: str, why: str = "") -> Bed:
    """Put a bed into use from now on. Raises BadPlacing, NotThere, Refused."""
    keeping = keep(path=place, act=Act.WRITE, by=by, at=at, why=why)
    code = code.strip()
    if keeping.place.kind not in _DEEP_ENOUGH:
        raise BadPlacing(
            _("a bed stands in a cell or a unit"), remedy=_("choose the cell that it stands in")
        )
    if not code or len(code) > LONGEST_CODE or "#" in code or "\0" in code:
        raise BadPlacing(
            _("'%(code)s' cannot be the code of a bed") % {"code": code.replace("\0", "")},
            remedy=_("type what is painted on it, such as 1 or a, without #"),
        )
    if Bed.objects.filter(place=keeping.place, code=code).exists():
        raise BadPlacing(
            _("there is or was a bed %(bed)s in this place") % {"bed": code},
            remedy=_("choose another code: a bed that was taken away keeps its own"),
        )
    bed = Bed.objects.create(id=fresh_id(at), place=keeping.place, code=code, used_from=at)
    keeping.enter("custody.bed_opened", bed)
    return bed


@entering
def close_bed(*, by: Viewer, at: datetime, place: str, code: str, why: str) -> Bed:
    """Take a bed out of use from now on. Raises Occupied, BadPlacing, NotThere, Refused."""
    keeping = keep(path=place, act=Act.WRITE, by=by, at=at, why=why)
    need_words(why)
    bed = (
        Bed.objects.select_for_update()
        .filter(place=keeping.place, code=code, used_until=None)
        .first()
    )
    if bed is None:
        raise NotThere
    taken = Occupied(
        _("somebody lies in bed %(bed)s") % {"bed": code}, remedy=_("move that person first")
    )
    if Placement.objects.filter(bed=bed, stood_until=None).exclude(until__lte=at).exists():
        raise taken
    if bed.used_from >= at:
        raise BadPlacing(
            _("the bed would go as it came"), remedy=_("take it out of use at a later time")
        )
    bed.used_until = at
    with refusing({"custody_closed_bed_is_empty": taken}):
        bed.save(update_fields=["used_until"])
    keeping.enter("custody.bed_closed", bed)
    return bed
