"""What if: what a plan would break, when, for how many and for whom, and what would avoid it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from throughcare.access.errors import NotThere, Refused
from throughcare.access.question import Answer, Reason
from throughcare.access.terms import Level
from throughcare.casework.people import queries as people
from throughcare.duties.queries.what_if import Foreseen, Outcome, foresee, places_to_plan
from throughcare.duties.rules import rulebook
from throughcare.duties.what_if.avoiding import Avoided
from throughcare.duties.wording import title_of
from throughcare.web.custody.places.shown import label_of
from throughcare.web.duties.what_if.forms import REGIME, PlanForm
from throughcare.web.duties.what_if.picture import calendar_of
from throughcare.web.duties.words import SEVERITIES, cited
from throughcare.web.lengths import unit_words
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.people.shown.lines import Line, lines_of
from throughcare.web.people.shown.places import names_of_places
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_NAMED: Final = 30  # people who are named under one rule
_IN_A_PRISON: Final = 1  # how deep a place is at least


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOutcome:
    """A rule that would break, or asks for something. `named`: those whose files open."""

    one: Outcome
    title: str
    cite: str
    severity: StrOrPromise
    named: Sequence[Line]
    more: int
    avoid: Sequence[str]


@never_cache
@require_safe
@local
def what_if(request: Request) -> HttpResponse:
    """The form, and below it what the plan would do: nothing is kept of either."""
    need_post(request)
    known = places_to_plan(request.viewer, at=request.at)
    if not known:
        raise Refused(Answer(False, Level.NONE, Reason.COMPARTMENT_CLOSED))
    for name in ("place", "to"):
        if request.GET.get(name) and request.GET[name] not in known:
            raise NotThere
    labels = _labels([path for path in known if path.count("/") < _IN_A_PRISON + 2])
    asked = "place" in request.GET
    initial = {"begins": timezone.localtime(request.at).date()}
    form = PlanForm(request.GET if asked else None, known=labels, at=request.at, initial=initial)
    told: dict[str, Any] = {"form": form}
    if asked and form.is_valid():
        avoiding = request.GET.get("avoid") == "1"
        found = foresee(
            request.viewer, form.plan(), form.places(), at=request.at, avoiding=avoiding
        )
        told |= _told(request, found)
        told["avoids"] = avoiding
        told["further"] = _further(request, found, avoiding=avoiding)
    return render(
        request, "duties/what_if/page.html", told, status=422 if asked and form.errors else 200
    )


def _further(request: Request, found: Foreseen, *, avoiding: bool) -> str:
    """Where the same plan is answered with what would avoid it: that takes longer to work out."""
    breaks = any(not one.asks for one in found.outcomes)
    regime = request.GET.get("what") == REGIME
    return f"?{request.GET.urlencode()}&avoid=1" if breaks and regime and not avoiding else ""


def _told(request: Request, found: Foreseen) -> dict[str, Any]:
    ids = {who for one in found.outcomes for who in one.people[:_NAMED]}
    ids |= set(found.except_for[:_NAMED])
    listed = people.listed(request.viewer, sorted(ids), at=request.at)
    lines = {line.id: line for line in lines_of(listed)}
    return {
        "found": found, "calendar": calendar_of(found.calendar),
        "breaks": [_shown(one, lines) for one in found.outcomes if not one.asks],
        "asks": [_shown(one, lines) for one in found.outcomes if one.asks],
        "avoid": _avoid(found.avoided) if found.avoided else [],
        "except_for": [lines[one] for one in found.except_for if one in lines],
    }  # fmt: skip


def _shown(one: Outcome, lines: Mapping[UUID, Line]) -> ShownOutcome:
    entry = rulebook().entries[one.rule]
    named = [lines[who] for who in one.people[:_NAMED] if who in lines]
    return ShownOutcome(
        one=one, title=title_of(one.rule, get_language() or "en"), cite=cited(entry), named=named,
        severity=SEVERITIES.get(entry.severity, ""), more=len(one.people) - len(named),
        avoid=_avoid(one.avoided) if one.avoided else [],
    )  # fmt: skip


def _avoid(one: Avoided) -> list[str]:
    """Each change by itself, in words."""
    said = []
    if one.days is not None:
        said.append(_("end after %(lasting)s") % {"lasting": unit_words(one.days, "day")})
    if one.minutes is not None:
        minutes = {"minutes": unit_words(one.minutes, "minute")}
        said.append(_("give at least %(minutes)s of meaningful contact each day") % minutes)
    if one.except_for and not said:
        said.append(_("leave these people out of the plan"))
    return said


def _labels(paths: Sequence[str]) -> dict[str, str]:
    """Each place with all above it, from above; their names are asked for once."""
    above = {path: list(accumulate(path.split("/"), "{}/{}".format)) for path in paths}
    names = names_of_places(one for steps in above.values() for one in steps)
    return {
        path: " / ".join(label_of(one, names) for one in steps) for path, steps in above.items()
    }
