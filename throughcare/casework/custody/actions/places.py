"""To open a place, to change what it is certified for, and to close it once it is empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from throughcare.access.question import Viewer
from throughcare.access.terms import Act
from throughcare.casework.custody.errors import BadMoment, BadPlacing, Occupied
from throughcare.casework.custody.lying import lying_in
from throughcare.casework.custody.models import Bed, PlaceChange, Placement
from throughcare.casework.custody.place_entries import Keeping, keep, need_words
from throughcare.casework.people.files import entering, fresh_id
from throughcare.kernel.models import Place
from throughcare.kernel.places import CODE, kind_of

# Words at the end of an address of a page about a place; no place may be called so.
RESERVED: Final = frozenset(
    {"bed", "close", "count", "counts", "change", "move", "new", "people", "unlock"}
)
MOST_PEOPLE: Final = 100_000
_CENT: Final = Decimal("0.01")
_LARGEST: Final = Decimal(10_000_000)


@entering
def open_place(
    *, by: Viewer, at: datetime, above: str, code: str, name: Mapping[str, str],
    certified_capacity: int | None, floor_area: Decimal | None, why: str = "",
) -> Place:  # fmt: skip
    """Open premises, a unit or a cell under the place `above`, in use from now on.

    `name` by language code; capacity counts people, area is in square metres, None is not known.
    Raises BadPlacing, NotThere, Refused.
    """
    keeping = keep(path=above, act=Act.WRITE, by=by, at=at, why=why)
    kind = _kind_under(above)
    path = f"{above}/{_sound_code(code)}"
    if Place.objects.filter(path=path).exists():
        raise BadPlacing(
            _("there is or was a place %(place)s") % {"place": path},
            remedy=_("choose another code: a closed place keeps its own"),
        )
    place = Place.objects.create(
        kind=kind, parent=keeping.place, code=code, path=path,
        name={language: words for language, words in name.items() if words.strip()},
        certified_capacity=_sound_capacity(certified_capacity),
        floor_area=_sound_area(floor_area), used_from=at,
    )  # fmt: skip
    keeping.enter("custody.place_opened", place)
    return place


@entering
def change_place(
    *, by: Viewer, at: datetime, place: str, certified_capacity: int | None,
    floor_area: Decimal | None, why: str,
) -> PlaceChange:  # fmt: skip
    """Change for how many people, or how many square metres, a place is certified.

    What held before stays readable with its end. Raises BadPlacing, NotThere, Refused.
    """
    keeping = keep(path=place, act=Act.WRITE, by=by, at=at, why=why)
    need_words(why)
    kept = keeping.place
    capacity, area = _sound_capacity(certified_capacity), _sound_area(floor_area)
    if (capacity, area) == (kept.certified_capacity, kept.floor_area):
        raise BadPlacing(
            _("nothing would change: the place has these numbers already"),
            remedy=_("type the number that is to hold from now on"),
        )
    change = PlaceChange.objects.create(
        id=fresh_id(at), place=kept, changed_at=at, capacity_before=kept.certified_capacity,
        capacity_after=capacity, area_before=kept.floor_area, area_after=area, why=why.strip(),
        recorded_by=str(by.account),
    )  # fmt: skip
    kept.certified_capacity, kept.floor_area = capacity, area
    kept.save(update_fields=["certified_capacity", "floor_area"])
    keeping.enter("custody.place_changed", change)
    keeping.enter("custody.place_changed", kept)
    return change


@entering
def close_place(*, by: Viewer, at: datetime, place: str, why: str) -> Place:
    """Take a place out of use from now on, with all under it and their beds.

    Raises Occupied while somebody lies there, BadPlacing for an establishment, NotThere, Refused.
    """
    keeping = keep(path=place, act=Act.WRITE, by=by, at=at, why=why)
    need_words(why)
    if keeping.place.parent_id is None:
        raise BadPlacing(
            _("a whole prison is not closed here"),
            remedy=_("close its premises one after the other"),
        )
    _need_empty(keeping)
    under = Place.objects.select_for_update().within(place).in_use(at).order_by("-path")
    for bed in Bed.objects.filter(place__in=under, used_until=None).order_by("id"):
        bed.used_until = at
        bed.save(update_fields=["used_until"])
        keeping.enter("custody.bed_closed", bed)
    for one in under:
        one.used_until = at
        one.save(update_fields=["used_until"])
        keeping.enter("custody.place_closed", one)
    keeping.place.refresh_from_db()
    return keeping.place


def _need_empty(keeping: Keeping) -> None:
    path, at = keeping.place.path, keeping.at
    many = sum(one.people for one in lying_in(path, at=at).values())
    if many:
        raise Occupied(
            _("%(count)s people lie in %(place)s") % {"count": many, "place": path},
            remedy=_("move them first; the page of the place can move several at once"),
        )
    if keeping.place.used_from >= at or Placement.objects.filter(
        place__in=Place.objects.within(path), stood_until=None, until__gt=at
    ).exists():  # fmt: skip
        raise BadMoment(
            _("the place would close before somebody left it, or as it opened"),
            remedy=_("close it at a later time"),
        )


def _kind_under(above: str) -> str:
    if above.count("/") == 3:
        raise BadPlacing(
            _("a cell holds no smaller place"), remedy=_("add beds to it, or choose its unit")
        )
    return kind_of(f"{above}/x")


def _sound_code(code: str) -> str:
    if re.fullmatch(CODE, code) is None or code in RESERVED or len(code) > 40:
        raise BadPlacing(
            _("'%(code)s' cannot be the code of a place") % {"code": code},
            remedy=_("write small letters, digits and hyphens, such as 204 or east-2"),
        )
    return code


def _sound_capacity(capacity: int | None) -> int | None:
    if capacity is not None and not 0 <= capacity <= MOST_PEOPLE:
        raise BadPlacing(
            _("%(number)s cannot be a capacity") % {"number": capacity},
            remedy=_("type for how many people the place is certified, or leave it empty"),
        )
    return capacity


def _sound_area(area: Decimal | None) -> Decimal | None:
    if area is None:
        return None
    if not area.is_finite() or not 0 <= area < _LARGEST:
        raise BadPlacing(
            _("%(number)s cannot be a floor area") % {"number": area},
            remedy=_("type the square metres on which people live, or leave it empty"),
        )
    return area.quantize(_CENT)
