"""The section Movements of a file: where the person was, as a picture and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere
from throughcare.casework.custody import queries
from throughcare.casework.custody.terms import LeftHow, Stage, StepKind
from throughcare.web.custody.known import known_of
from throughcare.web.custody.movements.spells import Spell, picture_of, spells_of
from throughcare.web.custody.sections import section_page
from throughcare.web.custody.step_forms import said_of
from throughcare.web.people.file import read
from throughcare.web.people.local import local
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.people.shown.staff import names_of
from throughcare.web.request import Request


@never_cache
@require_safe
@local
def movements(request: Request, person_id: UUID) -> HttpResponse:
    """Where the person was over time, as known now or on an earlier day."""
    file = read(request, person_id)
    if file.redacted:
        raise NotThere
    known = known_of(request)
    found = queries.whereabouts_of(request.viewer, file.id, at=request.at, known_at=known.at)
    spells = spells_of(found)
    places = names_of_places(_places(found))
    people = names_of([one.recorded_by for one in found.movements])
    told = {
        **section_page(request, file, "movements", known), "found": found,
        "rows": [_row(one, places, people) for one in reversed(spells)],
        "picture": picture_of(spells, now=known.at, mirrored=get_language_bidi()),
        "places": places, "hearings": [_hearing(one) for one in found.hearings],
        "stays": [_stay(one, places) for one in reversed(found.stays)],
    }  # fmt: skip
    return render(request, "custody/movements/section.html", told)


def _places(found: queries.Whereabouts) -> Iterator[str]:
    for stay in found.stays:
        yield stay.establishment
    for move in found.movements:
        yield from (move.from_place, move.to_place)


def _row(
    spell: Spell, places: Mapping[str, str], people: Mapping[str, str]
) -> dict[str, object]:  # fmt: skip
    by = spell.movement.recorded_by if spell.movement else ""
    return {
        "spell": spell, "place": places.get(spell.place, spell.place), "by": people.get(by, by),
    }  # fmt: skip


def _stay(stay: queries.Stay, places: Mapping[str, str]) -> dict[str, object]:
    how = LeftHow(stay.left_how).label if stay.left_how else ""
    return {"stay": stay, "place": places.get(stay.establishment, ""), "how": how}


def _hearing(step: queries.Step) -> list[tuple[str, str]]:
    return said_of(Stage.STAY, StepKind.HEARING, step.value)
