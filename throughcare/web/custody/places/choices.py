"""Places and free beds as choices of a field: `north/a/1/02`, or `north/a/1/02#1` with a bed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from throughcare.casework.custody.queries import Fit, Free
from throughcare.web.custody.places.shown import label_of
from throughcare.web.people.shown.places import names_of_places


def choices_of(free: Sequence[Free], *, now: str = "") -> list[tuple[str, Any]]:
    """Grouped by unit; where somebody is asked about, the places that fit the person come first.

    `now` is the place a person is in already, which is kept as a choice.
    """
    free = sorted(free, key=lambda one: (one.fit or 0, _full(one), one.path))
    names = names_of_places(_unit(one.path) for one in free)
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in free:
        unit = _unit(one.path)
        group = groups.setdefault(f"{label_of(unit, names)} ({unit})", [])
        group.extend(_of_place(one))
    flat = {value for group in groups.values() for value, _label in group}
    made: list[tuple[str, Any]] = list(groups.items())
    if now and now not in flat:
        path, bed = split(now)
        made.insert(0, (now, _bed_words(path, bed or "")))
    return made


def split(chosen: str) -> tuple[str, str | None]:
    """The path of the place, and the code of the bed if one was chosen."""
    path, _mark, bed = chosen.partition("#")
    return path, bed or None


def joined(path: str, bed: str) -> str:
    """A place and a bed as one choice."""
    return f"{path}#{bed}" if bed else path


def _of_place(one: Free) -> Iterable[tuple[str, str]]:
    known = {"place": one.path, "people": one.people, "capacity": one.capacity}
    if one.capacity is None:
        words = _("%(place)s: %(people)s people, capacity not known") % known
    elif _full(one):
        words = _("%(place)s: %(people)s people in %(capacity)s places, full") % known
    else:
        words = _("%(place)s: %(people)s people in %(capacity)s places") % known
    if one.fit is Fit.WITH_REASON:
        words = _("%(place)s. Needs a written reason") % {"place": words}
    elif one.fit is Fit.BARRED:
        words = _("%(place)s. May not share there") % {"place": words}
    yield one.path, words
    for bed in one.beds:
        yield joined(one.path, bed), _bed_words(one.path, bed)


def _full(one: Free) -> bool:
    return one.capacity is not None and one.people >= one.capacity


def _bed_words(path: str, bed: str) -> str:
    return _("%(place)s, bed %(bed)s") % {"place": path, "bed": bed} if bed else path


def _unit(path: str) -> str:
    return "/".join(path.split("/")[:3])
