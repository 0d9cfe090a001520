"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path, register_converter

from throughcare.kernel.places import CODE
from throughcare.web.custody.places import (
    apart,
    counting,
    keeping,
    moving,
    overview,
    person,
    sharing,
)


class PlacePath:
    """The path of a place in an address: one to four codes with / between them."""

    regex = rf"{CODE}(?:/{CODE}){{0,3}}"

    def to_python(self, value: str) -> str:
        """As it is written."""
        return value

    def to_url(self, value: str) -> str:
        """As it is written."""
        return value


register_converter(PlacePath, "place")

_PLACE = "places/<place:place>"
_FILE = "people/<uuid:person_id>/custody/places"

# What stands at the end of an address comes first: no place has such a code (actions/places.py).
urlpatterns: list[URLPattern] = [
    path("places", overview.prisons, name="places"),
    path(f"{_PLACE}/count", counting.count, name="place_count"),
    path(f"{_PLACE}/unlock", counting.unlock, name="place_unlock"),
    path(f"{_PLACE}/people", overview.people, name="place_people"),
    path(f"{_PLACE}/sharing", sharing.conflicts, name="place_sharing"),
    path(f"{_PLACE}/move", moving.several, name="place_move"),
    path(f"{_PLACE}/new", keeping.open_new, name="place_new"),
    path(f"{_PLACE}/change", keeping.change, name="place_change"),
    path(f"{_PLACE}/close", keeping.close, name="place_close"),
    path(f"{_PLACE}/bed", keeping.bed, name="bed_new"),
    path(f"{_PLACE}/bed/close", keeping.close_bed, name="bed_close"),
    path(_PLACE, overview.place, name="place"),
    path(_FILE, person.places, name="person_places"),
    path(f"{_FILE}/move", person.move, name="person_move"),
    path(f"{_FILE}/<uuid:placement_id>/correct", person.correct, name="placement_correct"),
    path(f"{_FILE}/apart", apart.apart, name="person_apart"),
    path(f"{_FILE}/apart/new", apart.decide, name="apart_new"),
    path(f"{_FILE}/apart/<uuid:apart_id>/end", apart.end, name="apart_end"),
]
