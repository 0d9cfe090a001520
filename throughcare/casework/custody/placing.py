"""What must hold before a row says that somebody lies in a place: in use, free, and not beside
those whom a rule or a decision keeps apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from throughcare.access.terms import Act
from throughcare.casework.custody.errors import MayNotShare, NotInUse, Taken
from throughcare.casework.custody.models import Bed, Placement
from throughcare.casework.custody.place_entries import ask_at
from throughcare.casework.custody.sharing_rules import APART, GROUPS, TITLES
from throughcare.casework.custody.together import Conflict, conflicts_for
from throughcare.casework.people.files import Holding
from throughcare.casework.rows.refusing import refusing
from throughcare.kernel.models import Place

LEVELS: Final = 4


def place_in_use(path: str, holding: Holding, since: datetime) -> Place:
    """The place, if it and all above it are in use then, in the prison that holds the person."""
    parts = path.split("/")[:LEVELS]
    above = ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
    open_ones = {one.path: one for one in Place.objects.in_use(since).filter(path__in=above)}
    held_at = holding.person.held_at
    if set(open_ones) != set(above) or path not in open_ones or above[0] != held_at:
        raise NotInUse(
            _("%(place)s is no place in use here at that time") % {"place": path},
            remedy=_("choose a place of this establishment"),
        )
    return open_ones[path]


def bed_in(
    where: Place, code: str, since: datetime, *, until: datetime | None = None,
    but: Placement | None = None,
) -> Bed:  # fmt: skip
    """The bed, if nobody else lies in it in [since, until). It is locked: two may not take it.

    `but` is the row that is being corrected. Raises NotInUse, Taken.
    """
    bed = Bed.objects.select_for_update().filter(place=where, code=code).first()
    if bed is None or bed.used_from > since or not _in_use(bed, since, until):
        raise NotInUse(
            _("there is no bed %(bed)s in use there") % {"bed": code},
            remedy=_("choose one of the beds of this place"),
        )
    overlapping = Placement.objects.filter(bed=bed, stood_until=None).exclude(until__lte=since)
    if until is not None:
        overlapping = overlapping.filter(since__lt=until)
    if but is not None:
        overlapping = overlapping.exclude(id=but.id)
    if overlapping.exists():
        raise _taken(code)
    return bed


def need_may_share(holding: Holding, where: Place, despite: str) -> str:
    """The reason to keep in the row: only where there is something to give a reason for.

    Raises MayNotShare, with what is in the way and what can be done.
    """
    # Whoever gives a place must see who lies there; a case alone does not show it.
    ask_at(holding.by, Act.READ, where.path, at=holding.at)
    found = conflicts_for(holding.person.id, where.path, at=holding.at)
    if not found:
        return ""
    barred = [one for one in found if not one.may_go_on]
    if barred:
        raise MayNotShare(
            _("this person may not be put there: %(why)s") % {"why": in_words(barred)},
            remedy=_("choose another place; a reason does not change this"),
        )
    if not despite.strip():
        raise MayNotShare(
            _("rules keep this person apart from people there: %(why)s") % {"why": in_words(found)},
            remedy=_("choose another place, or write why the person must lie there nevertheless"),
        )
    return despite.strip()


def in_words(conflicts: list[Conflict]) -> str:
    """Each conflict with its rules; of a decision to keep two apart only that there is one."""
    return "; ".join(_sentence(one) for one in conflicts)


def _sentence(one: Conflict) -> str:
    if one.kind == APART:
        return _("there is somebody there with whom this person may not share a place")
    return _("%(title)s: %(count)s %(group)s in %(within)s (%(rules)s)") % {
        "title": TITLES[one.kind], "count": one.many, "group": GROUPS[one.other],
        "within": one.within, "rules": ", ".join(one.rules),
    }  # fmt: skip


@contextmanager
def placing(where: Place, bed: str | None) -> Iterator[None]:
    """What another writer, or a row that the viewer may not read, has made impossible meanwhile."""
    closed = NotInUse(
        _("%(place)s is no place in use here at that time") % {"place": where.path},
        remedy=_("choose a place of this establishment"),
    )
    twice = Taken(
        _("another placement of this person stands for that time"),
        remedy=_("correct that placement first"),
    )
    told = {
        "custody_one_person_in_a_bed": _taken(bed or ""),
        "custody_one_place_at_a_time": twice,
        "custody_placement_is_in_use": closed,
        "custody_bed_is_of_the_place": closed,
    }
    with refusing(told):
        yield


def _in_use(bed: Bed, since: datetime, until: datetime | None) -> bool:
    if bed.used_until is None:
        return True
    return since < bed.used_until and until is not None and until <= bed.used_until


def _taken(code: str) -> Taken:
    return Taken(
        _("somebody lies in bed %(bed)s at that time") % {"bed": code},
        remedy=_("choose another bed, or move that person first"),
    )
