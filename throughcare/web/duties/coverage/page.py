"""Which monitored rules the records answer, which come out unknown, and what to keep next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from standards.rulebook.coverage import Reach, RuleCoverage
from throughcare.duties.queries.by_rule import AtHouse, states_at
from throughcare.duties.queries.covered import Covered, coverage_now
from throughcare.duties.rules import rulebook
from throughcare.duties.wording import term_of, title_of
from throughcare.web.duties.rules.houses import houses_of
from throughcare.web.duties.rules.shown import REACHES
from throughcare.web.duties.words import cited
from throughcare.web.people.listing import need_post
from throughcare.web.people.local import local
from throughcare.web.request import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_MOST = 25  # names whose gain is shown; the command tells all
_NAMED = 5  # missing names of one rule


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCoverage:
    """A rule, whether it is answered, what is missing, and how many answers are unknown here."""

    key: str
    id: str
    title: str
    cite: str
    reach: StrOrPromise
    missing: str
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """How many rules are answered so far, as a number and as a piece of a bar."""

    reach: str
    label: StrOrPromise
    count: int
    x: str
    width: str


@never_cache
@require_safe
@local
def coverage(request: Request) -> HttpResponse:
    """For everybody with a post; what comes out unknown for those who have numbers there."""
    need_post(request)
    found, houses = coverage_now(request.at.date()), houses_of(request)
    stands = states_at(request.viewer, houses.here, at=request.at) if houses.here else None
    language = get_language() or "en"
    asked = request.GET.get("reach", "")
    rules = [one for one in _in_words(request.at.date(), language)
             if asked not in REACHES or one.key == asked]  # fmt: skip
    told = {
        "found": found, "houses": houses, "stands": stands, "parts": _parts(found),
        "rules": [_with_unknown(one, stands) for one in rules], "asked": asked,
        "gains": [(_name(one.name, language), one) for one in found.gains[:_MOST]],
        "next": [(_name(one.name, language), one) for one in found.next], "reaches": REACHES,
        "unknown": sum(one.unknown > 0 for one in stands.rules.values()) if stands else 0,
    }  # fmt: skip
    return render(request, "duties/coverage/page.html", told)


@lru_cache(maxsize=8)
def _in_words(day: date, language: str) -> Sequence[ShownCoverage]:
    """Every rule as it is told in a language on a day, the same for whoever asks."""
    return [_shown(one, language) for one in coverage_now(day).rules]


def _shown(one: RuleCoverage, language: str) -> ShownCoverage:
    return ShownCoverage(
        key=str(one.reach), id=one.rule, title=title_of(one.rule, language),
        cite=cited(rulebook().entries[one.rule]), reach=REACHES[one.reach],
        missing=_missing(one.missing, language),
    )  # fmt: skip


def _with_unknown(one: ShownCoverage, stands: AtHouse | None) -> ShownCoverage:
    state = stands.rules.get(one.id) if stands else None
    return replace(one, unknown=state.unknown) if state and state.unknown else one


def _missing(names: Sequence[str], language: str) -> str:
    """The first names, and how many there are besides."""
    named = "; ".join(_name(name, language) for name in names[:_NAMED])
    more = len(names) - _NAMED
    return _("%(named)s and others: %(n)s") % {"named": named, "n": more} if more > 0 else named


def _name(name: str, language: str) -> str:
    words = term_of(name, language)
    return words[:1].upper() + words[1:]


def _parts(found: Covered) -> list[Part]:
    """Pieces of one bar, in hundredths of its width."""
    parts, begun, all_rules = [], 0.0, max(len(found.rules), 1)
    for reach in Reach:
        width = 100 * found.count(reach) / all_rules
        place = f"{begun:.2f}%", f"{width:.2f}%"
        parts.append(Part(str(reach), REACHES[reach], found.count(reach), *place))
        begun += width
    return parts
